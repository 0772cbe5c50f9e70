#include "hipline/session/view.hpp"

#include <algorithm>

namespace hipline::session {
namespace {

double share(milliseconds part, milliseconds whole) {
  return whole.count() > 0
             ? std::clamp(static_cast<double>(part.count()) / static_cast<double>(whole.count()), 0.0, 1.0)
             : 0.0;
}

/// The phase at a moment of a step of work. A hold stays in its counting phase.
void place_in_phases(const Script& script, const Step& step, milliseconds in_step, View& view) {
  const Exercise& exercise = script.exercises[step.exercise];
  const milliseconds one = cycle(exercise);
  if (one.count() <= 0) return;
  milliseconds rest = in_step;
  if (step.kind != StepKind::hold) rest = in_step % one;
  view.in_cycle = rest;
  milliseconds begun{0};
  for (std::size_t i = 0; i < exercise.phases.size(); ++i) {
    const Phase& phase = exercise.phases[i];
    view.phase = i;
    const bool stays = step.kind == StepKind::hold && phase.count == Count::up;
    if (stays || rest < begun + phase.length || i + 1 == exercise.phases.size()) {
      view.phase_progress = share(rest - begun, phase.length);
      if (stays) view.in_cycle = begun + (phase.length.count() > 0 ? (rest - begun) % phase.length : milliseconds(0));
      if (phase.count == Count::down) {
        view.number = begun + phase.length - rest;
        view.counts_down = true;
      }
      return;
    }
    begun += phase.length;
  }
}

}  // namespace

View view(const Script& script, const State& state) {
  View view{.started = state.started, .running = state.running, .finished = finished(script, state)};
  if (view.finished) return view;
  const Step& step = script.steps[state.step];
  view.kind = step.kind;
  view.last = step.last;
  view.best = step.best;
  const int from = state.eased_from[step.exercise];
  view.eased = from > 0 && step.round >= from;
  const auto whole = duration(script, state, state.step);
  if (whole) view.step_progress = share(state.in_step, *whole);
  switch (step.kind) {
    case StepKind::get_ready:
    case StepKind::rest:
      if (whole) view.number = *whole - state.in_step;
      view.counts_down = true;
      break;
    case StepKind::repetitions: {
      place_in_phases(script, step, state.in_step, view);
      const milliseconds one = cycle(script.exercises[step.exercise]);
      view.repetitions = repetitions(script, state, state.step);
      if (one.count() > 0) view.repetition = std::min(view.repetitions, static_cast<int>(state.in_step / one) + 1);
      break;
    }
    case StepKind::work:
      place_in_phases(script, step, state.in_step, view);
      view.number = whole ? *whole - state.in_step : state.in_step;
      view.counts_down = whole.has_value();
      break;
    case StepKind::hold: {
      place_in_phases(script, step, state.in_step, view);
      const milliseconds lead = lead_in(script, step);
      const milliseconds held = std::max(state.in_step - lead, milliseconds(0));
      view.counts_down = state.in_step < lead;
      view.number = view.counts_down ? lead - state.in_step : held;
      view.step_progress = share(held, step.aim.value_or(step.length));
      break;
    }
    case StepKind::pain: break;
  }
  return view;
}

int shown_seconds(milliseconds number, bool counts_down) {
  const auto ms = std::max<milliseconds::rep>(number.count(), 0);
  return static_cast<int>(counts_down ? (ms + 999) / 1000 : ms / 1000);
}

}  // namespace hipline::session
