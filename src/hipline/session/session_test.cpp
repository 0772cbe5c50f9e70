#include "hipline/session/session.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "hipline/session/made_up_circuit.hpp"
#include "hipline/session/view.hpp"

namespace hipline::session {
namespace {

using namespace std::chrono_literals;
using Kind = Event::Kind;

Event at(milliseconds when, Kind kind = Kind::tick, int value = 0) { return {kind, when, value}; }

TEST(Session, waits_for_the_first_tap) {
  const Script script = made_up_circuit();
  const State state = replay(script, {at(60s)});
  EXPECT_EQ(state.step, 0u);
  EXPECT_EQ(state.in_step, 0ms);
  EXPECT_FALSE(state.started);
}

TEST(Session, gets_ready_and_then_works_by_itself) {
  const Script script = made_up_circuit();
  const State state = replay(script, {at(0s, Kind::tap), at(5500ms)});
  EXPECT_EQ(state.step, 1u);
  EXPECT_EQ(state.in_step, 500ms);
}

TEST(Session, a_tap_in_getting_ready_starts_at_once) {
  const Script script = made_up_circuit();
  EXPECT_EQ(replay(script, {at(0s, Kind::tap), at(2s, Kind::tap)}).step, 1u);
}

TEST(Session, a_double_tap_counts_once) {
  const Script script = made_up_circuit();
  const State state = replay(script, {at(0s, Kind::tap), at(2s, Kind::tap), at(2200ms, Kind::tap)});
  EXPECT_EQ(state.step, 1u);
  EXPECT_TRUE(state.running);
}

TEST(Session, repetitions_end_by_their_count) {
  const Script script = made_up_circuit();
  const State state = replay(script, {at(0s, Kind::tap), at(5s + 7600ms)});
  EXPECT_EQ(state.step, 2u);
  ASSERT_EQ(state.done.size(), 1u);
  EXPECT_EQ(state.done[0].repetitions, 2);
  EXPECT_TRUE(state.done[0].whole);
}

TEST(Session, a_tap_in_repetitions_pauses_and_the_next_goes_on) {
  const Script script = made_up_circuit();
  const State paused = replay(script, {at(0s, Kind::tap), at(7s, Kind::tap), at(60s)});
  EXPECT_FALSE(paused.running);
  EXPECT_EQ(paused.in_step, 2s);
  const State on = after(script, after(script, paused, at(70s, Kind::tap)), at(71s));
  EXPECT_EQ(on.in_step, 3s);
  EXPECT_EQ(on.active, 8s);
}

State in_hold(const Script& script) {
  State state = begin(script);
  state.step = 13;  // the first hold
  state.started = true;
  state.running = true;
  return state;
}

TEST(Session, a_hold_lasts_until_the_tap_and_counts_without_its_lead_in) {
  const Script script = made_up_circuit();
  const State state = after(script, in_hold(script), at(38s, Kind::tap));
  EXPECT_EQ(state.step, 14u);
  ASSERT_EQ(state.done.size(), 1u);
  EXPECT_EQ(state.done[0].worked, 36s);
}

TEST(Session, a_hold_that_is_not_to_fatigue_ends_by_itself) {
  Script script = made_up_circuit();
  script.steps[13].length = 20s;
  EXPECT_EQ(after(script, in_hold(script), at(21999ms)).step, 13u);
  const State state = after(script, in_hold(script), at(22s));
  EXPECT_EQ(state.step, 14u);
  EXPECT_EQ(state.done[0].worked, 20s);
}

TEST(Session, a_tap_before_the_hold_counts_is_not_its_end) {
  const Script script = made_up_circuit();
  const State state = after(script, in_hold(script), at(1s, Kind::tap));
  EXPECT_EQ(state.step, 13u);
  EXPECT_TRUE(state.done.empty());
}

TEST(Session, a_hold_survives_by_its_events) {
  const Script script = made_up_circuit();
  std::vector<Event> events = {at(0s, Kind::tap)};
  milliseconds now{0};
  while (replay(script, events).step < 13) events.push_back(at(now += 10s, Kind::skip));
  events.push_back(at(now + 9s, Kind::pause));
  const State before = replay(script, events);
  ASSERT_EQ(script.steps[before.step].kind, StepKind::hold);
  events.push_back(at(now + 9s, Kind::go_on));  // as after a reload: the same clock goes on from what was kept
  events.push_back(at(now + 10s));
  EXPECT_EQ(replay(script, events).in_step, before.in_step + 1s);
  EXPECT_EQ(replay(script, events).done.size(), before.done.size());
}

State asked(const Script& script, Kind kind, int value) {
  State state = begin(script);
  state.step = 4;  // the question after the climber
  state.started = state.running = true;
  return after(script, state, at(3s, kind, value));
}

TEST(Session, quiet_pain_changes_nothing) {
  const Script script = made_up_circuit(2);
  for (const int pain : {0, 3}) {
    const State state = asked(script, Kind::pain, pain);
    EXPECT_EQ(state.step, 5u);
    EXPECT_EQ(state.eased_from[0], 0) << pain;
    EXPECT_EQ(state.stopped_in[0], 0) << pain;
  }
}

TEST(Session, pain_of_four_or_five_makes_the_next_rounds_shorter) {
  const Script script = made_up_circuit(2);
  for (const int pain : {4, 5}) {
    const State state = asked(script, Kind::pain, pain);
    EXPECT_EQ(state.eased_from[0], 2);
    EXPECT_EQ(state.stopped_in[0], 0);
    EXPECT_EQ(repetitions(script, state, 1), 2);
    EXPECT_EQ(repetitions(script, state, 19), 2);  // 70 % of two, rounded up
  }
}

TEST(Session, pain_of_six_ends_the_exercise_for_today) {
  const Script script = made_up_circuit(2);
  State state = asked(script, Kind::pain, 6);
  EXPECT_EQ(state.stopped_in[0], 1);
  EXPECT_EQ(script.steps[state.step].kind, StepKind::rest);
  while (!finished(script, state)) {
    state = after(script, state, at(state.at + 1s, Kind::skip));
    if (!finished(script, state) && script.steps[state.step].round == 2) {
      EXPECT_NE(script.steps[state.step].exercise, 0u);
    }
  }
}

TEST(Session, something_sharp_ends_the_exercise_whatever_the_number) {
  const Script script = made_up_circuit(2);
  EXPECT_EQ(asked(script, Kind::sharp, 0).stopped_in[0], 1);
}

TEST(Session, a_number_that_is_no_pain_is_not_taken) {
  const Script script = made_up_circuit();
  for (const int pain : {-1, 11}) EXPECT_EQ(asked(script, Kind::pain, pain).step, 4u);
}

TEST(Session, repeating_a_set_drops_what_was_counted_of_it) {
  const Script script = made_up_circuit();
  const State state = replay(script, {at(0s, Kind::tap), at(14s), at(14s, Kind::repeat)});
  EXPECT_EQ(state.step, 0u);
  EXPECT_TRUE(state.done.empty());
}

TEST(Session, a_skipped_set_is_kept_as_not_whole) {
  const Script script = made_up_circuit();
  const State state = replay(script, {at(0s, Kind::tap), at(10s, Kind::skip)});
  ASSERT_EQ(state.done.size(), 1u);
  EXPECT_FALSE(state.done[0].whole);
  EXPECT_EQ(state.done[0].repetitions, 1);
}

TEST(Session, leaving_keeps_what_was_done) {
  const Script script = made_up_circuit();
  const State state = replay(script, {at(0s, Kind::tap), at(10s, Kind::leave), at(100s, Kind::tap)});
  EXPECT_TRUE(finished(script, state));
  EXPECT_EQ(state.done.size(), 1u);
}

TEST(Session, more_rest_lengthens_this_rest_only) {
  const Script script = made_up_circuit();
  State state = begin(script);
  state.step = 5;
  state.started = state.running = true;
  state = after(script, state, at(19s, Kind::more_rest, 15));
  EXPECT_EQ(after(script, state, at(34s)).step, 5u);
  EXPECT_EQ(after(script, state, at(35s)).step, 6u);
}

/// Anything that can be done to a session, in any order, with time passing between.
std::vector<Event> any_events() {
  std::vector<Event> events;
  milliseconds when{0};
  const int count = *rc::gen::inRange(1, 120);
  for (int i = 0; i < count; ++i) {
    when += milliseconds(*rc::gen::inRange(0, 30000));
    events.push_back(at(when, static_cast<Kind>(*rc::gen::inRange(0, 10)), *rc::gen::inRange(0, 12)));
  }
  return events;
}

RC_GTEST_PROP(Session, does_not_depend_on_how_often_time_is_told, ()) {
  const Script script = made_up_circuit(2);
  const std::vector<Event> events = any_events();
  State told = begin(script);
  milliseconds last{0};
  for (const Event& event : events) {
    for (milliseconds t = last; t < event.at; t += 250ms) told = after(script, told, at(t));
    told = after(script, told, event);
    last = event.at;
  }
  const State once = replay(script, events);
  RC_ASSERT(told.step == once.step);
  RC_ASSERT(told.in_step == once.in_step);
  RC_ASSERT(told.active == once.active);
  RC_ASSERT(told.done.size() == once.done.size());
  for (std::size_t i = 0; i < once.done.size(); ++i) RC_ASSERT(told.done[i].worked == once.done[i].worked);
}

RC_GTEST_PROP(Session, counts_each_set_once_and_in_order, ()) {
  const Script script = made_up_circuit(3);
  const State state = replay(script, any_events());
  for (std::size_t i = 0; i < state.done.size(); ++i) {
    RC_ASSERT(is_work(script.steps[state.done[i].step].kind));
    if (i > 0) RC_ASSERT(state.done[i - 1].step < state.done[i].step);
  }
}

TEST(Session, what_was_stopped_is_not_named_as_next) {
  const Script script = made_up_circuit(2);
  State state = begin(script);
  state.step = 5;  // the rest after the first exercise
  ASSERT_EQ(script.steps[5].kind, StepKind::rest);
  EXPECT_EQ(next_work(script, state), std::optional<std::size_t>(7));
  state.stopped_in[1] = 1;
  const auto next = next_work(script, state);
  ASSERT_TRUE(next);
  EXPECT_EQ(script.steps[*next].exercise, 2u);
  state.step = script.steps.size() - 1;
  EXPECT_FALSE(next_work(script, state));
}

RC_GTEST_PROP(Session, never_plays_an_exercise_again_after_it_was_stopped, ()) {
  const Script script = made_up_circuit(3);
  State state = begin(script);
  for (const Event& event : any_events()) {
    state = after(script, state, event);
    if (finished(script, state)) break;
    const Step& step = script.steps[state.step];
    const int stopped = state.stopped_in[step.exercise];
    RC_ASSERT(stopped == 0 || step.round < stopped || (step.round == stopped && step.kind == StepKind::rest));
  }
}

RC_GTEST_PROP(Session, always_comes_to_its_end, ()) {
  const Script script = made_up_circuit(2);
  State state = replay(script, any_events());
  for (int i = 0; i < 400 && !finished(script, state); ++i) {
    state = after(script, state, at(state.at + 1s, Kind::go_on));
    state = after(script, state, at(state.at + 1s, Kind::skip));
  }
  RC_ASSERT(finished(script, state));
}

TEST(View, counts_the_seconds_that_are_left_up_and_those_held_down) {
  EXPECT_EQ(shown_seconds(2001ms, true), 3);
  EXPECT_EQ(shown_seconds(2000ms, true), 2);
  EXPECT_EQ(shown_seconds(2999ms, false), 2);
}

TEST(View, shows_the_tempo_of_a_repetition) {
  const Script script = made_up_circuit();
  const State state = replay(script, {at(0s, Kind::tap), at(5s + 3800ms + 400ms + 1500ms)});
  const View now = view(script, state);
  EXPECT_EQ(now.phase, 1u);
  EXPECT_EQ(now.repetition, 2);
  EXPECT_EQ(now.repetitions, 2);
  ASSERT_TRUE(now.number);
  EXPECT_EQ(shown_seconds(*now.number, now.counts_down), 2);
  EXPECT_DOUBLE_EQ(now.phase_progress, 0.5);
}

TEST(View, of_a_hold_is_a_stopwatch_with_last_time_beside_it) {
  const Script script = made_up_circuit();
  const View now = view(script, after(script, in_hold(script), at(12s)));
  EXPECT_FALSE(now.counts_down);
  EXPECT_EQ(*now.number, 10s);
  EXPECT_EQ(now.last, 18s);
  EXPECT_EQ(now.phase, 1u);
  EXPECT_DOUBLE_EQ(now.step_progress, 0.5);
}

}  // namespace
}  // namespace hipline::session
