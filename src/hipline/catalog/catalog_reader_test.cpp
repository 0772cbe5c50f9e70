#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "hipline/catalog/catalog.hpp"

namespace hipline::catalog {
namespace {

nlohmann::json rule() {
  return {{"title", "Wakes at night"},
          {"when", {{"any_of", {"wakes_at_night", {{"fact", "ache_days"}, {"at_least", 14}}}}}},
          {"then", {{{"level", "clinician_urgent"}}, {{"ask", "night"}}}},
          {"kind", "sticky"},
          {"refer", {{"stop", "Running."}, {"whom", "A doctor."}, {"how_soon", "Today."}, {"say", "It wakes me."}}},
          {"why", "It needs a look."},
          {"not_for", "Nobody."},
          {"evidence", {"flinn-2017"}},
          {"grade", "low"},
          {"opinion", false},
          {"reviewed", "not yet by a clinician"}};
}

nlohmann::json question(int order) {
  return {{"order", order},
          {"occasion", "daily"},
          {"form", "yes_no"},
          {"text", "Does it wake you?"},
          {"sets", {{{"fact", "wakes_at_night"}}}},
          {"valid_for", "1 day"}};
}

nlohmann::json bundle() {
  return {{"hash", "abc"},
          {"rules/triage/TR-06", rule()},
          {"rules/triage/TR-06.cases", {{{"name", "Wakes"}, {"facts", {{"wakes_at_night", true}}}, {"fires", true}}}},
          {"questions/night", question(20)},
          {"questions/early", question(10)},
          {"evidence/flinn-2017",
           {{"citation", "Flinn"},
            {"topic", "bone"},
            {"kind", "review"},
            {"people", "none"},
            {"did", "z"},
            {"finding", "x"},
            {"limits", "y"},
            {"known", "read"}}},
          {"parameters/pain",
           {{"low",
             {{"value", 2},
              {"unit", "points"},
              {"meaning", "low"},
              {"evidence", {"flinn-2017"}},
              {"grade", "low"},
              {"opinion", false}}}}},
          {"text/en/today", {{"distance", "{km} km, {how}"}}},
          {"facts", {{"wakes_at_night", {{"form", "yes_no"}, {"meaning", "wakes"}}}}}};
}

Error refused(const nlohmann::json& content) {
  const auto read = read_catalog(content.dump());
  return read ? Error{"accepted", "", ""} : read.error();
}

TEST(ReadCatalog, turns_a_bundle_into_values) {
  const auto read = read_catalog(bundle().dump());
  ASSERT_TRUE(read.has_value()) << read.error().where << read.error().message;
  EXPECT_EQ(read->hash, "abc");
  const rules::Rule* found = read->find_rule("TR-06");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->when.parts.at(1).threshold, 14);
  EXPECT_EQ(rules::level_of(*found), rules::Level::clinician_urgent);
  EXPECT_EQ(found->referral->whom, "A doctor.");
  EXPECT_EQ(read->questions.front().id, "early");
  EXPECT_EQ(read->parameters.value("pain.low"), 2);
  EXPECT_EQ(read->find_evidence("flinn-2017")->known, rules::Known::read);
  EXPECT_EQ(read->cases.at("TR-06").front().fires, rules::Truth::yes);
  EXPECT_EQ(read->find_rule("TR-99"), nullptr);
}

TEST(ReadCatalog, names_the_place_of_a_fault_as_a_pointer_into_the_bundle) {
  auto content = bundle();
  content["rules/triage/TR-06"]["then"][0]["level"] = "relax";
  EXPECT_EQ(refused(content).where, "/rules~1triage~1TR-06/then/0/level");
  EXPECT_EQ(refused(content).code, "unknown_word");
}

TEST(ReadCatalog, refuses_references_to_nothing) {
  auto content = bundle();
  content["rules/triage/TR-06"]["evidence"] = {"flinn-2017", "nobody-1999"};
  EXPECT_EQ(refused(content).where, "/rules~1triage~1TR-06/evidence/1");
  content = bundle();
  content["rules/triage/TR-06"]["then"][1]["ask"] = "nothing";
  EXPECT_EQ(refused(content).where, "/rules~1triage~1TR-06/then/1/ask");
  content = bundle();
  content["parameters/pain"]["low"]["evidence"] = {"nobody-1999"};
  EXPECT_EQ(refused(content).where, "/parameters~1pain/low/evidence/0");
  content = bundle();
  content["rules/today/TD-01.cases"] = nlohmann::json::array();
  EXPECT_EQ(refused(content).where, "/rules~1today~1TD-01.cases");
}

TEST(ReadCatalog, refuses_what_no_schema_can_say) {
  auto content = bundle();
  content["rules/triage/TR-06"]["when"] = {{"at_least", {{"count", 3}, {"of", {"a", "b"}}}}};
  EXPECT_EQ(refused(content).where, "/rules~1triage~1TR-06/when/at_least");
  content = bundle();
  content["questions/early"] = question(1);
  content["questions/early"]["lowest"] = 5;
  content["questions/early"]["highest"] = 5;
  EXPECT_EQ(refused(content).code, "out_of_range");
}

TEST(ReadCatalog, refuses_what_is_no_bundle_and_what_has_no_place) {
  EXPECT_FALSE(read_catalog("").has_value());
  EXPECT_FALSE(read_catalog("[1,2").has_value());
  EXPECT_FALSE(read_catalog("[]").has_value());
  EXPECT_EQ(refused(nlohmann::json::object()).where, "/hash");
  auto content = bundle();
  content["rules/other/TR-01"] = rule();
  EXPECT_EQ(refused(content).code, "unknown_path");
}

TEST(Texts, fill_their_placeholders) {
  const auto read = read_catalog(bundle().dump());
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->texts.say("today.distance", {{"how", "easy"}, {"km", "8"}}), "8 km, easy");
  EXPECT_EQ(read->texts.find("today.nothing"), nullptr);
  EXPECT_EQ(placeholders_of("{km} km, {how}"), (std::vector<std::string>{"km", "how"}));
  EXPECT_EQ(placeholders_of("{km"), std::nullopt);
}

TEST(TextsDeathTest, a_missing_key_or_placeholder_is_our_own_mistake) {
  Texts texts;
  texts.add("a.b", "{km} km");
  EXPECT_DEATH(static_cast<void>(texts.say("a.c")), "");
  EXPECT_DEATH(static_cast<void>(texts.say("a.b")), "");
}

}  // namespace
}  // namespace hipline::catalog
