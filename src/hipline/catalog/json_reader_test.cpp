#include "hipline/catalog/json_reader.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace hipline::catalog {
namespace {

struct Read {
  explicit Read(const char* text) : json(nlohmann::json::parse(text, nullptr, false)) {}
  Fields fields() { return Fields(Node(json, "/x", problems)); }
  nlohmann::json json;
  Problems problems;
};

TEST(Fields, read_what_is_there_and_leave_out_what_may_be_absent) {
  Read read(R"({"title": "Bridge", "seconds": 30, "core": true, "cues": ["up", "down"]})");
  Fields fields = read.fields();
  EXPECT_EQ(fields.text("title"), "Bridge");
  EXPECT_EQ(fields.optional_number("seconds"), 30);
  EXPECT_EQ(fields.optional_number("metres"), std::nullopt);
  EXPECT_TRUE(fields.yes_no("core"));
  EXPECT_EQ(fields.texts("cues"), (std::vector<std::string>{"up", "down"}));
  fields.done();
  EXPECT_TRUE(read.problems.empty());
}

TEST(Fields, refuse_a_field_that_nobody_asked_for_and_name_the_known_ones) {
  Read read(R"({"title": "Bridge", "tittle": "x"})");
  Fields fields = read.fields();
  static_cast<void>(fields.text("title"));
  fields.done();
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].code, "unknown_field");
  EXPECT_EQ(read.problems[0].where, "/x/tittle");
  EXPECT_NE(read.problems[0].message.find("known are: title"), std::string::npos);
}

TEST(Fields, collect_every_problem_with_its_place) {
  Read read(R"({"title": 3, "count": 1.5, "band": "purple", "list": [1, "a"]})");
  Fields fields = read.fields();
  static_cast<void>(fields.text("title"));
  static_cast<void>(fields.whole_number("count"));
  static_cast<void>(fields.choice<int>("band", {{"none", 0}, {"heavy", 1}}));
  static_cast<void>(fields.texts("list"));
  static_cast<void>(fields.number("missing"));
  fields.done();
  std::vector<std::string> found;
  for (const Error& problem : read.problems) found.push_back(problem.code + " " + problem.where);
  EXPECT_EQ(found, (std::vector<std::string>{"wrong_type /x/title", "wrong_type /x/count", "unknown_word /x/band",
                                             "wrong_type /x/list/0", "missing_field /x"}));
}

TEST(Fields, of_something_else_than_a_map_say_so_once) {
  Read read(R"([1])");
  Fields fields = read.fields();
  static_cast<void>(fields.text("title"));
  fields.done();
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].code, "wrong_type");
}

TEST(Pointer, escapes_slash_and_tilde) { EXPECT_EQ(pointer_to("/a", "rules/x~1"), "/a/rules~1x~01"); }

}  // namespace
}  // namespace hipline::catalog
