#include <algorithm>
#include <optional>

#include "hipline/plan/draft.hpp"
#include "hipline/plan/words.hpp"

namespace hipline::plan {
namespace {

using baseline::SessionKind;

/// The circuit's word for a session with everything in it.
constexpr const char* full = "full";

class Circuits {
 public:
  explicit Circuits(Draft& draft) : draft_(draft) {
    for (const model::CircuitEntry& entry : draft.input.history.circuits) {
      if (entry.day > draft.input.history.today) continue;
      if (entry.day == draft.input.history.today) {
        done_today_ = true;  // today's own circuit stands as planned; it counts from tomorrow on
        continue;
      }
      if (!last_ || entry.day > *last_) last_ = entry.day;
      if (!first_ || entry.day < *first_) first_ = entry.day;
      if (hip_days_.empty() || hip_days_.back() != entry.day) hip_days_.push_back(entry.day);
    }
  }

  void plan() {
    for (std::size_t i = 0; i < draft_.days.size(); ++i) {
      plan_day(i);
      if (i == 0 && done_today_) count(draft_.days.front().plan.day);
    }
  }

 private:
  void plan_day(std::size_t i) {
    DraftDay& day = draft_.days[i];
    const auto tomorrow = kind_on(i + 1);
    day.facts.set("long_or_fast_run_tomorrow", rules::truth_of(tomorrow && is_long_or_fast(*tomorrow)));
    day.rules = DayRules(draft_.rules, day.facts);

    circuit::Prescription prescription = draft_.input.prescribe(dose_of(i, tomorrow));
    prescription.day = day.plan.day;
    if (prescription.any && prescription.focus == full) {
      if (const auto withheld = full_withheld_by(day)) {
        prescription = {};
        prescription.day = day.plan.day;
        prescription.because = day.circuit_withheld_by = *withheld;
        day.plan.mobility = true;
      } else {
        count(day.plan.day);
      }
    } else {
      day.plan.mobility = prescription.any;
      day.circuit_withheld_by = prescription.because;
    }
    day.plan.circuit = std::move(prescription);
  }

  void count(LocalDay day) {
    last_ = day;
    if (!first_) first_ = last_;
    if (hip_days_.empty() || hip_days_.back() != day) hip_days_.push_back(day);
  }

  /// The rule that keeps the full circuit off this day; nothing where it may be done.
  [[nodiscard]] std::optional<std::string> full_withheld_by(const DraftDay& day) const {
    if (const rules::Rule* rule = day.rules.forbidden_by(words::hip_circuit)) return rule->id;
    if (const auto gap = day.rules.limit(words::circuit_gap_hours_min); gap && last_) {
      if ((day.plan.day - *last_) * 24 < gap->value) return gap->rule->id;
    }
    if (const auto most = day.rules.limit(words::hip_days_max)) {
      const auto recent =
          std::count_if(hip_days_.begin(), hip_days_.end(), [&](LocalDay done) { return day.plan.day - done < 7; });
      if (static_cast<double>(recent) >= most->value) return most->rule->id;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<SessionKind> kind_on(std::size_t i) const {
    if (i < draft_.days.size()) return draft_.days[i].plan.kind;
    const auto& baseline = draft_.input.baseline.days;
    return i < baseline.size() ? std::optional(baseline[i].kind) : std::nullopt;
  }

  [[nodiscard]] circuit::DoseInput dose_of(std::size_t i, std::optional<SessionKind> tomorrow) const {
    const DraftDay& day = draft_.days[i];
    circuit::DoseInput dose = draft_.input.dose;
    dose.day = day.plan.day;
    dose.days_to_race = days_to_race(draft_, day.plan.day);
    dose.first_circuit = first_;
    dose.last_full_circuit = last_;
    dose.level = day.level;
    dose.run_today = baseline::is_running(day.plan.kind);
    dose.long_or_fast_today = is_long_or_fast(day.plan.kind);
    dose.long_or_fast_tomorrow = tomorrow && is_long_or_fast(*tomorrow);
    // What today's decision forbids of the circuit it forbids as long as the hip keeps runs away.
    if (day.level >= rules::Level::modify && i > 0) dose.forbidden.clear();
    return dose;
  }

  Draft& draft_;
  std::optional<LocalDay> last_;
  std::optional<LocalDay> first_;
  std::vector<LocalDay> hip_days_;
  bool done_today_ = false;
};

}  // namespace

void plan_circuits(Draft& draft) { Circuits(draft).plan(); }

}  // namespace hipline::plan
