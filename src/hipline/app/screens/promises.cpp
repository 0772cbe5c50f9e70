#include <simdjson.h>

#include <map>

#include "hipline/app/screens/screens.hpp"

namespace hipline::app {
namespace {

/// Days of the log that the promises look at.
constexpr int days_looked_at = 35;

/// What an answer asked for; nothing where it asks for minutes only, or is not fresh. Weeks of answers are read for
/// each new one, so that a reader is taken which looks at no more than it is asked for.
std::optional<Metres> asked_for(const std::string& decision, simdjson::ondemand::parser& parser) {
  const simdjson::padded_string text(decision);
  simdjson::ondemand::document json;
  if (parser.iterate(text).get(json) != simdjson::SUCCESS) return std::nullopt;
  bool fresh = false;
  if (json["fresh"].get(fresh) != simdjson::SUCCESS || !fresh) return std::nullopt;
  simdjson::ondemand::object session;
  if (json["session"].get(session) != simdjson::SUCCESS) return Metres(0);  // a clinician level: no running
  std::string_view kind = "rest";
  if (session["kind"].get(kind) != simdjson::SUCCESS || kind == "rest" || kind == "cross_train") return Metres(0);
  double distance = 0;
  const bool told = session["distance_m"].get(distance) == simdjson::SUCCESS;
  return told && distance > 0 ? std::optional(Metres(distance)) : std::nullopt;
}

/// The days that are over with what their last answers asked for.
Result<std::vector<trends::AskedDay>> asked_days(const std::string& runner_id, LocalDay today, Store& store) {
  // A day more, since days begin at other moments in other zones.
  const auto log = store.decisions_since(runner_id, start_of_day(today - days_looked_at - 1, 0));
  if (!log) return std::unexpected(log.error());
  std::map<LocalDay, const DecisionEntry*> last_of_day;
  for (const DecisionEntry& entry : *log)
    if (entry.day < today && entry.day >= today - days_looked_at) last_of_day[entry.day] = &entry;
  std::vector<trends::AskedDay> days;
  simdjson::ondemand::parser parser;
  for (const auto& [day, entry] : last_of_day)
    if (const auto asked = asked_for(entry->decision_json, parser)) days.push_back({day, *asked});
  return days;
}

}  // namespace

Result<trends::Promises> promises_of(const TodayAnswer& answer, const std::string& runner_id, Store& store,
                                     const catalog::Catalog& catalog) {
  const auto asked = asked_days(runner_id, answer.assessment.decision.day, store);
  if (!asked) return std::unexpected(asked.error());
  return trends::measure_promises(answer.history, answer.assessment.pain, *asked, catalog.parameters);
}

}  // namespace hipline::app
