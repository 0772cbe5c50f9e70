// Strain or load, on the real content: what the contract's own runner hears, and what no sign may do.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/pages/pages.hpp"
#include "hipline/rules/evaluation.hpp"
#include "hipline/triage/weigh_origin.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Level;
using triage::Leaning;
using triage::Towards;

triage::Origin origin_of(const model::History& history) { return app::assess(history, real_content())->origin; }

bool has_sign(const triage::Origin& origin, const std::string& rule) {
  return std::any_of(origin.signs.begin(), origin.signs.end(), [&](const auto& sign) { return sign.rule == rule; });
}

TEST(StrainOrLoad, leans_towards_load_for_the_sources_own_runner_and_names_the_old_strain_against_it) {
  const triage::Origin origin = origin_of(golden_case("settling"));
  EXPECT_EQ(origin.leans, Leaning::load);
  EXPECT_TRUE(has_sign(origin, "SL-11")) << "after the longest run";
  EXPECT_TRUE(has_sign(origin, "SL-03")) << "the old strain";
  const auto against = std::find_if(origin.signs.begin(), origin.signs.end(),
                                    [](const auto& sign) { return sign.towards == Towards::strain; });
  ASSERT_NE(against, origin.signs.end());
  EXPECT_EQ(against->rule, "SL-03");
}

TEST(StrainOrLoad, leans_towards_a_strain_after_one_moment_on_a_side_that_never_was_quite_over) {
  model::History history = golden_case("settling");
  history.ache.onset = model::OnsetManner::sudden;
  history.runner.earlier_episodes.front().healed = false;
  history.runner.earlier_episodes.front().when = *history.ache.onset_day - 30;
  const triage::Origin origin = origin_of(history);
  EXPECT_EQ(origin.leans, Leaning::strain);
  for (const char* rule : {"SL-01", "SL-03", "SL-04", "SL-05"}) EXPECT_TRUE(has_sign(origin, rule)) << rule;
}

TEST(StrainOrLoad, is_neither_until_someone_has_looked) {
  for (const char* name : {"growing", "growing_bone_risk", "night", "walking"}) {
    const triage::Origin origin = origin_of(golden_case(name));
    EXPECT_EQ(origin.leans, Leaning::neither) << name;
    EXPECT_TRUE(origin.see_first) << name;
  }
}

TEST(StrainOrLoad, is_neither_for_an_ache_that_is_nowhere_at_the_front) {
  model::History history = golden_case("settling");
  history.ache.sites = {model::Site::buttock};
  const triage::Origin origin = origin_of(history);
  EXPECT_EQ(origin.leans, Leaning::neither);
  EXPECT_FALSE(origin.see_first);
}

TEST(StrainOrLoad, shows_every_side_with_rule_source_and_strength) {
  const model::History history = golden_case("settling");
  const app::TodayAnswer answer{history, app::assess(history, real_content()).value(), {}, {}};
  const std::string screen = app::today_page(answer, app::TodayView::first_screen, real_content(), "test").text;
  EXPECT_NE(screen.find("Leans towards load"), std::string::npos) << screen;
  EXPECT_LE(std::count(screen.begin(), screen.end(), '\n'), 24) << screen;
  const std::string why = app::today_page(answer, app::TodayView::why, real_content(), "test").text;
  for (const char* words : {"What speaks for load:", "What speaks for a strain:", "would change it", "SL-03",
                            "Strength for this use: very low", "can't rule out"}) {
    EXPECT_NE(why.find(words), std::string::npos) << words << "\n" << why;
  }
  const std::string note = app::note_page(answer, app::NoteForm::markdown, false, real_content(), "test").text;
  EXPECT_NE(note.find("SL-03"), std::string::npos) << note;
  EXPECT_TRUE(app::rule_page("SL-01", real_content(), "test"));
}

TEST(StrainOrLoad, says_which_open_sign_would_change_it) {
  model::History history = golden_case("settling");
  history.ache.side.reset();
  history.ache.qualities = {model::Quality::deep};
  const app::TodayAnswer answer{history, app::assess(history, real_content()).value(), {}, {}};
  const std::string why = app::today_page(answer, app::TodayView::why, real_content(), "test").text;
  for (const triage::OpenSign& open : answer.assessment.origin.would_change)
    EXPECT_NE(why.find(open.sign.rule), std::string::npos) << why;
  history.ache.onset.reset();
  history.ache.onset_day.reset();
  EXPECT_EQ(origin_of(history).leans, Leaning::uncertain);
  EXPECT_FALSE(origin_of(history).would_change.empty());
}

