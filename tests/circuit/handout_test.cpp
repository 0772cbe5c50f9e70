#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "hipline/exporters/text/circuit_text.hpp"
#include "real_content.hpp"

namespace hipline::circuit {
namespace {

std::string handout(const DoseInput& input) { return exporters::circuit_handout(dose(input), content()); }
std::string source_handout() {
  return exporters::as_written_handout(as_written(content().library), content().library, content().texts);
}
/// One line without breaks, so that a sentence is found wherever it wraps.
std::string unwrapped(const std::string& page) {
  std::string line;
  for (const char c : page) {
    const char next = c == '\n' ? ' ' : c;
    if (next != ' ' || line.empty() || line.back() != ' ') line += next;
  }
  return line;
}
bool says(const std::string& page, const std::string& words) {
  return unwrapped(page).find(words) != std::string::npos;
}

TEST(Handout, is_never_wider_than_the_page) {
  std::vector<std::string> pages = {source_handout()};
  for (int days = 16; days >= -9; --days) {
    DoseInput input = calm_runner(days);
    pages.push_back(handout(input));
    input.equipment_known = true;
    input.minutes_available = 12;
    input.done_circuit_before.reset();
    pages.push_back(handout(input));
  }
  for (const Exercise& exercise : content().library.exercises) {
    pages.push_back(exporters::exercise_sheet(exercise, content().library, content()));
  }
  for (const std::string& page : pages) {
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(exporters::columns_of(line), 80) << line;
  }
}

TEST(Handout, chooses_the_band_by_effort_and_shows_its_pull_only_as_a_range_with_its_sources) {
  EXPECT_TRUE(says(handout(calm_runner(20)), "Which band: by effort, not by colour."));
  for (const Exercise& exercise : content().library.exercises) {
    const std::string page = exporters::exercise_sheet(exercise, content().library, content());
    const bool banded = exercise.band.best != Band::none;
    EXPECT_EQ(says(page, "at twice its length"), banded) << exercise.id;
    if (!banded) continue;
    // 3.0 and 4.3 pounds, 25 % either way.
    EXPECT_TRUE(says(page, "yellow 1 to 1.7 kg 1.5 to 2.4 kg")) << page;
    EXPECT_TRUE(says(page, "25 % less to 25 % more")) << page;
    EXPECT_TRUE(says(page, "Sources: thera-band-table, uchida-2016")) << page;
  }
}

TEST(Handout, says_dose_order_cues_feel_easier_forms_and_stop_rules) {
  const std::string page = handout(calm_runner(20));
  for (const char* words :
       {"3 rounds", "Effort 6 to 8 of 10", "a heavy loop band", "1. Supine banded high-knee pulses",
        "2 times 15 to 30 seconds on each side", "2. World's greatest stretch", "3. Slow banded mountain climber",
        "10 repetitions on each side", "drive fast, slow back 3 s", "4. Split-squat hip-flexor iso hold",
        "Say to yourself", "You should feel", "Easier", "Harder", "0 to 3 of 10: go on.",
        "4 or 5: take it lighter or shorter.", "Above 5, or any pinch", "One therapist's practice",
        "Not yet reviewed by a clinician."}) {
    EXPECT_TRUE(says(page, words)) << words;
  }
}

TEST(Handout, names_the_rule_of_each_difference) {
  for (const int days : {20, 14, 9, 3, -3}) {
    const Prescription today = dose(calm_runner(days));
    const std::string page = handout(calm_runner(days));
    ASSERT_FALSE(today.differences.empty());
    for (const Difference& difference : today.differences) EXPECT_TRUE(says(page, difference.rule)) << difference.rule;
  }
  EXPECT_TRUE(says(handout(calm_runner(14)), "Rounds: 2; hers has 3 to 4. [CP-15]"));
  EXPECT_TRUE(says(handout(calm_runner(14)), "Stop 2 to 3 repetitions, or 5 seconds, before your form goes."));
  EXPECT_TRUE(
      says(handout(calm_runner(9)), "Slow banded mountain climber: light band; hers takes a heavy one. [TP-08a]"));
}

TEST(Handout, names_what_differs_where_a_band_is_missing) {
  DoseInput input = calm_runner(20);
  input.equipment_known = true;
  input.equipment = {"mat", "two_loop_bands_light"};
  const std::string page = handout(input);
  EXPECT_TRUE(says(page, "two light loop bands"));
  EXPECT_TRUE(says(page, "You have no heavy loop band: Put two light bands on"));
  EXPECT_FALSE(says(page, "- a heavy loop band"));
}

TEST(Handout, says_once_what_two_rules_make_together) {
  DoseInput input = calm_runner(20);
  input.irritability = Irritability::high;
  EXPECT_TRUE(says(handout(input), "Rounds: 2; hers has 3 to 4. [CP-02, CP-19]"));
  EXPECT_TRUE(says(handout(input), "Effort: 5 to 7 of 10; hers names no number. [CP-14, CP-19]"));
}

TEST(Handout, without_a_circuit_says_why_and_gives_none) {
  DoseInput input = calm_runner(20);
  input.level = rules::Level::clinician_urgent;
  EXPECT_TRUE(says(handout(input), "Someone should look at your hip first. [CP-00]"));
  EXPECT_FALSE(says(handout(input), "pulses"));
  EXPECT_TRUE(says(handout(calm_runner(0)), "your usual warm-up"));
}

TEST(Handout, of_the_source_says_how_its_two_doses_were_read_and_what_it_rests_on) {
  const std::string page = source_handout();
  for (const char* words :
       {"3 to 4 rounds", "We read 3 to 4 as rounds", "light and medium weights", "Strong hips in every direction",
        "No single exercise is a sure fix", "Pick and mix", "internal rotation"}) {
    EXPECT_TRUE(says(page, words)) << words;
  }
}

TEST(Handout, never_uses_words_that_promise) {
  std::string all = source_handout() + handout(calm_runner(20)) + handout(calm_runner(9)) + handout(calm_runner(-3));
  std::transform(all.begin(), all.end(), all.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const char* word : {"diagnos", "treat", "cure", "heal", "prevent", "cleared", "safe to run"}) {
    EXPECT_EQ(all.find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace hipline::circuit
