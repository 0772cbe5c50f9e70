#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "hipline/catalog/catalog.hpp"
#include "hipline/catalog/json_reader.hpp"

namespace hipline::catalog {
namespace {

namespace fs = std::filesystem;

/// Where an example of a schema would lie in the content.
const std::map<std::string, std::string, std::less<>> places = {
    {"rule", "rules/triage/X"},
    {"plan_rule", "rules/plan/X"},
    {"cases", "rules/triage/X.cases"},
    {"question", "questions/x"},
    {"setup", "setup/x"},
    {"evidence", "evidence/x"},
    {"parameters", "parameters/x"},
    {"text", "text/en/x"},
    {"facts", "facts"},
    {"retired", "retired"},
    {"exercise", "exercises/x"},
    {"circuit", "circuits/x"},
    {"origin_rule", "rules/origin/X"},
    {"figure", "figures/x"},
    {"programme", "programmes/x"},
    {"instead", "instead/rest"},
};

std::vector<fs::path> examples(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(HIPLINE_SOURCE_DIR "/schema/content/examples") / folder)) {
    files.push_back(entry.path());
  }
  return files;
}

/// What the reader refuses in one example, apart from references to content that is not there.
std::vector<Error> refused(const fs::path& file) {
  const std::string name = file.stem().string();
  const auto place = places.find(name.substr(0, name.find('-')));
  if (place == places.end()) return {{"no_place", name, "This example's schema has no place in the content."}};
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  const nlohmann::json bundle = {{"hash", "x"}, {place->second, nlohmann::json::parse(text.str(), nullptr, false)}};
  std::vector<Error> problems = reading_problems(bundle.dump());
  std::erase_if(problems, [](const Error& problem) { return problem.code == "unknown_reference"; });
  for (const Error& problem : problems) {
    EXPECT_TRUE(problem.where.starts_with(pointer_to("", place->second))) << name << ": " << problem.where;
  }
  return problems;
}

TEST(SchemaExamples, the_reader_accepts_what_the_schemas_accept) {
  const auto files = examples("accepted");
  EXPECT_GE(files.size(), 18U);
  for (const fs::path& file : files) {
    const auto problems = refused(file);
    EXPECT_TRUE(problems.empty()) << file.filename() << ": " << problems.front().where << " "
                                  << problems.front().message;
  }
}

TEST(SchemaExamples, the_reader_refuses_what_the_schemas_refuse) {
  const auto files = examples("rejected");
  EXPECT_GE(files.size(), 97U);
  for (const fs::path& file : files) EXPECT_FALSE(refused(file).empty()) << file.filename();
}

}  // namespace
}  // namespace hipline::catalog
