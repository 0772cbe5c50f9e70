#pragma once

#include <optional>
#include <string>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/ports/kept_history.hpp"
#include "hipline/app/ports/store.hpp"

namespace hipline::app {

/// Today's answer with what it was made from.
struct TodayAnswer {
  model::History history;
  Assessment assessment;
  /// Where the answer is not fresh: the last one that was, which no longer counts.
  std::optional<rules::Level> last_level;
  std::optional<LocalDay> last_day;
};

/// What a day's answer needs of the world.
struct TodayRequest {
  std::string runner_id;
  LocalDay today;
  std::optional<Instant> now;
  std::string program_version;
};

/// What days are decided from, kept between the answers for one runner with one catalog: only what was told since is
/// read and weighed anew. Nothing in it changes an answer.
struct KeptDay {
  KeptHistory history;
  std::optional<today::Milestone> milestone;
};

/// Decides the day from what the store knows, and notes the decision in the log unless it says the same as the last one
/// noted. Errors: those of the store and of `assess`.
Result<TodayAnswer> answer_today(const TodayRequest& request, Store& store, const catalog::Catalog& catalog,
                                 KeptDay& kept);
/// The same from the beginning.
Result<TodayAnswer> answer_today(const TodayRequest& request, Store& store, const catalog::Catalog& catalog);

}  // namespace hipline::app
