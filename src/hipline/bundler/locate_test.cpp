#include "hipline/bundler/locate.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace hipline::bundler {
namespace {

namespace fs = std::filesystem;

class Locate : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / "hipline_locate";
    fs::create_directories(folder_ / "rules/triage");
    std::ofstream(folder_ / "rules/triage/TR-06.yaml") << "# A comment\n"
                                                          "title: It wakes you\n"
                                                          "when:\n"
                                                          "  any_of:\n"
                                                          "    - wakes_at_night\n"
                                                          "    - {fact: ache_days, more_than: 14}\n"
                                                          "evidence: [flinn-2017, nobody-1999]\n";
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string at(std::string_view pointer) const { return locate(folder_, pointer); }

  fs::path folder_;
};

TEST_F(Locate, gives_the_line_of_the_field_or_item) {
  EXPECT_EQ(at("/rules~1triage~1TR-06/title"), "rules/triage/TR-06.yaml:2");
  EXPECT_EQ(at("/rules~1triage~1TR-06/when"), "rules/triage/TR-06.yaml:3");
  EXPECT_EQ(at("/rules~1triage~1TR-06/when/any_of/1/more_than"), "rules/triage/TR-06.yaml:6");
  EXPECT_EQ(at("/rules~1triage~1TR-06/evidence/1"), "rules/triage/TR-06.yaml:7");
}

TEST_F(Locate, gives_the_nearest_line_above_what_is_missing) {
  EXPECT_EQ(at("/rules~1triage~1TR-06/when/any_of/7"), "rules/triage/TR-06.yaml:4");
  EXPECT_EQ(at("/rules~1triage~1TR-06/refer"), "rules/triage/TR-06.yaml:1");
}

TEST_F(Locate, names_a_file_that_is_not_there_and_leaves_what_is_no_pointer) {
  EXPECT_EQ(at("/rules~1triage~1TR-99/when"), "rules/triage/TR-99.yaml");
  EXPECT_EQ(at("rules/triage/TR-06.yaml:3:1"), "rules/triage/TR-06.yaml:3:1");
}

}  // namespace
}  // namespace hipline::bundler
