#include "hipline/session/cues.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "hipline/session/made_up_circuit.hpp"

namespace hipline::session {
namespace {

using namespace std::chrono_literals;
using Kind = Event::Kind;

struct Heard {
  milliseconds at{0};
  Sound sound = Sound::none;
  friend bool operator==(const Heard&, const Heard&) = default;
};

std::vector<Heard> sounds(const std::vector<Cue>& cues) {
  std::vector<Heard> heard;
  for (const Cue& cue : cues)
    if (cue.sound != Sound::none) heard.push_back({cue.at, cue.sound});
  return heard;
}

State started(const Script& script) { return after(script, begin(script), {Kind::tap, 0ms, 0}); }

TEST(Cues, count_the_last_three_seconds_of_getting_ready) {
  const Script script = made_up_circuit();
  const std::vector<Heard> expected = {{2s, Sound::tick}, {3s, Sound::tick}, {4s, Sound::tick}};
  EXPECT_EQ(sounds(cues(script, started(script), 5s)), expected);
}

TEST(Cues, beat_the_tempo_of_each_repetition) {
  const Script script = made_up_circuit();
  const std::vector<Heard> heard = sounds(cues(script, started(script), 5s + 7600ms));
  const std::vector<Heard> expected = {
      {2000ms, Sound::tick},  {3000ms, Sound::tick},  {4000ms, Sound::tick},  //
      {5000ms, Sound::rise},  {5400ms, Sound::tick},  {6400ms, Sound::tick},
      {7400ms, Sound::tick},  {8800ms, Sound::rise},  {9200ms, Sound::tick},
      {10200ms, Sound::tick}, {11200ms, Sound::tick}, {12599ms, Sound::end},
  };
  EXPECT_EQ(heard, expected);
}

TEST(Cues, say_which_side_comes) {
  const Script script = made_up_circuit();
  const std::vector<Cue> first = cues(script, started(script), 1s);
  ASSERT_FALSE(first.empty());
  EXPECT_EQ(words(script, first[0]), "Left");
}

TEST(Cues, tick_every_fifth_second_of_a_hold_and_mark_its_aim) {
  const Script script = made_up_circuit();
  State state = started(script);
  state.step = 13;
  state.in_step = 0ms;
  const std::vector<Heard> expected = {{0ms, Sound::soft},       {7000ms, Sound::tick_5},  {12000ms, Sound::tick_5},
                                       {17000ms, Sound::tick_5}, {22000ms, Sound::tick_5}, {22000ms, Sound::soft}};
  EXPECT_EQ(sounds(cues(script, state, 23s)), expected);
}

TEST(Cues, are_silent_while_paused) {
  const Script script = made_up_circuit();
  const State paused = after(script, started(script), {Kind::pause, 1s, 0});
  EXPECT_TRUE(cues(script, paused, 60s).empty());
}

RC_GTEST_PROP(Cues, are_the_same_whether_asked_for_at_once_or_bit_by_bit, ()) {
  const Script script = made_up_circuit(2);
  State state = started(script);
  const std::vector<Heard> whole = sounds(cues(script, state, 40s));
  std::vector<Heard> parts;
  milliseconds now{0};
  while (now < 40s) {
    const milliseconds step = std::min(milliseconds(*rc::gen::inRange(1, 4000)), 40000ms - now);
    state = after(script, state, {Kind::tick, now, 0});
    for (const Heard& heard : sounds(cues(script, state, step))) parts.push_back(heard);
    now += step;
  }
  RC_ASSERT(whole == parts);
}

TEST(Cues, of_a_whole_circuit_stand_where_its_phases_begin) {
  // A second route: walk the session a millisecond at a time and note each beginning of a drive.
  const Script script = made_up_circuit(1);
  State state = started(script);
  std::vector<milliseconds> drives;
  for (const Cue& cue : cues(script, state, 13s))
    if (cue.sound == Sound::rise) drives.push_back(cue.at);
  std::vector<milliseconds> walked;
  for (milliseconds t = 0ms; t < 13s; t += 1ms) {
    state = after(script, state, {Kind::tick, t, 0});
    const Step& step = script.steps[state.step];
    if (step.kind == StepKind::repetitions && state.in_step % 3800 == 0ms) walked.push_back(t);
  }
  EXPECT_EQ(drives, walked);
}

}  // namespace
}  // namespace hipline::session
