#include "hipline/catalog/setup_reader.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "hipline/catalog/catalog.hpp"

namespace hipline::catalog {
namespace {

using nlohmann::json;

json side() {
  return {{"order", 1},
          {"chapter", "ache"},
          {"form", "one_of"},
          {"text", "Which side?"},
          {"choices", json::array({{{"word", "left"}, {"label", "Left"}}, {{"word", "right"}, {"label", "Right"}}})}};
}

json pop(const char* field, const char* is) {
  return {{"order", 2},
          {"chapter", "ache"},
          {"form", "yes_no"},
          {"text", "A pop?"},
          {"asked_when", {{"field", field}, {"is", is}}}};
}

std::vector<Error> problems_of(const json& one, const json& two) {
  return reading_problems(json{{"hash", "x"}, {"setup/ache-side", one}, {"setup/ache-pop", two}}.dump());
}

TEST(SetupReader, keeps_the_fields_in_the_order_they_are_asked) {
  const auto catalog = read_catalog(
      json{{"hash", "x"}, {"setup/ache-side", side()}, {"setup/ache-pop", pop("ache-side", "known")}}.dump());
  ASSERT_TRUE(catalog);
  ASSERT_EQ(catalog->setup.size(), 2U);
  EXPECT_EQ(catalog->setup[0].id, "ache-side");
  EXPECT_EQ(catalog->setup[1].asked_when->field, "ache-side");
}

TEST(SetupReader, refuses_a_condition_that_could_never_hold) {
  EXPECT_TRUE(problems_of(side(), pop("ache-side", "left")).empty());
  EXPECT_EQ(problems_of(side(), pop("ache-side", "middle")).at(0).where, "/setup~1ache-pop/asked_when/is");
  EXPECT_EQ(problems_of(side(), pop("nowhere", "known")).at(0).code, "unknown_reference");
  json late = side();
  late["order"] = 3;
  EXPECT_EQ(problems_of(late, pop("ache-side", "known")).at(0).code, "out_of_range");
}

TEST(SetupReader, refuses_a_private_question_that_does_not_say_why) {
  json field = side();
  field["private"] = true;
  EXPECT_EQ(problems_of(field, pop("ache-side", "known")).at(0).code, "missing_field");
}

}  // namespace
}  // namespace hipline::catalog
