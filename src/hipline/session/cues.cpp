#include "hipline/session/cues.hpp"

#include <algorithm>

namespace hipline::session {
namespace {

constexpr milliseconds second{1000};
constexpr milliseconds countdown{3000};  ///< the last seconds of a rest and of getting ready are heard
constexpr milliseconds sayable{1500};    ///< a shorter phase is over before its word is

/// Cues of one step in its own time: `at` counts from the step's beginning.
class StepCues {
 public:
  StepCues(const Script& script, std::size_t step, milliseconds from, milliseconds until)
      : script_(script), step_(script.steps[step]), index_(step), from_(from), until_(until) {}

  std::vector<Cue> all(std::optional<milliseconds> whole) {
    add(milliseconds(0), Sound::none, Says::step);
    switch (step_.kind) {
      case StepKind::get_ready:
      case StepKind::rest:
        if (whole) last_seconds(*whole);
        break;
      case StepKind::pain: add(milliseconds(0), Sound::soft); break;
      case StepKind::repetitions:
      case StepKind::work: work(whole); break;
      case StepKind::hold: hold(whole); break;
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Cue& a, const Cue& b) { return a.at < b.at; });
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Exercise& exercise() const { return script_.exercises[step_.exercise]; }

  void add(milliseconds at, Sound sound, Says says = Says::nothing, std::size_t phase = 0) {
    if (at >= from_ && at < until_ && (sound != Sound::none || says != Says::nothing))
      found_.push_back({.at = at, .sound = sound, .says = says, .step = index_, .phase = phase});
  }

  void last_seconds(milliseconds whole) {
    for (milliseconds left = std::min(countdown, whole); left.count() > 0; left -= second)
      if (left.count() % 1000 == 0) add(whole - left, Sound::tick);
  }

  /// One phase that begins at `begin` and sounds until `end`.
  void phase(std::size_t index, milliseconds begin, milliseconds end, bool said) {
    const Phase& phase = exercise().phases[index];
    const Says says = said ? Says::phase : Says::nothing;
    if (phase.sound != Sound::tick && phase.sound != Sound::tick_5) {
      add(begin, phase.sound, says, index);
      return;
    }
    const milliseconds step = phase.sound == Sound::tick ? second : 5 * second;
    milliseconds at = begin + (phase.sound == Sound::tick ? milliseconds(0) : step);
    add(begin, phase.sound == Sound::tick ? Sound::tick : Sound::none, says, index);
    if (at == begin) at += step;
    if (at < from_) at += (from_ - at) / step * step;
    for (; at < end && at < until_; at += step) add(at, phase.sound);
  }

  void work(std::optional<milliseconds> whole) {
    const milliseconds one = cycle(exercise());
    if (one.count() <= 0 || !whole) return;
    const milliseconds until = std::min(*whole, until_);
    milliseconds begun = from_ > one ? from_ / one * one - one : milliseconds(0);
    for (; begun < until; begun += one) {
      milliseconds at = begun;
      for (std::size_t i = 0; i < exercise().phases.size() && at < *whole; ++i) {
        const milliseconds length = exercise().phases[i].length;
        phase(i, at, std::min(at + length, *whole), begun.count() == 0 || length >= sayable);
        at += length;
      }
    }
    end(*whole);
  }

  void hold(std::optional<milliseconds> whole) {
    const milliseconds until = std::min(whole.value_or(until_), until_);
    milliseconds at{0};
    for (std::size_t i = 0; i < exercise().phases.size(); ++i) {
      const Phase& part = exercise().phases[i];
      const bool counts = part.count == Count::up;
      phase(i, at, counts ? until : at + part.length, true);
      if (counts) {
        if (step_.aim && !whole) add(at + *step_.aim, Sound::soft);
        if (whole) end(*whole);
        return;
      }
      at += part.length;
    }
  }

  /// An end is heard as it comes, a hair before the next step begins.
  void end(milliseconds whole) { add(std::max(whole - milliseconds(1), milliseconds(0)), Sound::end); }

  const Script& script_;
  const Step& step_;
  std::size_t index_;
  milliseconds from_;
  milliseconds until_;
  std::vector<Cue> found_;
};

}  // namespace

std::string_view words(const Script& script, const Cue& cue) {
  const Step& step = script.steps[cue.step];
  switch (cue.says) {
    case Says::nothing: return {};
    case Says::step: return step.say;
    case Says::phase: return script.exercises[step.exercise].phases[cue.phase].cue;
  }
  return {};
}

std::vector<Cue> cues(const Script& script, const State& state, milliseconds horizon) {
  std::vector<Cue> all;
  State now = state;
  const milliseconds until = state.at + horizon;
  while (now.running && !finished(script, now) && now.at < until) {
    const milliseconds begun = now.at - now.in_step;  // where the step's own time is 0 on the session's clock
    const auto whole = duration(script, now, now.step);
    for (Cue cue : StepCues(script, now.step, now.in_step, until - begun).all(whole)) {
      cue.at += begun;
      all.push_back(cue);
    }
    if (!whole) break;
    now = after(script, std::move(now), {.kind = Event::Kind::tick, .at = begun + *whole});
  }
  return all;
}

}  // namespace hipline::session
