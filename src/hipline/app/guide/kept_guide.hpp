#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/guide/guide.hpp"
#include "hipline/base/day.hpp"
#include "hipline/base/error.hpp"

namespace hipline::app {

/// The file beside a database in which a circuit in hand is kept, so that it can go on after anything.
std::string kept_guide_path(const std::string& database);

/// Keeps what happened so far. `fingerprint` names the steps: another day's or another content's are not gone on with.
/// Errors: disk_full, cannot_write.
Status keep_guide(const std::string& path, std::string_view fingerprint, const Guide& guide);

/// The events of a kept circuit with the same fingerprint; nothing where there is none, or it cannot be read.
std::vector<GuideEvent> kept_guide(const std::string& path, std::string_view fingerprint);

/// Forgets it. What is not there is forgotten already.
void forget_guide(const std::string& path);

/// Names the steps of a script on a day.
std::string guide_fingerprint(const Guide& guide, LocalDay day, std::string_view content_hash);

}  // namespace hipline::app
