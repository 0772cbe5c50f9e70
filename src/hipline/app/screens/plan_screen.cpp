#include <algorithm>

#include "hipline/app/pages/today_values.hpp"
#include "hipline/app/requests/request_body.hpp"
#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/exporters/json/answer_json_text.hpp"
#include "hipline/exporters/json/page_json.hpp"
#include "hipline/exporters/words/plan_words.hpp"
#include "hipline/plan/moves.hpp"

namespace hipline::app {
namespace {

using baseline::SessionKind;
using exporters::JsonArray;
using exporters::JsonObject;

JsonArray reasons_json(const std::vector<plan::Reason>& reasons) {
  JsonArray list;
  for (const plan::Reason& one : reasons) list.add(JsonObject().put("rule", one.rule).put("text", one.text));
  return list;
}

/// "8 km" as "8" and "km".
void put_amount(JsonObject& json, const std::string& amount) {
  const std::size_t space = amount.rfind(' ');
  const bool one_unit = space != std::string::npos && amount.find(' ') == space;
  json.put("value", one_unit ? amount.substr(0, space) : amount)
      .put("unit", one_unit ? amount.substr(space + 1) : std::string());
}

/// Whether a run can be moved away from a day, or another one to it.
bool is_movable(const plan::DayPlan& day) { return day.kind != SessionKind::race && !day.done; }

/// The day on which a session stood before the runner's moves.
std::optional<LocalDay> moved_from(LocalDay day, const std::vector<model::PlanMove>& moves) {
  LocalDay at = day;
  for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
    if (at == move->day)
      at = move->to;
    else if (at == move->to)
      at = move->day;
  }
  return at == day ? std::nullopt : std::optional(at);
}

JsonObject day_json(const exporters::PlanDayWords& words, LocalDay today, const std::vector<model::PlanMove>& moves) {
  const plan::DayPlan& day = *words.day;
  JsonObject json;
  json.put("date", day.day.iso())
      .put("short_date", words.short_date)
      .put("days_to_race", day.days_to_race)
      .put("to_go", words.to_go)
      .put("today", day.day == today)
      .put("kind", baseline::name(day.kind))
      .put("title", words.title);
  put_amount(json, words.amount);
  json.put("distance_m", day.distance.value())
      .put("duration_s", day.duration.value())
      .put("detail", words.detail)
      .put_or_null("done", words.done);
  if (day.circuit.any) {
    json.put("circuit", JsonObject()
                            .put("focus", day.circuit.focus)
                            .put("rounds", day.circuit.rounds)
                            .put("words", exporters::whole_sentence(words.beside)));
  } else {
    json.put_null("circuit");
  }
  json.put("mobility", day.mobility)
      .put("reasons", reasons_json(day.reasons))
      .put("held_by", day.held_by)
      .put("movable", is_movable(day));
  const auto from = moved_from(day.day, moves);
  return from ? json.put("moved_from", from->iso()) : json.put_null("moved_from");
}

JsonArray moves_json(const std::vector<model::PlanMove>& moves) {
  JsonArray list;
  for (const model::PlanMove& move : moves)
    list.add(JsonObject().put("day", move.day.iso()).put("to", move.to.iso()).put("at", move.at.iso()));
  return list;
}

std::string one_line(const exporters::PlanDayWords& words) {
  std::string text = words.title;
  if (!words.amount.empty()) text += " " + words.amount;
  for (const std::string& detail : words.detail) text += ", " + detail;
  return words.beside.empty() ? text : text + "; " + words.beside;
}

std::string sentence_of(const plan::Objection& objection, const catalog::Catalog& catalog) {
  if (objection.aim) return exporters::aim_sentence(*objection.aim, catalog);
  const rules::Rule* rule = catalog.find_rule(objection.rule);
  return rule ? rule->why : catalog.texts.say("trends.move_today_stays");
}

JsonArray objections_json(const std::vector<plan::Objection>& objections, const catalog::Catalog& catalog) {
  JsonArray list;
  std::vector<std::string> said;
  for (const plan::Objection& one : objections) {
    const std::string text = sentence_of(one, catalog);
    if (std::ranges::find(said, one.rule + text) != said.end()) continue;
    said.push_back(one.rule + text);
    list.add(JsonObject().put("rule", one.rule).put("text", text));
  }
  return list;
}

JsonObject move_json(const TodayAnswer& answer, bool kept, bool allowed, const std::string& closed) {
  JsonObject json;
  return json.put("made_up", answer.history.runner.made_up)
      .put("kept", kept)
      .put("allowed", allowed)
      .put_json("closed", closed);
}

}  // namespace

