// When it stops: every rule at a clinician level says what to stop, whom to see, how soon and what to say, with the
// emergency number of the country; and no page, flag or field gives a run, a circuit or a plan behind it.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "days.hpp"
#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/exporters/text/today_text.hpp"
#include "hipline/exporters/words/emergency_number.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using nlohmann::json;
using rules::Level;

std::vector<const rules::Rule*> closing_rules() {
  std::vector<const rules::Rule*> closing;
  for (const rules::Rule* rule : real_content().all_rules()) {
    const auto level = rules::level_of(*rule);
    if (level && rules::is_clinician_level(*level)) closing.push_back(rule);
  }
  return closing;
}

/// The page of a day that one rule alone decides.
exporters::TodayPage page_of(const rules::Rule& rule, today::Decision& decision, const std::string& country) {
  decision.day = *LocalDay::parse("2026-11-22");
  decision.level = *rules::level_of(rule);
  decision.kind = rule.kind;
  decision.because = {rule.id};
  return {.decision = decision,
          .catalog = real_content(),
          .race = {},
          .country = country,
          .circuit = {},
          .done_today = {},
          .last_level = {},
          .last_day = {},
          .version = "test"};
}

bool says_how_soon(const std::string& text) {
  static const std::regex soon("now|today|tomorrow|hours|day|week|before", std::regex::icase);
  return std::regex_search(text, soon);
}

TEST(ClosedAnswers, every_rule_that_closes_the_day_says_what_to_do_about_it) {
  const auto closing = closing_rules();
  EXPECT_GE(closing.size(), 40U);
  for (const rules::Rule* rule : closing) {
    if (rule->kind == rules::Kind::unanswered) continue;  // it asks, and sends nobody anywhere
    ASSERT_TRUE(rule->referral) << rule->id;
    EXPECT_GE(rule->referral->stop.size(), 10U) << rule->id;
    EXPECT_GE(rule->referral->whom.size(), 5U) << rule->id;
    EXPECT_TRUE(says_how_soon(rule->referral->how_soon)) << rule->id << ": " << rule->referral->how_soon;
    EXPECT_GE(rule->referral->say.size(), 20U) << rule->id;

    today::Decision decision;
    const std::string screen = exporters::today_text(page_of(*rule, decision, "GB"));
    for (const char* part : {"Stop: ", "See: ", "How soon: ", "Say: ", "999 or 112"})
      EXPECT_NE(screen.find(part), std::string::npos) << rule->id << " " << part << "\n" << screen;
    EXPECT_NE(screen.find(rule->id), std::string::npos) << screen;
    const json page = json::parse(exporters::decision_json(decision, real_content(), "JP").dump());
    EXPECT_EQ(page["emergency_number"], "119") << rule->id;
    // Nothing is ticked here: what is left of the sentence still says something, and no room stays open in it.
    const std::string said = page["referral"]["say"];
    EXPECT_GE(said.size(), 20U) << rule->id << ": " << said;
    EXPECT_EQ(said.find_first_of("{}"), std::string::npos) << rule->id << ": " << said;
    EXPECT_EQ(said.find("  "), std::string::npos) << rule->id << ": " << said;
    EXPECT_TRUE(page["session"].is_null()) << rule->id;
  }
}

TEST(ClosedAnswers, an_emergency_asks_for_help_now_and_an_urgent_one_within_two_days) {
  for (const rules::Rule* rule : closing_rules()) {
    if (!rule->referral) continue;
    const std::string& soon = rule->referral->how_soon;
    if (rules::level_of(*rule) == Level::emergency) {
      EXPECT_TRUE(std::regex_search(soon, std::regex("now", std::regex::icase))) << rule->id << ": " << soon;
    } else if (rules::level_of(*rule) == Level::clinician_urgent) {
      EXPECT_TRUE(std::regex_search(soon, std::regex("today|now|48", std::regex::icase))) << rule->id << ": " << soon;
    }
  }
}

TEST(ClosedAnswers, emergency_numbers_are_those_of_public_record) {
  const auto number = [](const char* country) { return exporters::emergency_number(real_content().texts, country); };
  for (const char* country : {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
                              "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"})
    EXPECT_NE(number(country).find("112"), std::string::npos) << country;
  const std::vector<std::pair<const char*, const char*>> known = {{"US", "911"}, {"CA", "911"}, {"GB", "999"},
                                                                  {"AU", "000"}, {"NZ", "111"}, {"IN", "112"},
                                                                  {"JP", "119"}, {"CH", "144"}, {"NO", "113"}};
  for (const auto& [country, expected] : known) EXPECT_NE(number(country).find(expected), std::string::npos) << country;
  for (const std::optional<std::string>& nowhere : {std::optional<std::string>(), std::optional<std::string>("XX")}) {
    const std::string words = exporters::emergency_number(real_content().texts, nowhere);
    EXPECT_NE(words.find("local emergency number"), std::string::npos) << words;
  }
}

/// Distances, times and rounds to follow, anywhere in a page.
bool names_a_dose(const std::string& text) {
  static const std::regex dose(R"(\b[0-9.]+ ?(km|miles?|min|rounds?)\b)");
  return std::regex_search(text, dose);
}

