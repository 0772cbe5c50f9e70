#include <algorithm>

#include "hipline/app/library/own_library.hpp"
#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/exporters/text/circuit_text.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/words/promise_words.hpp"
#include "hipline/trends/trends.hpp"

namespace hipline::app {
namespace {

using exporters::JsonArray;
using exporters::JsonObject;

/// The rule that limits a single run, and by how much.
struct SingleRun {
  const rules::Rule* rule = nullptr;
  std::optional<double> most;
};

SingleRun single_run_rule(const catalog::Catalog& catalog) {
  for (const rules::Rule& rule : catalog.today) {
    for (const rules::Outcome& outcome : rule.then) {
      const auto* limit = std::get_if<rules::Limit>(&outcome);
      if (limit && limit->name == "spike_max") return {&rule, limit->value};
    }
  }
  return {};
}

std::optional<double> metres(const std::optional<Metres>& distance) {
  return distance ? std::optional(distance->value()) : std::nullopt;
}
std::optional<double> seconds(const std::optional<Seconds>& time) {
  return time ? std::optional(time->value()) : std::nullopt;
}

JsonArray days_json(const trends::Trends& trends, LocalDay today, bool closed) {
  JsonArray list;
  for (const trends::Day& day : trends.days) {
    const bool shows_limit = !closed || day.day < today;
    list.add(JsonObject()
                 .put("day", day.day.iso())
                 .put("distance_m", day.distance.value())
                 .put("runs", day.runs)
                 .put("load", day.load)
                 .put("longest_30_days_m", metres(day.longest_30_days))
                 .put("limit_m", shows_limit ? metres(day.limit) : std::nullopt)
                 .put("distance_30_days_m", metres(day.last_30_days))
                 .put("pain_in_run", day.pain_in_run)
                 .put("pain_later", day.pain_later)
                 .put("pain_morning", day.pain_morning));
  }
  return list;
}

JsonObject longest_json(const trends::Trends& trends, const SingleRun& single, model::Units units, bool closed,
                        const catalog::Texts& texts) {
  const trends::Day& today = trends.days.back();
  const auto limit = closed ? std::nullopt : today.limit;
  const std::string rule = single.rule ? single.rule->id : std::string();
  const auto km = [&](Metres distance) { return exporters::distance_text(distance, units); };
  std::string sentence = texts.say("trends.longest_unknown");
  if (today.longest_30_days && closed)
    sentence = texts.say("trends.longest_closed", {{"longest", km(*today.longest_30_days)}});
  else if (today.longest_30_days && limit)
    sentence =
        texts.say("trends.longest", {{"longest", km(*today.longest_30_days)}, {"limit", km(*limit)}, {"rule", rule}});
  return JsonObject()
      .put("now_m", metres(today.longest_30_days))
      .put("limit_m", metres(limit))
      .put("sentence", sentence)
      .put("rule", rule);
}

JsonObject load_json(const trends::Trends& trends, const catalog::Texts& texts) {
  const bool known = trends.load_last_7_days && trends.load_before;
  return JsonObject()
      .put("last_7_days", trends.load_last_7_days)
      .put("before_7_days", trends.load_before)
      .put("sentence", known ? texts.say("trends.load", {{"now", exporters::plain_number(*trends.load_last_7_days)},
                                                         {"before", exporters::plain_number(*trends.load_before)}})
                             : texts.say("trends.load_unknown"));
}

std::string hold_sentence(const trends::Holds& holds, const catalog::Texts& texts) {
  const auto shown = [](const std::optional<Seconds>& time) { return exporters::plain_number(time->value()) + " s"; };
  if (holds.best_left && holds.best_right)
    return texts.say("trends.holds", {{"left", shown(holds.best_left)}, {"right", shown(holds.best_right)}});
  return texts.say("trends.holds_one_side", {{"best", shown(holds.best_left ? holds.best_left : holds.best_right)}});
}

JsonArray holds_json(const trends::Trends& trends, const circuit::Library& library, const catalog::Texts& texts) {
  JsonArray list;
  for (const trends::Holds& holds : trends.holds) {
    const circuit::Exercise* exercise = library.find_exercise(holds.exercise);
    JsonArray points;
    for (const trends::Hold& hold : holds.points) {
      points.add(JsonObject()
                     .put("day", hold.day.iso())
                     .put("left_s", seconds(hold.left))
                     .put("right_s", seconds(hold.right)));
    }
    list.add(JsonObject()
                 .put("exercise", holds.exercise)
                 .put("title", exercise ? exercise->title : holds.exercise)
                 .put("points", points)
                 .put("best_left_s", seconds(holds.best_left))
                 .put("best_right_s", seconds(holds.best_right))
                 .put("sentence", hold_sentence(holds, texts)));
  }
  return list;
}

JsonObject coverage_json(const trends::Trends& trends, const circuit::Library& library, const catalog::Texts& texts) {
  JsonArray list;
  std::vector<std::string> covers;
  std::vector<std::string> misses;
  for (const trends::Trained& one : trends.trained) {
    const std::string direction(circuit::name(one.direction));
    (one.exercises.empty() ? misses : covers).push_back(direction);
    list.add(JsonObject()
                 .put("direction", direction)
                 .put("title", texts.say("circuit.direction_" + direction))
                 .put("covered", !one.exercises.empty())
                 .put("exercises", one.exercises));
  }
  std::string sentence =
      covers.empty() ? texts.say("trends.coverage_none")
                     : texts.say("trends.coverage", {{"covers", exporters::direction_list(covers, library, texts)}});
  if (!covers.empty() && !misses.empty())
    sentence +=
        " " + texts.say("trends.coverage_misses", {{"misses", exporters::direction_list(misses, library, texts)}});
  return JsonObject().put("first_day", trends.week_from.iso()).put("directions", list).put("sentence", sentence);
}

}  // namespace

std::string trends_screen(const TodayAnswer& answer, int days, const trends::Promises& promises,
                          const catalog::Catalog& catalog, std::string_view version) {
  const catalog::Texts& texts = catalog.texts;
  const model::Runner& runner = answer.history.runner;
  const circuit::Library library = library_of(runner, catalog);
  const SingleRun single = single_run_rule(catalog);
  const trends::Trends trends = trends::make_trends(answer.history, days, library, single.most);
  const bool closed = is_closed(answer);
  const std::string state = exporters::promise_words("calmer", promises.calmer, texts).state;
  return JsonObject()
      .put("made_up", runner.made_up)
      .put_json("closed", closed_part(answer, catalog, version))
      .put("first_day", trends.days.front().day.iso())
      .put("last_day", trends.days.back().day.iso())
      .put("units", runner.units == model::Units::imperial ? "imperial" : "metric")
      .put("headline", texts.say("trends.headline_pain_" + state))
      .put("lead", texts.say("trends.lead"))
      .put("days", days_json(trends, answer.assessment.decision.day, closed))
      .put("longest", longest_json(trends, single, runner.units, closed, texts))
      .put("load", load_json(trends, texts))
      .put("pain", JsonObject()
                       .put("in_run", texts.say("trends.series_in_run"))
                       .put("later", texts.say("trends.series_later"))
                       .put("morning", texts.say("trends.series_morning"))
                       .put("sentence", texts.say("trends.pain")))
      .put("holds", holds_json(trends, library, texts))
      .put("coverage", coverage_json(trends, library, texts))
      .put("promises", promises_json(promises, texts))
      .put("sources", single.rule ? single.rule->evidence : std::vector<std::string>())
      .text();
}

}  // namespace hipline::app