std::string plan_screen(const TodayAnswer& answer, const std::vector<model::PlanMove>& moves,
                        const catalog::Catalog& catalog, std::string_view version) {
  const LocalDay today = answer.assessment.decision.day;
  JsonObject json;
  json.put("made_up", answer.history.runner.made_up).put_json("closed", closed_part(answer, catalog, version));
  const std::string race = exporters::race_goal_json(answer.history.race, today, catalog);
  if (is_closed(answer) || !answer.assessment.plan) {
    std::string lead = catalog.texts.say("pages.plan_closed");
    for (const plan::Reason& one : answer.assessment.plan_withheld) lead = one.text;
    return json.put("title", catalog.texts.say("plan.withheld"))
        .put("lead", lead)
        .put_json("race", race)
        .put_null("plan")
        .put("weeks", JsonArray())
        .put("outline", std::vector<std::string>())
        .put("aims", JsonArray())
        .put_null("honest_length")
        .put("moves", JsonArray())
        .text();
  }
  const plan::Plan& plan = *answer.assessment.plan;
  const exporters::PlanWords words =
      exporters::plan_words(plan, catalog, answer.history.runner.units, answer.history.race);
  JsonArray weeks;
  for (const exporters::PlanWeekWords& week : words.weeks) {
    JsonArray days;
    for (const exporters::PlanDayWords& day : week.days) days.add(day_json(day, today, moves));
    weeks.add(JsonObject().put("first_day", week.first_day.iso()).put("title", week.title).put("days", days));
  }
  JsonArray aims;
  for (const exporters::AimWords& aim : words.aims) aims.add(JsonObject().put("rule", aim.rule).put("text", aim.text));
  return json.put("title", words.title)
      .put("lead", words.lead)
      .put_json("race", race)
      .put_json("plan", exporters::plan_json_text(plan))
      .put("weeks", weeks)
      .put("outline", words.outline)
      .put("aims", aims)
      .put_or_null("honest_length", words.honest_length)
      .put("moves", moves_json(moves))
      .text();
}

Result<MoveRequest> move_request(std::string_view json, const TodayAnswer& answer, Instant at) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  catalog::Fields fields = body->fields();
  const auto day = day_in(fields, "day");
  const auto to = day_in(fields, "to");
  const bool confirm = fields.optional_yes_no("confirm");
  fields.done();
  if (const Status read = body->finish(); !read) return std::unexpected(read.error());
  if (!day) return failure("missing_field", "/day", "Say which day is to be moved.");
  if (!to) return failure("missing_field", "/to", "Say where it is to be moved.");
  const MoveRequest request{{*day, *to, at}, confirm};
  if (!answer.assessment.plan) return request;  // closed: nothing is moved, and the answer says so
  const auto& days = answer.assessment.plan->days;
  for (const auto& [where, one] : {std::pair{"/day", *day}, std::pair{"/to", *to}}) {
    const auto planned = std::ranges::find(days, one, &plan::DayPlan::day);
    if (planned == days.end() || !is_movable(*planned))
      return failure("out_of_range", where, "Only a day ahead that is in the plan can be moved, and not the race.");
  }
  if (*day == *to) return failure("out_of_range", "/to", "This is the same day.");
  return request;
}

Result<std::string> move_screen(const MoveRequest& request, const TodayAnswer& answer,
                                const std::vector<model::PlanMove>& moves, Store& store,
                                const catalog::Catalog& catalog, std::string_view version) {
  if (is_closed(answer) || !answer.assessment.plan) {
    return move_json(answer, false, false, closed_part(answer, catalog, version))
        .put("refused", reasons_json(answer.assessment.plan_withheld))
        .put("bends", JsonArray())
        .put("changes", JsonArray())
        .put("sentence", catalog.texts.say("pages.plan_closed"))
        .put_null("plan")
        .text();
  }
  std::vector<model::PlanMove> with = moves;
  with.push_back(request.move);
  auto after = assess(answer.history, catalog, with);
  if (!after) return std::unexpected(after.error());
  plan::MoveJudgement judgement;
  if (after->plan) {
    judgement = plan::judge_move(request.move, {answer.assessment.decision, *answer.assessment.plan},
                                 {after->decision, *after->plan});
  } else {
    for (const std::string& rule : after->decision.because)
      judgement.refused.push_back({rule, request.move.to, std::nullopt});
  }
  const bool allowed = after->plan && judgement.refused.empty();
  const bool keep = allowed && request.confirm;
  if (keep) {
    const Status kept = store.add_plan_move(answer.history.runner.id, request.move);
    if (!kept) return std::unexpected(kept.error());
  }
  JsonArray changes;
  const model::Units units = answer.history.runner.units;
  for (const plan::ChangedDay& change : judgement.changes) {
    const exporters::PlanDayWords before = exporters::plan_day_words(change.before, catalog, units);
    const exporters::PlanDayWords now = exporters::plan_day_words(change.after, catalog, units);
    changes.add(JsonObject()
                    .put("date", change.after.day.iso())
                    .put("short_date", now.short_date)
                    .put("before", one_line(before))
                    .put("after", one_line(now)));
  }
  const char* sentence = !allowed                   ? "trends.move_refused"
                         : keep                     ? "trends.move_kept"
                         : !judgement.bends.empty() ? "trends.move_bends"
                                                    : "trends.move_free";
  JsonObject json = move_json(answer, keep, allowed, "null");
  json.put("refused", objections_json(judgement.refused, catalog))
      .put("bends", objections_json(judgement.bends, catalog))
      .put("changes", changes)
      .put("sentence", catalog.texts.say(sentence));
  if (!keep) return json.put_null("plan").text();
  const TodayAnswer moved{answer.history, std::move(*after), answer.last_level, answer.last_day};
  return json.put_json("plan", plan_screen(moved, with, catalog, version)).text();
}

}  // namespace hipline::app
