#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "hipline/app/circuit_log/circuit_log.hpp"
#include "hipline/app/guide/guide.hpp"
#include "hipline/app/guide/guide_screen.hpp"
#include "hipline/app/guide/kept_guide.hpp"
#include "hipline/app/interview/pages.hpp"
#include "hipline/app/library/own_library.hpp"
#include "hipline/cli/ask.hpp"
#include "hipline/cli/circuit_guide.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {
namespace {

/// Goes on with a circuit of today that was begun and not ended, where the runner wants to.
void offer_to_go_on(app::Guide& guide, const std::vector<app::GuideEvent>& events, const catalog::Texts& texts) {
  app::Guide before(guide.script());
  for (const app::GuideEvent& event : events) before.take(event);
  const auto* step = before.step();
  if (!step) return;
  const std::string question = texts.say("guide.resume", {{"exercise", before.script().exercises[step->exercise].title},
                                                          {"round", std::to_string(step->round)}});
  const auto answer = ask(question);
  if (!answer || (*answer != "y" && *answer != "yes")) return;
  // It waits where it was: getting back onto the mat takes the time that it takes.
  before.take({app::GuideEvent::Kind::pause, before.state().at, 0});
  guide = std::move(before);
}

/// How hard it was as a whole: asked once, and never answered by itself.
void ask_effort(std::vector<model::CircuitEntry>& lines, const catalog::Texts& texts) {
  for (int tries = 0; tries < 3; ++tries) {
    const auto answer = ask(texts.say("guide.effort"));
    if (!answer || answer->empty()) return;
    model::CircuitEntry told;
    if (!app::tell(told, "effort", *answer)) continue;
    for (model::CircuitEntry& line : lines) line.effort = told.effort;
    return;
  }
}

}  // namespace

Result<Answer> guide_circuit(Context& context, const GuideOptions& options, const app::CircuitWish& wish) {
  const auto day = answer_day(context);
  if (!day) return std::unexpected(day.error());
  const catalog::Catalog& catalog = *day->catalog;
  const auto wished = app::wished_circuit(day->answer, wish, catalog);
  if (!wished) return std::unexpected(wished.error());
  const auto& circuit = *wished;
  nlohmann::ordered_json json = {{"program_version", context.version()}, {"ids", nlohmann::ordered_json::array()}};
  const bool any = circuit && circuit->any && std::ranges::any_of(circuit->exercises, [](const auto& exercise) {
                     return !exercise.left_out_because;
                   });
  if (!any) return Answer{app::paragraph(catalog.texts.say("guide.none_today")), json.dump()};
  if (context.options.json || !can_ask())
    return failure("no_terminal", "--guide", catalog.texts.say("guide.needs_terminal"));
  const auto database = context.database_path();
  if (!database) return std::unexpected(database.error());
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());

  const circuit::Library library = app::library_of(day->answer.history.runner, catalog);
  app::Guide guide(app::guide_script(*circuit, library, catalog));
  const std::string path = app::kept_guide_path(*database);
  const std::string fingerprint = app::guide_fingerprint(guide, circuit->day, catalog.hash);
  if (const auto events = app::kept_guide(path, fingerprint); !events.empty())
    offer_to_go_on(guide, events, catalog.texts);
  Status kept;
  lead_through(guide, catalog.texts, options,
               [&](const app::Guide& now) { kept = app::keep_guide(path, fingerprint, now); });

  fmt::print("{}{}", options.lines ? "" : "\x1b[2J\x1b[H", app::guide_end(guide, catalog.texts));
  auto lines = app::guided_lines(*circuit, guide.script(), guide.state());
  if (lines.empty()) {
    app::forget_guide(path);
    return Answer{"", json.dump()};
  }
  ask_effort(lines, catalog.texts);
  const auto today = context.today();
  const auto at = context.moment();
  if (!today) return std::unexpected(today.error());
  if (!at) return std::unexpected(at.error());
  const auto ids = app::log_circuit(**store, context.runner_id(), lines, *today, *at);
  if (!ids) return std::unexpected(ids.error());
  app::forget_guide(path);
  std::string numbers;
  for (const app::CircuitEntryId id : *ids) numbers += (numbers.empty() ? "" : ", ") + fmt::format("{}", id);
  const std::string saved =
      ids->size() == 1
          ? catalog.texts.say("circuit_log.saved_one", {{"ids", numbers}})
          : catalog.texts.say("circuit_log.saved", {{"count", std::to_string(ids->size())}, {"ids", numbers}});
  return Answer{app::paragraph(saved) + app::paragraph(catalog.texts.say("circuit_log.saved_morning")), json.dump()};
}

}  // namespace hipline::cli
