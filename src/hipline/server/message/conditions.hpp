#pragma once

#include "hipline/server/message/answer.hpp"

namespace hipline::server {

/// Whether parts of the body may be asked for.
enum class Parts { no, yes };

/// Turns a whole answer (200) with an entity tag into what the browser asked for: "not modified" (304), a part (206),
/// or a refusal of a part that is not there (416). `tag` comes with its quotation marks.
void meet_conditions(Answer& answer, const Head& head, const std::string& tag, Parts parts);

/// Whether a list of codings (Accept-Encoding) takes this one.
bool accepts(std::string_view list, std::string_view coding);

}  // namespace hipline::server
