#include "hipline/catalog/json_reader.hpp"

#include <gtest/gtest.h>

namespace hipline::catalog {
namespace {

struct Read {
  explicit Read(const char* text) : document(Document::read(text).value()) {}
  Fields fields() { return Fields(document.root("/x", problems)); }
  Document document;
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

TEST(Fields, that_stand_twice_are_refused_whether_they_have_a_name_of_ours_or_of_the_data) {
  Read read(R"({"limps": false, "answers": {"a": true, "b": 1, "a": false}, "limps": true})");
  Fields fields = read.fields();
  static_cast<void>(fields.yes_no("limps"));
  for (const Node& answers : {fields.node("answers").value()}) static_cast<void>(answers.members());
  fields.done();
  std::vector<std::string> found;
  for (const Error& problem : read.problems) found.push_back(problem.code + " " + problem.where);
  EXPECT_EQ(found, (std::vector<std::string>{"double_field /x/answers/a", "double_field /x/limps"}));
}

TEST(Document, is_one_complete_value_in_utf_8) {
  for (const char* text : {"", "{", "{} x", "[1,]", "{\"a\": 01}", "nul", "[\"\xff\"]", "[\"\xc3\x28\"]", "// x\n{}"}) {
    EXPECT_FALSE(Document::read(text).has_value()) << text;
  }
  EXPECT_FALSE(Document::read(std::string_view("{}\0x", 4)).has_value());
  for (const char* text : {"{}", " [1, 2.5e3] ", "null", "\"\u00e4 \xc3\xa4\"", "true"}) {
    EXPECT_TRUE(Document::read(text).has_value()) << text;
    EXPECT_TRUE(Document::read_own(text).has_value()) << text;
  }
}

TEST(Document, is_no_deeper_than_its_nodes_can_be_walked) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(Document::read(nested(64)).has_value());
  EXPECT_FALSE(Document::read(nested(65)).has_value());
  EXPECT_FALSE(Document::read(std::string(1'000'000, '[')).has_value());
  EXPECT_TRUE(Document::read("[\"" + std::string(100, '[') + "\", \"\\\"[\"]").has_value()) << "brackets in a text";
}

TEST(Document, keeps_numbers_to_the_last_bit_and_gives_its_values_back_as_text) {
  Problems problems;
  const auto read = Document::read(R"([0.1, 1e23, 123456789012345678, {"b": 1, "a": "\u00e4\n"}, null])");
  ASSERT_TRUE(read.has_value());
  const auto items = read->root("", problems).items();
  EXPECT_EQ(items[0].number(), 0.1);
  EXPECT_EQ(items[1].number(), 1e23);
  EXPECT_EQ(items[2].number(), 123456789012345678.0);
  EXPECT_EQ(items[3].json(), "{\"b\":1,\"a\":\"\xc3\xa4\\n\"}");
  EXPECT_TRUE(items[4].is_null());
}

TEST(Pointer, escapes_slash_and_tilde) { EXPECT_EQ(pointer_to("/a", "rules/x~1"), "/a/rules~1x~01"); }

}  // namespace
}  // namespace hipline::catalog
