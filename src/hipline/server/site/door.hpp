#pragma once

#include <optional>
#include <string_view>

#include "hipline/server/keys/gate.hpp"
#include "hipline/server/message/answer.hpp"
#include "hipline/server/routes.hpp"

namespace hipline::server {

/// One way in: its gate, and the pages by which a browser is let in. They come before the app's own pages.
class Door {
 public:
  virtual ~Door() = default;

  [[nodiscard]] virtual Gate& gate() = 0;
  /// Whether a form is sent to this path.
  [[nodiscard]] virtual bool takes_form(std::string_view path) const = 0;
  /// The answer where the door has one: also to who is not let in yet. Nothing where the app's pages answer.
  [[nodiscard]] virtual std::optional<Answer> page(const Request& request, const Head& head) = 0;
};

}  // namespace hipline::server
