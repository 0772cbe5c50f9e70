#include <gtest/gtest.h>

#include <cctype>

#include "real_content.hpp"

namespace hipline::circuit {
namespace {

std::string small_letters(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string all_words(const Exercise& exercise) {
  std::string words =
      exercise.summary + "\n" + exercise.dose_words + "\n" + exercise.band.why + "\n" + exercise.band.place;
  for (const auto* list :
       {&exercise.set_up, &exercise.steps, &exercise.cues, &exercise.feel, &exercise.key_points, &exercise.faults}) {
    for (const std::string& line : *list) words += "\n" + line;
  }
  for (const Variant& variant : exercise.variants)
    words += "\n" + variant.title + "\n" + variant.how + "\n" + variant.effect;
  return small_letters(words);
}

struct Fact {
  std::string exercise;
  std::vector<std::string> words;  ///< all of them stand in the exercise
};

TEST(SourceFacts, every_fact_of_the_four_exercises_stands_in_the_content) {
  const std::vector<Fact> facts = {
      {pulses, {"2 times to fatigue on each side", "15 to 30 seconds per leg"}},
      {pulses, {"heavy loop band", "a light one does too little"}},
      {pulses, {"hip flexor and lower belly working together"}},
      {pulses, {"hip flexors and core work as one team"}},
      {pulses, {"hover", "more of the core"}},
      {pulses, {"presses its heel into the floor", "glute", "other hip flexor pumps", "running stride"}},
      {stretch, {"2 times on each side"}},
      {stretch, {"long, deep lunge", "sink", "as you go in", "lean back", "sink again", "sink twice"}},
      {stretch, {"hip flexor and the core letting go"}},
      {stretch, {"long and low also looks like running"}},
      {stretch, {"the rotation is part of it. never skip it"}},
      {climber, {"10 repetitions on each side"}},
      {climber, {"knee to chest fast", "controlled 3-second return"}},
      {climber, {"heavy band", "work"}},
      {climber, {"fast banded mountain climber", "the band flies off", "stays on", "never instead of"}},
      {climber, {"core and the upper body, both at once"}},
      {climber, {"push position adds stability", "arms push", "stride"}},
      {hold, {"2 times on each leg", "hold to fatigue"}},
      {hold, {"back foot must be off the ground", "tried it with the foot down", "not the same"}},
      {hold, {"burn", "expected", "the quad is a hip flexor too"}},
      {hold, {"with or without running arms"}},
      {hold, {"whole body takes part", "looks like running"}},
  };
  for (const Fact& fact : facts) {
    const Exercise* exercise = content().library.find_exercise(fact.exercise);
    ASSERT_NE(exercise, nullptr) << fact.exercise;
    for (const std::string& words : fact.words) {
      EXPECT_NE(all_words(*exercise).find(words), std::string::npos) << fact.exercise << ": " << words;
    }
  }
}

TEST(SourceFacts, the_four_are_marked_as_the_therapists_own_in_her_order) {
  const Circuit* circuit = content().library.therapist_circuit();
  ASSERT_NE(circuit, nullptr);
  const std::vector<std::string> ids = {"S4a", "S4b", "S4c", "S4d"};
  ASSERT_EQ(circuit->exercises.size(), ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Exercise* exercise = content().library.find_exercise(circuit->exercises[i]);
    ASSERT_NE(exercise, nullptr);
    EXPECT_TRUE(exercise->source.therapist);
    EXPECT_EQ(exercise->source.mission, std::vector<std::string>{ids[i]});
    EXPECT_TRUE(exercise->opinion) << "one clinician's experience";
    EXPECT_FALSE(exercise->regressions.empty());
    EXPECT_FALSE(exercise->progressions.empty());
  }
}

TEST(SourceFacts, the_principles_stand_in_the_texts) {
  const std::vector<std::pair<std::string, std::string>> principles = {
      {"principles.every_direction", "every direction"},
      {"principles.core_comes_along", "core along"},
      {"principles.mobility", "internal rotation"},
      {"principles.part_then_whole", "No single exercise is a sure fix"},
      {"principles.pick_and_mix", "Pick and mix"}};
  for (const auto& [key, words] : principles) {
    const std::string* text = content().texts.find(key);
    ASSERT_NE(text, nullptr) << key;
    EXPECT_NE(text->find(words), std::string::npos) << key;
  }
}

}  // namespace
}  // namespace hipline::circuit
