#include <gtest/gtest.h>

#include <set>

#include "real_content.hpp"

namespace hipline::circuit {
namespace {

/// What `prescribe` understands: a rule with any other word would silently do nothing.
const std::set<std::string> limits = {"rounds_max",
                                      "rounds_less",
                                      "effort_low",
                                      "effort_max",
                                      "effort_less",
                                      "band_max",
                                      "band_steps_less",
                                      "work_share_max",
                                      "stop_short_repetitions",
                                      "stop_short_seconds",
                                      "static_stretch_seconds_max",
                                      "work_steps_more"};
const std::set<std::string> requirements = {"run_first",  "walk",        "usual_warm_up",          "short_form",
                                            "regression", "progression", "strength_through_range", "equipment_swap"};

std::set<std::string> forbidden_tags() {
  std::set<std::string> tags = {"circuit", "to_fatigue", "strength", "progression", "this_exercise"};
  for (const Exercise& exercise : content().library.exercises) {
    tags.insert("exercise/" + exercise.id);
    for (const Adaptation& adaptation : exercise.adaptations) tags.insert(adaptation.tag);
  }
  return tags;
}

TEST(CircuitRules, use_only_words_that_the_dose_understands) {
  const auto tags = forbidden_tags();
  for (const rules::Rule& rule : content().circuit_rules) {
    for (const rules::Outcome& outcome : rule.then) {
      if (const auto* limit = std::get_if<rules::Limit>(&outcome)) {
        EXPECT_TRUE(limits.contains(limit->name)) << rule.id << " " << limit->name;
      }
      if (const auto* forbid = std::get_if<rules::Forbid>(&outcome)) {
        EXPECT_TRUE(tags.contains(forbid->tag)) << rule.id << " " << forbid->tag;
      }
      if (const auto* require = std::get_if<rules::Require>(&outcome)) {
        EXPECT_TRUE(requirements.contains(require->tag)) << rule.id << " " << require->tag;
      }
      EXPECT_FALSE(std::holds_alternative<rules::SetLevel>(outcome)) << rule.id << ": a circuit rule sets no level";
    }
  }
}

TEST(CircuitRules, hold_each_row_of_the_first_evidence_review) {
  for (const char* id :
       {"CP-01", "CP-02", "CP-02b", "CP-03",  "CP-04a", "CP-04b", "CP-05a", "CP-05b", "CP-06",  "CP-07",
        "CP-08", "CP-09", "CP-10",  "CP-11a", "CP-12a", "CP-12b", "CP-13",  "TP-08a", "TP-09a", "TP-09b"}) {
    EXPECT_NE(content().find_rule(id), nullptr) << id;
  }
}

}  // namespace
}  // namespace hipline::circuit
