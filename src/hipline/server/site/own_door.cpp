#include "hipline/server/site/own_door.hpp"

#include "hipline/server/site/plain_page.hpp"

namespace hipline::server {

std::optional<Answer> OwnDoor::page(const Request& request, const Head& head) {
  const auto key = request.query.find("key");
  if (request.path != "/" || key == request.query.end()) return std::nullopt;
  // Looking ahead (HEAD) must not use the key up; and who is in already, stays in.
  const bool in = gate_.caller(head).has_value();
  if (head.method != "HEAD" && !gate_.take_key(key->second) && !in) {
    key_was_used_();
    return notice(403, "This address was used already",
                  "Each address lets one browser in, once. A fresh one stands in the terminal where `hipline serve` "
                  "runs.");
  }
  Answer answer = of_text(303, "text/plain; charset=utf-8", "");
  answer.headers.emplace_back("Location", "/");
  if (head.method != "HEAD") answer.headers.emplace_back("Set-Cookie", gate_.cookie_header());
  return answer;
}

}  // namespace hipline::server
