#include "hipline/app/check_in/check_in.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

/// When it is said, and what was known before: by the page's own moment where it sends one (an answer given offline).
Result<app::CheckInSetting> setting_of(World& world, const std::optional<Instant>& at) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto zone = world.zone();
  if (!zone) return std::unexpected(zone.error());
  const auto moment = world.moment();
  if (!moment) return std::unexpected(moment.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  if (at && *at > *moment + 60)
    return failure("out_of_range", "/at", "This moment is still to come; please check the clock.");
  // A day that was asked for at the start holds for what is said now, not for what was said before.
  const bool asked = !world.now();
  app::CheckInMoment when{world.runner_id(), *zone, at.value_or(*moment), std::nullopt};
  if (asked && !at) when.today = *today;
  const auto kept = world.kept();
  if (!kept) return std::unexpected(kept.error());
  return app::check_in_setting(when, kept->day.history, **store, world.zones());
}

Result<Reply> ask_next(World& world, const Request& request) {
  const auto so_far = app::interview_so_far(request.body, world.catalog());
  if (!so_far) return std::unexpected(so_far.error());
  const auto setting = setting_of(world, so_far->at);
  if (!setting) return std::unexpected(setting.error());
  return as_json(app::interview_json(*so_far, *setting, world.catalog()));
}

Result<Reply> keep(World& world, const Request& request) {
  const auto told = app::new_check_in(request.body, world.catalog());
  if (!told) return std::unexpected(told.error());
  auto setting = setting_of(world, told->at);
  if (!setting) return std::unexpected(setting.error());
  const auto store = world.store();
  const auto kept = app::keep_check_in(world.runner_id(), *told, std::move(*setting), **store);
  if (!kept) return std::unexpected(kept.error());
  const auto today = today_json(world);
  if (!today) return std::unexpected(today.error());
  return Reply{.body = std::string(R"({"already":)") + (*kept ? "false" : "true") + R"(,"today":)" + *today + "}"};
}

Result<Reply> told(World& world, const Request&) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const auto history = (*store)->history(world.runner_id(), *today, world.now());
  if (!history) return std::unexpected(history.error());
  return Reply{.body = app::check_ins_json(*history, world.catalog())};
}

}  // namespace

void add_check_ins(Routes& routes) {
  routes.add({.method = Method::post, .path = "/api/interview", .handler = ask_next});
  routes.add({.method = Method::get, .path = "/api/check-ins", .handler = told});
  routes.add({.method = Method::post, .path = "/api/check-ins", .handler = keep});
}

}  // namespace hipline::server