TEST(ClosedAnswers, no_page_and_no_field_gives_a_run_a_circuit_or_a_plan) {
  for (const char* name : {"growing", "growing_bone_risk", "night", "walking"}) {
    const model::History history = golden_case(name);
    const app::TodayAnswer answer{history, app::assess(history, real_content()).value(), {}, {}};
    for (const auto view :
         {app::TodayView::first_screen, app::TodayView::options, app::TodayView::why, app::TodayView::evidence}) {
      const std::string text = app::today_page(answer, view, real_content(), "test").text;
      if (view == app::TodayView::first_screen || view == app::TodayView::options) {
        EXPECT_FALSE(names_a_dose(text)) << name << "\n" << text;
      }
    }
    const json today = json::parse(app::today_page(answer, app::TodayView::options, real_content(), "test").json);
    EXPECT_TRUE(today["decision"]["session"].is_null()) << name;
    EXPECT_TRUE(today["decision"]["instead"].is_null()) << name;
    EXPECT_TRUE(today["circuit"].is_null()) << name;
    EXPECT_TRUE(today["plan"].is_null()) << name;
    for (const auto& option : today["decision"]["options"]) EXPECT_TRUE(option["session"].is_null()) << name;
    const json circuit = json::parse(app::circuit_page(answer, app::CircuitView::today, real_content(), "test").json);
    EXPECT_TRUE(circuit["circuit"].is_null()) << name;
    EXPECT_TRUE(json::parse(app::plan_page(answer, real_content(), "test").json)["plan"].is_null()) << name;
  }
}

TEST(EveryOutput, carries_the_rules_their_grade_and_sources_and_that_no_clinician_has_reviewed_it) {
  for (const char* name : {"settling", "fine", "growing", "night"}) {
    const model::History history = golden_case(name);
    const app::TodayAnswer answer{history, app::assess(history, real_content()).value(), {}, {}};
    const auto& decision = answer.assessment.decision;
    const std::string leading = decision.because.front();
    const std::regex not_reviewed("not yet (been )?reviewed by|reviewed: not yet by|clinician has not yet reviewed",
                                  std::regex::icase);
    for (const auto view : {app::TodayView::first_screen, app::TodayView::why, app::TodayView::options}) {
      std::string text = app::today_page(answer, view, real_content(), "test").text;
      EXPECT_NE(text.find(leading), std::string::npos) << text;
      std::ranges::replace(text, '\n', ' ');
      EXPECT_TRUE(std::regex_search(text, not_reviewed)) << name << text;
    }
    const std::string why = app::today_page(answer, app::TodayView::why, real_content(), "test").text;
    EXPECT_NE(why.find("Strength for"), std::string::npos) << why;
    std::string note = app::note_page(answer, app::NoteForm::text, false, real_content(), "test").text;
    std::ranges::replace(note, '\n', ' ');
    EXPECT_NE(note.find(leading), std::string::npos) << note;
    EXPECT_TRUE(std::regex_search(note, not_reviewed)) << note;

    const json page = json::parse(app::today_page(answer, app::TodayView::first_screen, real_content(), "t").json);
    EXPECT_NE(page["notice"].get<std::string>().find("Not yet reviewed by a clinician"), std::string::npos);
    for (const auto& rule : page["decision"]["rules"]) {
      EXPECT_FALSE(rule["grade"].get<std::string>().empty()) << rule;
      EXPECT_FALSE(rule["evidence"].empty()) << rule;
      EXPECT_FALSE(rule["reviewed"].get<std::string>().empty()) << rule;
    }
  }
  for (const rules::Rule* rule : real_content().all_rules()) {
    const auto page = app::rule_page(rule->id, real_content(), "test");
    ASSERT_TRUE(page) << rule->id;
    EXPECT_NE(page->text.find("Reviewed:"), std::string::npos) << page->text;
    EXPECT_EQ(json::parse(page->json)["rule"]["reviewed"], rule->reviewed);
  }
}

TEST(Note, is_one_page_at_every_golden_case_in_both_forms) {
  for (const char* name : {"settling", "fine", "growing", "growing_bone_risk", "night", "walking"}) {
    const model::History history = golden_case(name);
    const app::TodayAnswer answer{history, app::assess(history, real_content()).value(), {}, {}};
    for (const auto form : {app::NoteForm::text, app::NoteForm::markdown}) {
      const std::string note = app::note_page(answer, form, true, real_content(), "test").text;
      EXPECT_LE(std::ranges::count(note, '\n'), 60) << name << "\n" << note;
    }
  }
}

TEST(Evidence, every_source_says_what_was_done_in_whom_what_it_found_and_what_it_cannot_tell) {
  for (const rules::Evidence& evidence : real_content().evidence) {
    const auto page = app::evidence_page(evidence.id, real_content(), "test");
    ASSERT_TRUE(page) << evidence.id;
    for (const char* part :
         {"Kind: ", "Who: ", "What was done: ", "What it says: ", "What it cannot tell: ", "How sure it makes us"})
      EXPECT_NE(page->text.find(part), std::string::npos) << part << "\n" << page->text;
  }
}

TEST(Evidence, shows_trials_that_found_nothing_beside_those_that_did_and_names_experience_as_such) {
  const auto text = [](const char* id) { return app::evidence_page(id, real_content(), "test")->text; };
  EXPECT_NE(text("leppanen-2024").find("toresdahl-2020"), std::string::npos);
  EXPECT_NE(text("toresdahl-2020").find("leppanen-2024"), std::string::npos);
  EXPECT_NE(text("whitt-article").find("johnston-1999"), std::string::npos);
  EXPECT_NE(text("whitt-article").find("not a study"), std::string::npos);
  const auto rule = app::rule_page("CP-11a", real_content(), "test");
  ASSERT_TRUE(rule);
  EXPECT_NE(rule->text.find("toresdahl-2020"), std::string::npos) << rule->text;
}

}  // namespace
}  // namespace hipline
