#include "hipline/bundler/yaml_reader.hpp"

#include <gtest/gtest.h>

namespace hipline::bundler {
namespace {

std::string json_of(std::string_view yaml) {
  const auto value = read_yaml(yaml, "x.yaml");
  if (!value) return value.error().code + " " + value.error().where;
  std::string json;
  write_canonical(*value, json);
  return json;
}

TEST(YamlReader, plain_yes_and_no_are_booleans_plain_numbers_numbers_and_the_rest_text) {
  EXPECT_EQ(json_of("a: yes\nb: no\nc: 3\nd: -0.70\ne: 3-5\nf: \"yes\"\ng: '3'\nh: 007\n"),
            R"({"a":true,"b":false,"c":3,"d":-0.7,"e":"3-5","f":"yes","g":"3","h":"007"})");
}

TEST(YamlReader, keys_are_sorted_and_order_in_the_file_does_not_matter) {
  EXPECT_EQ(json_of("b: 1\na: {d: [1, two], c: []}\n"), json_of("a:\n  c: []\n  d:\n    - 1\n    - two\nb: 1.0\n"));
}

TEST(YamlReader, folded_text_becomes_one_line) {
  EXPECT_EQ(json_of("a: >-\n  one\n  two \"q\"\n"), R"({"a":"one two \"q\""})");
}

struct Refused {
  const char* what;
  const char* yaml;
  const char* expected;
};

class YamlReaderRefuses : public testing::TestWithParam<Refused> {};

TEST_P(YamlReaderRefuses, with_the_place) { EXPECT_EQ(json_of(GetParam().yaml), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Everything, YamlReaderRefuses,
                         testing::Values(Refused{"anchor", "a: &x 1\n", "yaml_anchor x.yaml:1:4"},
                                         Refused{"anchor_on_list", "a: &x [1]\n", "yaml_anchor x.yaml:1:4"},
                                         Refused{"alias", "b: *x\n", "yaml_broken x.yaml:1:4"},
                                         Refused{"tag", "a: !!str 1\n", "yaml_tag x.yaml:1:4"},
                                         Refused{"own_tag", "a: 1\nb: !dose {c: 1}\n", "yaml_tag x.yaml:2:4"},
                                         Refused{"merge", "a:\n  <<: {b: 1}\n", "yaml_merge_key x.yaml:2:3"},
                                         Refused{"documents", "a: 1\n---\nb: 2\n", "yaml_several_documents x.yaml:2:1"},
                                         Refused{"duplicate", "a: 1\nb: 2\na: 3\n", "yaml_duplicate_key x.yaml:3:1"},
                                         Refused{"duplicate_quoted", "a: 1\n'a': 3\n", "yaml_duplicate_key x.yaml:2:1"},
                                         Refused{"date", "a: 2026-11-22\n", "yaml_unquoted_date x.yaml:1:4"},
                                         Refused{"date_in_text", "a: 2026-11-22 by X\n",
                                                 "yaml_unquoted_date x.yaml:1:4"},
                                         Refused{"date_key", "2026-11-22: a\n", "yaml_unquoted_date x.yaml:1:1"},
                                         Refused{"true_word", "a: true\n", "yaml_ambiguous_word x.yaml:1:4"},
                                         Refused{"no_in_capitals", "a: No\n", "yaml_ambiguous_word x.yaml:1:4"},
                                         Refused{"off", "- Off\n", "yaml_ambiguous_word x.yaml:1:3"},
                                         Refused{"tilde", "a: ~\n", "yaml_empty_value x.yaml:1:1"},
                                         Refused{"nothing", "a: 1\nc:\nb: 1\n", "yaml_empty_value x.yaml:2:1"},
                                         Refused{"list_as_key", "? [a]\n: 1\n", "yaml_key_is_no_text x.yaml:1:3"},
                                         Refused{"directive", "%YAML 1.1\n---\na: 1\n", "yaml_directive x.yaml:1:1"},
                                         Refused{"empty", "# only words\n", "yaml_empty_file x.yaml:1:1"},
                                         Refused{"bad_bytes", "a: \xff\n", "yaml_bad_text x.yaml:1:4"},
                                         Refused{"cut_bytes", "a: \xc3", "yaml_bad_text x.yaml:1:4"},
                                         Refused{"colon_in_text", "a: one: two\n", "yaml_broken x.yaml:1:7"},
                                         Refused{"broken", "a: 1]\n  b: [\n", "yaml_broken x.yaml:2:4"}),
                         [](const auto& tried) { return tried.param.what; });

TEST(YamlReader, a_very_deep_file_is_refused_not_fatal) {
  EXPECT_FALSE(read_yaml(std::string(100000, '['), "x.yaml").has_value());
}

}  // namespace
}  // namespace hipline::bundler
