#include "real_content.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "hipline/app/assess/case_reader.hpp"
#include "hipline/bundler/embedded.hpp"

namespace hipline {

const catalog::Catalog& real_content() {
  static const catalog::Catalog content = [] {
    auto read = catalog::read_catalog(bundler::embedded_bundle());
    EXPECT_TRUE(read) << read.error().where << ": " << read.error().message;
    return read ? *read : catalog::Catalog{};
  }();
  return content;
}

std::string source_file(const std::string& path) {
  std::ifstream file(std::string(HIPLINE_SOURCE_DIR) + "/" + path);
  EXPECT_TRUE(file) << path;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

model::History golden_case(const std::string& name) {
  auto read = app::read_case(source_file("tests/cases/golden/" + name + ".json"), real_content());
  EXPECT_TRUE(read) << name << " " << read.error().where << ": " << read.error().message;
  return *read;
}

TEST(RealContent, is_complete_enough_to_decide_with) {
  EXPECT_GE(real_content().triage.size(), 20U);
  EXPECT_GE(real_content().today.size(), 16U);
  EXPECT_FALSE(real_content().hash.empty());
}

}  // namespace hipline
