#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/interview/interview.hpp"
#include "hipline/app/ports/kept_history.hpp"
#include "hipline/app/ports/store.hpp"
#include "hipline/app/ports/zones.hpp"
#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"

namespace hipline::app {

/// When a page's check-in is given, and by whose clock.
struct CheckInMoment {
  std::string runner_id;
  std::string zone;
  Instant at;
  std::optional<LocalDay> today;  ///< the day that was asked for at the start; nothing: the moment's own
};

/// A check-in before its answers, and all that was known before it. Errors: unknown_zone, and the store's.
struct CheckInSetting {
  model::CheckIn check_in;
  model::History so_far;
};
Result<CheckInSetting> check_in_setting(const CheckInMoment& moment, KeptHistory& kept, Store& store,
                                        const Zones& zones);

/// What the page has gone through so far, as it sends it.
struct InterviewSoFar {
  Asking asking = Asking::due;
  std::optional<Instant> at;
  std::vector<model::Answer> told;
  struct Step {
    std::string question;
    std::vector<model::Answer> answers;
  };
  std::vector<Step> steps;
};
/// Errors: bad_json, and what the fields say of themselves; unknown_fact, out_of_range.
Result<InterviewSoFar> interview_so_far(std::string_view json, const catalog::Catalog& catalog);

/// The next question and how far the interview has come, as JSON. Keeps nothing.
/// Errors: not_asked, where a step answers a question that is not the next one.
Result<std::string> interview_json(const InterviewSoFar& so_far, const CheckInSetting& setting,
                                   const catalog::Catalog& catalog);

/// A check-in as a page sends it.
struct NewCheckIn {
  std::string id;  ///< made by the page: the same id is the same check-in
  std::optional<Instant> at;
  std::vector<model::Answer> answers;
};
/// Errors: as `interview_so_far`.
Result<NewCheckIn> new_check_in(std::string_view json, const catalog::Catalog& catalog);

/// Keeps it, unless its id was kept before; answers whether it is new. Errors: the store's.
Result<bool> keep_check_in(const std::string& runner_id, const NewCheckIn& told, CheckInSetting setting, Store& store);

/// What was told, newest first, as JSON.
std::string check_ins_json(const model::History& history, const catalog::Catalog& catalog);

}  // namespace hipline::app
