#pragma once

#include <string>
#include <vector>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/pages/pages.hpp"
#include "hipline/model/history.hpp"

namespace hipline {

/// A runner's days, told one after the other: runs, mornings, what a clinician said. Starts from the golden case "fine"
/// on its own day; day 1 is the day after.
class Days {
 public:
  Days();

  /// A run at five in the afternoon.
  Days& run(int day, double km, int worst, model::PainOnset onset = model::PainOnset::after);
  /// A check-in at an hour: every screening question answered no but for `yes`, those of `open` skipped.
  Days& check_in(int day, int hour, int morning_pain, const std::vector<std::string>& yes = {},
                 const std::vector<std::string>& open = {});
  /// A clinician's word at noon.
  Days& advice(int day, model::Verdict verdict, const std::string& limits = {});

  /// What is known at an hour of a day; nothing told later.
  [[nodiscard]] model::History at(int day, int hour = 9) const;
  [[nodiscard]] app::TodayAnswer answer(int day, int hour = 9) const;
  [[nodiscard]] today::Decision decision(int day, int hour = 9) const { return answer(day, hour).assessment.decision; }
  [[nodiscard]] rules::Level level(int day, int hour = 9) const { return decision(day, hour).level; }
  [[nodiscard]] std::string screen(int day, app::TodayView view = app::TodayView::first_screen, int hour = 9) const;

  model::History history;

 private:
  LocalDay start_;
};

}  // namespace hipline
