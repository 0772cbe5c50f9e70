#include "hipline/session/session.hpp"

#include <algorithm>
#include <cmath>

namespace hipline::session {
namespace {

/// A second tap so soon after a step began was meant for the step before.
constexpr milliseconds double_tap{600};

const Step& step_of(const Script& script, const State& state) { return script.steps[state.step]; }

bool eased(const State& state, const Step& step) {
  const int from = state.eased_from[step.exercise];
  return from > 0 && step.round >= from;
}

milliseconds shorter(milliseconds whole, double share) {
  return milliseconds(static_cast<milliseconds::rep>(std::ceil(static_cast<double>(whole.count()) * share)));
}

/// Whether a step is left out because its exercise was stopped for today. The rest after it is still taken.
bool left_out(const State& state, const Step& step) {
  const int round = state.stopped_in[step.exercise];
  return round > 0 && (step.round > round || (step.round == round && step.kind != StepKind::rest));
}

void enter(const Script& script, State& state, std::size_t step) {
  while (step < script.steps.size() && left_out(state, script.steps[step])) ++step;
  state.step = step;
  state.in_step = milliseconds(0);
  state.added = milliseconds(0);
  if (step >= script.steps.size()) state.running = false;
}

/// What has been worked in the step so far.
Done worked(const Script& script, const State& state, bool whole) {
  const Step& step = step_of(script, state);
  Done done{.step = state.step, .whole = whole};
  done.worked = std::max(state.in_step - lead_in(script, step), milliseconds(0));
  if (step.kind == StepKind::repetitions) {
    const milliseconds one = cycle(script.exercises[step.exercise]);
    const int asked = repetitions(script, state, state.step);
    done.repetitions = whole ? asked : one.count() > 0 ? std::min(asked, static_cast<int>(state.in_step / one)) : 0;
  }
  return done;
}

void finish_step(const Script& script, State& state, bool whole) {
  if (is_work(step_of(script, state).kind)) state.done.push_back(worked(script, state, whole));
  enter(script, state, state.step + 1);
}

/// Lets time pass: timed steps end when their time is over, and what is left of it goes into the next.
void advance(const Script& script, State& state, milliseconds at) {
  milliseconds passed = std::max(at - state.at, milliseconds(0));
  state.at = std::max(state.at, at);
  while (state.running && !finished(script, state)) {
    const auto whole = duration(script, state, state.step);
    if (!whole || state.in_step + passed < *whole) {
      state.in_step += passed;
      state.active += passed;
      return;
    }
    const milliseconds used = std::max(*whole - state.in_step, milliseconds(0));
    passed -= used;
    state.active += used;
    state.in_step = *whole;
    finish_step(script, state, true);
  }
}

/// The index of the last step of work that was begun, at or before where we are; nothing before the first.
std::optional<std::size_t> last_work(const Script& script, const State& state) {
  const std::size_t from = std::min(state.step + 1, script.steps.size());
  for (std::size_t i = from; i-- > 0;) {
    if (!is_work(script.steps[i].kind) || left_out(state, script.steps[i])) continue;
    if (i == state.step ||
        std::any_of(state.done.begin(), state.done.end(), [&](const Done& d) { return d.step == i; }))
      return i;
  }
  return std::nullopt;
}

void repeat_set(const Script& script, State& state) {
  const auto work = last_work(script, state);
  if (!work) return;
  std::erase_if(state.done, [&](const Done& done) { return done.step >= *work; });
  const bool ready_before = *work > 0 && script.steps[*work - 1].kind == StepKind::get_ready;
  enter(script, state, ready_before ? *work - 1 : *work);
}

/// Leaves out the set in hand or to come; ends a rest; leaves a question unanswered.
void skip(const Script& script, State& state) {
  const StepKind kind = step_of(script, state).kind;
  if (kind == StepKind::get_ready) enter(script, state, state.step + 1);
  if (finished(script, state)) return;
  if (kind == StepKind::get_ready && !is_work(step_of(script, state).kind)) return;
  finish_step(script, state, false);
}

void tap(const Script& script, State& state) {
  if (!state.running) {
    state.running = true;
    state.started = true;
    return;
  }
  const Step& step = step_of(script, state);
  if (state.in_step < double_tap) return;
  switch (step.kind) {
    case StepKind::get_ready:
    case StepKind::rest: return enter(script, state, state.step + 1);
    case StepKind::repetitions: state.running = false; return;
    case StepKind::work:
    case StepKind::hold:
      if (state.in_step > lead_in(script, step)) finish_step(script, state, true);
      return;
    case StepKind::pain: return;
  }
}

Felt& felt_now(const Script& script, State& state) {
  const Step& step = step_of(script, state);
  if (state.felt.empty() || state.felt.back().exercise != step.exercise || state.felt.back().round != step.round)
    state.felt.push_back({.exercise = step.exercise, .round = step.round});
  return state.felt.back();
}

void ease(State& state, std::size_t exercise, int from_round) {
  int& from = state.eased_from[exercise];
  from = from == 0 ? from_round : std::min(from, from_round);
}

void feel(const Script& script, State& state, const Event& event) {
  const Step& step = step_of(script, state);
  if (step.kind != StepKind::pain) return;
  Felt& felt = felt_now(script, state);
  if (event.kind == Event::Kind::sharp) {
    felt.sharp = true;
  } else {
    if (event.value < 0 || event.value > 10) return;
    felt.pain = event.value;
  }
  if (felt.sharp || (felt.pain && *felt.pain >= script.stop_from)) {
    state.stopped_in[step.exercise] = step.round;
  } else if (*felt.pain >= script.ease_from) {
    ease(state, step.exercise, step.round + 1);
  }
  enter(script, state, state.step + 1);
}

}  // namespace

bool is_work(StepKind kind) {
  return kind == StepKind::repetitions || kind == StepKind::work || kind == StepKind::hold;
}

milliseconds cycle(const Exercise& exercise) {
  milliseconds sum{0};
  for (const Phase& phase : exercise.phases) sum += phase.length;
  return sum;
}

milliseconds lead_in(const Script& script, const Step& step) {
  if (step.kind != StepKind::hold) return milliseconds(0);
  milliseconds before{0};
  for (const Phase& phase : script.exercises[step.exercise].phases) {
    if (phase.count == Count::up) return before;
    before += phase.length;
  }
  return milliseconds(0);
}

int repetitions(const Script& script, const State& state, std::size_t step) {
  const Step& asked = script.steps[step];
  if (!eased(state, asked)) return asked.repetitions;
  return std::max(1, static_cast<int>(std::ceil(asked.repetitions * script.eased_share)));
}

std::optional<milliseconds> duration(const Script& script, const State& state, std::size_t step) {
  const Step& asked = script.steps[step];
  switch (asked.kind) {
    case StepKind::get_ready: return asked.length.count() > 0 ? std::optional(asked.length) : std::nullopt;
    case StepKind::rest: return asked.length + (step == state.step ? state.added : milliseconds(0));
    case StepKind::repetitions: return cycle(script.exercises[asked.exercise]) * repetitions(script, state, step);
    case StepKind::work: return eased(state, asked) ? shorter(asked.length, script.eased_share) : asked.length;
    case StepKind::hold: {
      if (asked.length.count() == 0) return std::nullopt;
      return lead_in(script, asked) + (eased(state, asked) ? shorter(asked.length, script.eased_share) : asked.length);
    }
    case StepKind::pain: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> next_work(const Script& script, const State& state) {
  for (std::size_t i = state.step + 1; i < script.steps.size(); ++i)
    if (is_work(script.steps[i].kind) && !left_out(state, script.steps[i])) return i;
  return std::nullopt;
}

State begin(const Script& script) {
  State state;
  state.eased_from.assign(script.exercises.size(), 0);
  state.stopped_in.assign(script.exercises.size(), 0);
  return state;
}

State after(const Script& script, State state, const Event& event) {
  advance(script, state, event.at);
  if (finished(script, state)) return state;
  switch (event.kind) {
    case Event::Kind::tick: break;
    case Event::Kind::tap: tap(script, state); break;
    case Event::Kind::pause: state.running = false; break;
    case Event::Kind::go_on:
      state.running = true;
      state.started = true;
      break;
    case Event::Kind::skip: skip(script, state); break;
    case Event::Kind::repeat: repeat_set(script, state); break;
    case Event::Kind::pain:
    case Event::Kind::sharp: feel(script, state, event); break;
    case Event::Kind::easier: ease(state, step_of(script, state).exercise, step_of(script, state).round); break;
    case Event::Kind::more_rest:
      if (step_of(script, state).kind == StepKind::rest && event.value > 0)
        state.added += std::chrono::seconds(event.value);
      break;
    case Event::Kind::leave:
      if (is_work(step_of(script, state).kind) && state.in_step > lead_in(script, step_of(script, state)))
        state.done.push_back(worked(script, state, false));
      state.left = true;
      state.running = false;
      break;
  }
  return state;
}

State replay(const Script& script, const std::vector<Event>& events) {
  State state = begin(script);
  for (const Event& event : events) state = after(script, std::move(state), event);
  return state;
}

}  // namespace hipline::session
