#include "hipline/bundler/bundle.hpp"

#include <gtest/gtest.h>

#include "hipline/base/sha256.hpp"
#include "hipline/bundler/embedded.hpp"

namespace hipline::bundler {
namespace {

TEST(Bundle, keeps_its_bytes_whatever_the_order_of_files) {
  const ContentFile a{"evidence/a.yaml", "x: 1\n"};
  const ContentFile b{"rules/triage/TR-01.yaml", "x: 2\n"};
  const auto one = bundle_files({a, b});
  ASSERT_TRUE(one.has_value());
  EXPECT_EQ(one, bundle_files({b, a}));
  EXPECT_EQ(*one, "{\"evidence/a\":{\"x\":1},\"hash\":\"" +
                      sha256_hex(R"({"evidence/a":{"x":1},"rules/triage/TR-01":{"x":2}})") +
                      "\",\"rules/triage/TR-01\":{\"x\":2}}");
}

TEST(Bundle, a_changed_meaning_changes_the_hash_and_a_changed_comment_does_not) {
  const auto with = [](std::string text) { return bundle_files({{"a.yaml", std::move(text)}}).value_or(""); };
  EXPECT_EQ(with("x: 1\n"), with("# why\nx: 1.0\n"));
  EXPECT_NE(with("x: 1\n"), with("x: 2\n"));
}

TEST(Bundle, refuses_what_has_no_place) {
  EXPECT_EQ(bundle_files({{"hash.yaml", "a: 1"}}).error().code, "content_path");
  EXPECT_EQ(bundle_files({{"a.yaml", "a: 1"}, {"a.yaml", "a: 1"}}).error().code, "content_path");
  EXPECT_EQ(bundle_directory("/nowhere/at/all").error().code, "cannot_read");
}

TEST(Bundle, takes_drawings_as_they_are) {
  const auto bundle = bundle_files({{"figures/march.json", "{\"b\": null, \"a\": [0.4]}"}});
  ASSERT_TRUE(bundle.has_value());
  EXPECT_TRUE(bundle->starts_with(R"({"figures/march":{"a":[0.4],"b":null},"hash":)")) << *bundle;
  EXPECT_EQ(bundle_files({{"figures/march.json", "{\"a\": 1,}"}}).error().code, "bad_json");
  EXPECT_EQ(bundle_files({{"rules/march.json", "{}"}}).error().code, "content_path");
}

TEST(Bundle, what_decides_leaves_out_cases_and_drawings_and_nothing_else) {
  const auto whole = bundle_files({{"rules/triage/TR-06.yaml", "title: Night\n"},
                                   {"rules/triage/TR-06.cases.yaml", "- name: Wakes\n"},
                                   {"figures/march.json", R"({"poses": {}, "phases": [1], "variants": {}})"}});
  ASSERT_TRUE(whole.has_value());
  const std::string hash = whole->substr(whole->find(R"("hash":")"), 73);
  EXPECT_EQ(*deciding_part(*whole),
            R"({"figures/march":{"phases":[1]},)" + hash + R"(,"rules/triage/TR-06":{"title":"Night"}})");
  EXPECT_EQ(deciding_part("[]").error().code, "bad_json");
  EXPECT_EQ(embedded_deciding_part(), *deciding_part(embedded_bundle()));
}

TEST(Bundle, the_embedded_content_is_that_of_the_folder) {
  const auto folder = bundle_directory(HIPLINE_SOURCE_DIR "/content");
  ASSERT_TRUE(folder.has_value()) << folder.error().where << ": " << folder.error().message;
  EXPECT_EQ(embedded_bundle(), *folder);
}

}  // namespace
}  // namespace hipline::bundler
