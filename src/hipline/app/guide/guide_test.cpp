#include "hipline/app/guide/guide.hpp"

#include <gtest/gtest.h>

#include "hipline/app/content/content.hpp"
#include "hipline/app/guide/guide_screen.hpp"
#include "hipline/circuit/prescribe.hpp"

namespace hipline::app {
namespace {

using namespace std::chrono_literals;
using session::Event;
using session::StepKind;
using Kind = session::Event::Kind;

const catalog::Catalog& content() {
  static const catalog::Catalog catalog = load_catalog("").value();
  return catalog;
}

/// The therapist's own version: three rounds of all four.
circuit::Prescription therapist() { return circuit::as_written(content().library); }

TEST(Guide, leads_through_every_exercise_on_both_sides) {
  const session::Script script = guide_script(therapist(), content());
  EXPECT_EQ(script.exercises.size(), 4u);
  EXPECT_EQ(script.rounds, 3);
  int left = 0;
  int right = 0;
  int asked = 0;
  for (const session::Step& step : script.steps) {
    if (session::is_work(step.kind)) ++(step.side == session::Side::left ? left : right);
    if (step.kind == StepKind::pain) ++asked;
  }
  EXPECT_EQ(left, 3 * (2 + 2 + 1 + 2));
  EXPECT_EQ(right, left);
  EXPECT_EQ(asked, 12);
  EXPECT_NE(script.steps.back().kind, StepKind::rest);
}

TEST(Guide, takes_the_slow_return_and_the_open_hold_from_the_content) {
  const session::Script script = guide_script(therapist(), content());
  for (const session::Step& step : script.steps) {
    const std::string& id = script.exercises[step.exercise].id;
    if (!session::is_work(step.kind)) continue;
    if (id == "slow-banded-mountain-climber") {
      EXPECT_EQ(step.kind, StepKind::repetitions);
      EXPECT_EQ(step.repetitions, 10);
      EXPECT_EQ(script.exercises[step.exercise].phases.at(1).length, 3000ms);
    }
    if (id == "split-squat-hip-flexor-iso-hold") {
      EXPECT_EQ(step.kind, StepKind::hold);
      EXPECT_EQ(step.length, 0ms);
      EXPECT_EQ(session::lead_in(script, step), 2000ms);
    }
    if (id == "supine-banded-high-knee-pulses") {
      EXPECT_EQ(step.kind, StepKind::work);
      EXPECT_EQ(step.length, 30000ms);
    }
  }
}

TEST(Guide, changes_what_pain_changes_where_the_content_says_so) {
  const session::Script script = guide_script(therapist(), content());
  EXPECT_EQ(script.ease_from, 4);
  EXPECT_EQ(script.stop_from, 6);
}

TEST(Guide, a_hold_that_is_not_to_fatigue_ends_by_itself) {
  circuit::Prescription prescription = therapist();
  for (auto& exercise : prescription.exercises) exercise.to_fatigue = false;
  const session::Script script = guide_script(prescription, content());
  for (const session::Step& step : script.steps) {
    if (step.kind == StepKind::hold) {
      EXPECT_EQ(step.length, 30000ms);
    }
  }
}

/// Goes through a whole circuit: every hold for as long as said, every question answered.
Guide gone_through(const circuit::Prescription& prescription, session::milliseconds hold, int pain) {
  Guide guide(guide_script(prescription, content()));
  session::milliseconds now{0};
  guide.take({Kind::tap, now, 0});
  while (!guide.finished()) {
    const session::Step& step = *guide.step();
    if (step.kind == StepKind::hold) {
      guide.take({Kind::tap, now += hold + 2s, 0});
    } else if (step.kind == StepKind::pain) {
      guide.take({Kind::pain, now += 3s, pain});
    } else {
      guide.take({Kind::tick, now += 1s, 0});
    }
  }
  return guide;
}

TEST(Guide, logs_what_was_done_and_felt) {
  const circuit::Prescription prescription = therapist();
  const Guide guide = gone_through(prescription, 31s, 2);
  const auto lines = guided_lines(prescription, guide.script(), guide.state());
  ASSERT_EQ(lines.size(), 4u);
  for (const model::CircuitEntry& line : lines) {
    EXPECT_EQ(line.rounds, 3);
    EXPECT_EQ(line.pain, 2);
    EXPECT_EQ(line.stopped_early, false);
    EXPECT_FALSE(line.pinching.has_value());
    EXPECT_FALSE(line.effort.has_value());
    if (line.exercise == "split-squat-hip-flexor-iso-hold") {
      EXPECT_EQ(line.hold_left_s, 31);
      EXPECT_EQ(line.hold_right_s, 31);
      EXPECT_EQ(line.sets, 2);
    }
    if (line.exercise == "slow-banded-mountain-climber") {
      EXPECT_EQ(line.repetitions, 10);
    }
  }
}

TEST(Guide, an_exercise_that_hurt_too_much_is_logged_as_stopped_after_one_round) {
  const circuit::Prescription prescription = therapist();
  const Guide guide = gone_through(prescription, 20s, 7);
  for (const model::CircuitEntry& line : guided_lines(prescription, guide.script(), guide.state())) {
    EXPECT_EQ(line.rounds, 1);
    EXPECT_EQ(line.pain, 7);
    EXPECT_EQ(line.stopped_early, true);
  }
}

TEST(Guide, leaving_before_anything_was_done_logs_nothing) {
  const circuit::Prescription prescription = therapist();
  Guide guide(guide_script(prescription, content()));
  guide.take({Kind::tap, 0ms, 0});
  guide.take({Kind::leave, 2s, 0});
  EXPECT_TRUE(guided_lines(prescription, guide.script(), guide.state()).empty());
}

TEST(GuideScreen, shows_side_word_and_number) {
  Guide guide(guide_script(therapist(), content()));
  guide.take({Kind::tap, 0ms, 0});
  guide.take({Kind::tick, 3s, 0});
  const std::string screen = guide_screen(guide, content().texts, {.colour = false});
  EXPECT_NE(screen.find("LEFT   GET READY"), std::string::npos) << screen;
  EXPECT_NE(screen.find(big_number("7")), std::string::npos) << screen;
  EXPECT_EQ(screen.find('\x1b'), std::string::npos);
}

TEST(GuideScreen, fits_a_small_terminal_at_every_step) {
  Guide guide(guide_script(therapist(), content()));
  session::milliseconds now{0};
  guide.take({Kind::tap, now, 0});
  while (!guide.finished()) {
    const std::string screen = guide_screen(guide, content().texts, {.colour = false});
    EXPECT_LE(std::count(screen.begin(), screen.end(), '\n'), 23) << screen;
    guide.take({Kind::skip, now += 1s, 0});
  }
}

TEST(GuideScreen, digits_are_five_lines_high) {
  EXPECT_EQ(big_number("1"), "      ###\n      ###\n      ###\n      ###\n      ###\n");
}

}  // namespace
}  // namespace hipline::app