/// Every fact that a rule of the group names.
std::vector<std::string> facts_of_origin() {
  std::set<std::string> named;
  for (const rules::Rule& rule : real_content().origin_rules) {
    for (const std::string& fact : rules::facts_named(rule.when)) named.insert(fact);
  }
  return {named.begin(), named.end()};
}

rules::Value arbitrary_value(const std::string& fact) {
  if (*rc::gen::inRange(0, 3) == 0) return rules::Unknown{};
  if (real_content().facts.find(fact)->second.form == catalog::KnownFact::Form::number)
    return static_cast<double>(*rc::gen::inRange(40, 100));
  return *rc::gen::arbitrary<bool>();
}

triage::Origin weigh(const std::vector<rules::Rule>& rules, const rules::Facts& facts) {
  return triage::weigh_origin(rules, facts, Level::modify, real_content().parameters);
}

/// Load is -1, a strain 1, and what lies between them 0.
int side(Leaning leaning) { return leaning == Leaning::strain ? 1 : leaning == Leaning::load ? -1 : 0; }

TEST(StrainOrLoad, never_moves_towards_load_by_a_sign_of_a_strain_nor_the_other_way) {
  const auto facts_named = facts_of_origin();
  rc::check([&] {
    rules::Facts facts;
    for (const std::string& fact : facts_named) facts.set(fact, arbitrary_value(fact));
    const auto& all = real_content().origin_rules;
    const rules::Rule& added = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    std::vector<rules::Rule> without;
    for (const rules::Rule& rule : all) {
      if (rule.id != added.id) without.push_back(rule);
    }
    const triage::Origin before = weigh(without, facts);
    const triage::Origin after = weigh(all, facts);
    if (!has_sign(after, added.id)) {
      RC_ASSERT(after.leans == before.leans);
      return;
    }
    const auto towards = std::find_if(after.signs.begin(), after.signs.end(), [&](const auto& sign) {
                           return sign.rule == added.id;
                         })->towards;
    if (towards == Towards::neither) RC_ASSERT(after.leans == Leaning::neither);
    if (towards == Towards::strain) RC_ASSERT(side(after.leans) >= side(before.leans));
    if (towards == Towards::load) RC_ASSERT(side(after.leans) <= side(before.leans));
  });
}

TEST(StrainOrLoad, keeps_its_word_on_what_would_change_it) {
  const auto facts_named = facts_of_origin();
  rc::check([&] {
    rules::Facts facts;
    for (const std::string& fact : facts_named) facts.set(fact, arbitrary_value(fact));
    const triage::Origin origin = weigh(real_content().origin_rules, facts);
    for (const triage::OpenSign& open : origin.would_change) {
      RC_ASSERT(open.leads_to != origin.leans);
      RC_ASSERT(!has_sign(origin, open.sign.rule));
    }
  });
}

TEST(StrainOrLoad, never_changes_the_level_or_anything_else_of_the_answer) {
  catalog::Catalog without = real_content();
  without.origin_rules.clear();
  for (const char* name : {"settling", "growing", "growing_bone_risk", "night", "walking", "fine"}) {
    const model::History history = golden_case(name);
    auto with = app::assess(history, real_content()).value();
    const auto bare = app::assess(history, without).value();
    with.origin = bare.origin;
    EXPECT_EQ(app::assessment_json(with, history, without, "test"),
              app::assessment_json(bare, history, without, "test"))
        << name;
  }
}

TEST(StrainOrLoad, has_no_rule_that_sets_a_level_forbids_or_limits) {
  EXPECT_GE(real_content().origin_rules.size(), 14U);
  for (const rules::Rule& rule : real_content().origin_rules) {
    ASSERT_EQ(rule.then.size(), 1U) << rule.id;
    EXPECT_TRUE(std::holds_alternative<rules::Require>(rule.then.front())) << rule.id;
    EXPECT_FALSE(rules::level_of(rule)) << rule.id;
  }
}

}  // namespace
}  // namespace hipline
