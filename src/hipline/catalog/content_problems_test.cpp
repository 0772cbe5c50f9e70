#include "hipline/catalog/content_problems.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace hipline::catalog {
namespace {

using rules::Truth;
using rules::Unknown;
using rules::Value;

RuleCase made_case(Value night, Value days, Truth fires) {
  RuleCase made{"a case", {}, fires};
  made.facts.set("wakes_at_night", night);
  made.facts.set("ache_days", days);
  return made;
}

/// A small catalog in which every check is content: the rule holds at night and from day 14 on.
Catalog sound() {
  Catalog catalog;
  catalog.facts["wakes_at_night"] = {"wakes_at_night", KnownFact::Form::yes_no, "", "wakes"};
  catalog.facts["ache_days"] = {"ache_days", KnownFact::Form::number, "days", "days"};
  catalog.evidence.push_back(
      {"flinn-2017", "Flinn", "", "bone", "review", "none", "did", "found", "limits", {}, rules::Known::read});
  rules::Rule rule;
  rule.id = "TR-06";
  rule.when.parts = {{.form = rules::Condition::Form::fact, .fact = "wakes_at_night", .parts = {}},
                     {.form = rules::Condition::Form::comparison, .fact = "ache_days", .threshold = 14, .parts = {}}};
  rule.then = {rules::SetLevel{rules::Level::clinician_urgent}};
  rule.referral = rules::Referral{"running", "a doctor", "tomorrow", "it wakes me"};
  rule.evidence = {"flinn-2017"};
  catalog.triage.push_back(rule);
  catalog.cases["TR-06"] = {made_case(true, 14.0, Truth::yes), made_case(true, 13.0, Truth::no),
                            made_case(false, 14.0, Truth::no), made_case(Unknown{}, 14.0, Truth::unknown),
                            made_case(true, Unknown{}, Truth::unknown)};
  rules::Question question;
  question.id = "night";
  question.sets = {{"wakes_at_night", ""}};
  catalog.questions.push_back(question);
  return catalog;
}

std::vector<std::string> codes(const Catalog& catalog) {
  std::vector<std::string> found;
  for (const Error& problem : content_problems(catalog)) found.push_back(problem.code + " " + problem.where);
  return found;
}

using Codes = std::vector<std::string>;

TEST(ContentProblems, finds_nothing_in_sound_content) { EXPECT_EQ(codes(sound()), Codes{}); }

TEST(ContentProblems, finds_a_case_that_fails) {
  Catalog catalog = sound();
  catalog.cases["TR-06"][1].fires = Truth::yes;
  EXPECT_EQ(codes(catalog), Codes{"case_fails /rules~1triage~1TR-06.cases/1"});
}

TEST(ContentProblems, finds_a_condition_that_never_decides_alone) {
  Catalog catalog = sound();
  catalog.cases["TR-06"][2] = made_case(false, 13.0, Truth::no);  // now two facts differ from the first case
  catalog.cases["TR-06"][1] = made_case(true, 12.0, Truth::no);
  EXPECT_EQ(codes(catalog), Codes{"condition_never_decides /rules~1triage~1TR-06.cases"});
}

TEST(ContentProblems, a_pair_that_turns_two_conditions_on_one_fact_proves_neither) {
  Catalog catalog = sound();
  catalog.triage[0].when.parts[0] = {
      .form = rules::Condition::Form::comparison, .fact = "ache_days", .threshold = 10, .parts = {}};
  catalog.cases["TR-06"] = {made_case(true, 14.0, Truth::yes), made_case(true, 10.0, Truth::no),
                            made_case(true, 9.0, Truth::no), made_case(true, Unknown{}, Truth::unknown)};
  EXPECT_EQ(codes(catalog),
            Codes{"condition_never_decides /rules~1triage~1TR-06.cases"});  // from day 14 on, day 10 says nothing
}

TEST(ContentProblems, finds_a_threshold_that_no_case_stands_on) {
  Catalog catalog = sound();
  for (const std::size_t i : {0U, 2U, 3U}) catalog.cases["TR-06"][i].facts.set("ache_days", Value(15.0));
  EXPECT_EQ(codes(catalog), Codes{"threshold_untested /rules~1triage~1TR-06.cases"});
}

TEST(ContentProblems, finds_a_fact_that_is_never_unknown) {
  Catalog catalog = sound();
  catalog.cases["TR-06"].pop_back();
  EXPECT_EQ(codes(catalog), Codes{"unknown_untested /rules~1triage~1TR-06.cases"});
}

TEST(ContentProblems, finds_a_rule_without_cases) {
  Catalog catalog = sound();
  catalog.cases.clear();
  EXPECT_EQ(codes(catalog), Codes{"rule_without_cases /rules~1triage~1TR-06"});
}

TEST(ContentProblems, finds_a_source_that_nobody_cites) {
  Catalog catalog = sound();
  catalog.evidence.push_back(
      {"weir-2015", "Weir", "", "muscle", "consensus", "x", "x", "x", "x", {}, rules::Known::read});
  EXPECT_EQ(codes(catalog), Codes{"evidence_not_cited /evidence~1weir-2015"});
}

TEST(ContentProblems, a_clinician_level_on_unchecked_sources_alone_must_be_marked_as_opinion) {
  Catalog catalog = sound();
  catalog.evidence[0].known = rules::Known::unchecked;
  EXPECT_EQ(codes(catalog), Codes{"unchecked_alone /rules~1triage~1TR-06/evidence"});
  catalog.triage[0].opinion = true;
  EXPECT_EQ(codes(catalog), Codes{});
}

TEST(ContentProblems, finds_an_incomplete_referral) {
  Catalog catalog = sound();
  catalog.triage[0].referral->how_soon.clear();
  EXPECT_EQ(codes(catalog), Codes{"referral_incomplete /rules~1triage~1TR-06/refer"});
  catalog.triage[0].referral.reset();
  EXPECT_EQ(codes(catalog), Codes{"referral_incomplete /rules~1triage~1TR-06/refer"});
}

TEST(ContentProblems, leaves_room_in_a_referral_for_what_was_ticked_alone) {
  Catalog catalog = sound();
  catalog.triage[0].referral->say = "My hip hurts. {ticked} What could it be?";
  EXPECT_EQ(codes(catalog), Codes{});
  for (const char* const say : {"My hip hurts. {tick}", "My hip hurts. {ticked", "Since {days} days."}) {
    catalog.triage[0].referral->say = say;
    EXPECT_EQ(codes(catalog), Codes{"bad_placeholder /rules~1triage~1TR-06/refer/say"}) << say;
  }
}

TEST(ContentProblems, finds_a_retired_id_and_one_used_twice) {
  Catalog catalog = sound();
  catalog.retired.insert("TR-06");
  EXPECT_EQ(codes(catalog), Codes{"retired_id /rules~1triage~1TR-06"});
  catalog = sound();
  catalog.today.push_back(catalog.triage[0]);
  EXPECT_EQ(codes(catalog), Codes{"id_twice /rules~1today~1TR-06"});
}

TEST(ContentProblems, finds_facts_that_nobody_listed_and_facts_of_the_other_form) {
  Catalog catalog = sound();
  catalog.facts.erase("wakes_at_night");
  const Codes found = codes(catalog);
  EXPECT_EQ(found.front(), "unknown_fact /rules~1triage~1TR-06/when/all_of/0");
  EXPECT_EQ(std::count(found.begin(), found.end(), "unknown_fact /questions~1night/sets/0/fact"), 1);
  EXPECT_EQ(std::count(found.begin(), found.end(), "unknown_fact /rules~1triage~1TR-06.cases/0/facts/wakes_at_night"),
            1);
  catalog = sound();
  catalog.facts["wakes_at_night"].form = KnownFact::Form::number;
  EXPECT_EQ(codes(catalog).front(), "unknown_fact /rules~1triage~1TR-06/when/all_of/0");
}

TEST(ContentGaps, are_the_numbers_sentences_and_circuits_that_the_program_relies_on) {
  Catalog built_in = sound();
  built_in.parameters.add({"pain.low", 2, "points", "low", {}, rules::Grade::low, false});
  built_in.texts.add("today.distance", "{km} km, {how}");
  built_in.library.circuits.push_back({.id = "therapist-circuit"});
  EXPECT_TRUE(content_gaps(built_in, built_in).empty());

  Catalog edited = built_in;
  edited.texts.add("today.distance", "{km} km");  // leaving one out is a choice of words
  EXPECT_TRUE(content_gaps(edited, built_in).empty());
  edited.texts.add("today.distance", "{miles} miles");
  ASSERT_EQ(content_gaps(edited, built_in).size(), 1U);
  EXPECT_EQ(content_gaps(edited, built_in)[0].where, "/text~1en~1today/distance");

  std::vector<std::string> places;
  for (const Error& gap : content_gaps(sound(), built_in)) places.push_back(gap.code + " " + gap.where);
  EXPECT_EQ(places, (Codes{"missing_content /parameters~1pain/low", "missing_content /text~1en~1today/distance",
                           "missing_content /circuits~1therapist-circuit"}));
}

}  // namespace
}  // namespace hipline::catalog
