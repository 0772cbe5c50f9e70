#include "hipline/app/today/today.hpp"

#include <nlohmann/json.hpp>

#include "hipline/exporters/json/answer_json.hpp"

namespace hipline::app {
namespace {

/// Days of the log that are read first: in nearly all of them the latest fresh answer is found.
constexpr int recent_days = 35;

/// The level of the latest decision that was fresh and given before `today`'s answer. Answers whether there is one.
bool take_last(const std::vector<DecisionEntry>& log, TodayAnswer& answer) {
  for (auto entry = log.rbegin(); entry != log.rend(); ++entry) {
    const auto json = nlohmann::json::parse(entry->decision_json, nullptr, false);
    if (!json.is_object() || !json.value("fresh", false)) continue;
    answer.last_level = rules::level_named(json.value("level", ""));
    answer.last_day = entry->day;
    return true;
  }
  return false;
}

}  // namespace

Result<TodayAnswer> answer_today(const TodayRequest& request, Store& store, const catalog::Catalog& catalog,
                                 KeptDay& kept) {
  auto history = kept.history.read(request.runner_id, request.today, request.now, store);
  if (!history) return std::unexpected(history.error());
  const auto moves = store.plan_moves(request.runner_id);
  if (!moves) return std::unexpected(moves.error());
  auto assessment = assess(*history, catalog, *moves, kept.milestone);
  if (!assessment) return std::unexpected(assessment.error());

  TodayAnswer answer{std::move(*history), std::move(*assessment), {}, {}};
  if (!answer.assessment.decision.fresh) {
    const auto recent = store.decisions_since(request.runner_id, start_of_day(request.today - recent_days, 0));
    if (!recent) return std::unexpected(recent.error());
    if (!take_last(*recent, answer)) {
      const auto all = store.decisions(request.runner_id);
      if (!all) return std::unexpected(all.error());
      take_last(*all, answer);
    }
  }
  const auto last = store.latest_decision(request.runner_id);
  if (!last) return std::unexpected(last.error());
  const std::string json =
      exporters::decision_json(answer.assessment.decision, catalog, answer.history.runner.country).dump();
  const bool same = *last && (*last)->decision_json == json && (*last)->content_hash == catalog.hash;
  if (!same) {
    const Instant at = request.now.value_or(start_of_day(request.today, 0));
    const auto noted =
        store.add_decision(request.runner_id, {at, request.today, json, catalog.hash, request.program_version});
    if (!noted) return std::unexpected(noted.error());
  }
  return answer;
}

Result<TodayAnswer> answer_today(const TodayRequest& request, Store& store, const catalog::Catalog& catalog) {
  KeptDay nothing;
  return answer_today(request, store, catalog, nothing);
}

}  // namespace hipline::app
