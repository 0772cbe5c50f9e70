#include "hipline/exporters/words/say_words.hpp"

#include <gtest/gtest.h>

namespace hipline::exporters {
namespace {

using rules::Level;
using rules::Truth;

rules::Rule rule(const std::string& id, const std::string& say) {
  rules::Rule made;
  made.id = id;
  made.referral = rules::Referral{"Running.", "A doctor.", "Today.", say};
  return made;
}

rules::Question list(const std::string& id, std::vector<rules::Choice> sets, bool renews = false) {
  rules::Question question;
  question.id = id;
  question.sets = std::move(sets);
  question.renews = renews;
  return question;
}

catalog::Catalog made_up_catalog() {
  catalog::Catalog content;
  content.triage = {rule("TR-1", "My hip hurts. {ticked} Could it be the bone?"), rule("TR-2", "My foot is cold.")};
  // The daily question comes first here, and gathers: the closer one has the words.
  content.questions = {
      list("anything-new", {{"limps", "A limp or pain in walking"}, {"cold_foot", "A cold foot"}}, true),
      list("walking", {{"limps", "I limp"}, {"wakes", "It wakes me"}})};
  content.texts.add("today.say_more", "There is more: {ticked}");
  content.texts.add("reference.what_you_ticked", "(Ticks.)");
  return content;
}

today::Decision decision(std::vector<today::FiredRule> fired) {
  today::Decision made;
  made.level = Level::clinician_urgent;
  made.kind = rules::Kind::sticky;
  made.because = {"TR-1"};
  made.fired = std::move(fired);
  return made;
}

today::FiredRule fired(const std::string& id, std::vector<today::FiredRule::Fact> facts, Truth fires = Truth::yes) {
  return {id, fires, std::move(facts), Level::clinician_urgent};
}

TEST(Say, NamesWhatWasTickedInTheRoomThatARuleLeaves) {
  const auto referral =
      referral_of(decision({fired("TR-1", {{"limps", true}, {"wakes", true}, {"worst", 6.0}})}), made_up_catalog());
  ASSERT_TRUE(referral);
  EXPECT_EQ(referral->say, "My hip hurts. I limp. It wakes me. Could it be the bone?");
}

TEST(Say, LeavesNoGapWhereNothingWasTicked) {
  const auto referral = referral_of(decision({fired("TR-1", {{"limps", false}, {"worst", 6.0}})}), made_up_catalog());
  ASSERT_TRUE(referral);
  EXPECT_EQ(referral->say, "My hip hurts. Could it be the bone?");
}

TEST(Say, LosesNoSignBecauseAnotherOneCameFirst) {
  const auto referral =
      referral_of(decision({fired("TR-1", {{"limps", true}}), fired("TR-2", {{"limps", true}, {"cold_foot", true}}),
                            fired("TR-3", {{"wakes", true}}, Truth::unknown)}),
                  made_up_catalog());
  ASSERT_TRUE(referral);
  EXPECT_EQ(referral->say, "My hip hurts. I limp. Could it be the bone? There is more: A cold foot.");
}

TEST(Say, SpeaksForNobodyInParticularWhereARuleIsExplained) {
  const catalog::Catalog content = made_up_catalog();
  EXPECT_EQ(say_in_general(*content.triage[0].referral, content.texts), "My hip hurts. (Ticks.) Could it be the bone?");
  EXPECT_EQ(say_in_general(*content.triage[1].referral, content.texts), "My foot is cold.");
}

TEST(Say, IsNothingWhereNoRuleSendsToAnyone) {
  today::Decision calm;
  EXPECT_FALSE(referral_of(calm, made_up_catalog()));
}

}  // namespace
}  // namespace hipline::exporters
