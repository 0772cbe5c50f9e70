#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

Result<Reply> get_rules(World& world, const Request&) {
  return Reply{.body = app::rules_screen(world.catalog(), world.version())};
}
Result<Reply> get_rule(World& world, const Request& request) {
  return as_json(app::rule_screen(request.named.at("id"), world.catalog()));
}
Result<Reply> get_evidence(World& world, const Request&) {
  return Reply{.body = app::evidence_screen(world.catalog())};
}
Result<Reply> get_source(World& world, const Request& request) {
  return as_json(app::source_screen(request.named.at("id"), world.catalog()));
}

}  // namespace

void add_reasons(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/rules", .handler = get_rules});
  routes.add({.method = Method::get, .path = "/api/rules/{id}", .handler = get_rule});
  routes.add({.method = Method::get, .path = "/api/evidence", .handler = get_evidence});
  routes.add({.method = Method::get, .path = "/api/evidence/{id}", .handler = get_source});
}

}  // namespace hipline::server
