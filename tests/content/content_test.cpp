#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "hipline/bundler/bundle.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/catalog/content_problems.hpp"

namespace hipline {
namespace {

std::string listed(const std::vector<Error>& problems) {
  std::string text;
  for (const Error& problem : problems) text += "\n" + problem.code + " " + problem.where + ": " + problem.message;
  return text;
}

class Content : public testing::Test {
 protected:
  static const std::string& bundle() {
    static const std::string text = bundler::bundle_directory(HIPLINE_SOURCE_DIR "/content").value_or("");
    return text;
  }
};

TEST_F(Content, is_yaml_that_people_and_machines_read_alike) {
  const auto problems = bundler::bundling_problems(HIPLINE_SOURCE_DIR "/content");
  EXPECT_TRUE(problems.empty()) << listed(problems);
}

TEST_F(Content, is_read_without_a_problem) {
  const auto problems = catalog::reading_problems(bundle());
  EXPECT_TRUE(problems.empty()) << listed(problems);
}

TEST_F(Content, holds_together_and_each_rule_is_proven_by_its_cases) {
  const auto catalog = catalog::read_catalog(bundle());
  ASSERT_TRUE(catalog.has_value()) << listed({catalog.error()});
  const auto problems = catalog::content_problems(*catalog);
  EXPECT_TRUE(problems.empty()) << listed(problems);
}

/// The names between backticks in a table's cell.
std::vector<std::string> names_in(const std::string& cell) {
  static const std::regex name("`([a-z][a-z0-9_]*)`");
  std::vector<std::string> names;
  for (std::sregex_iterator at(cell.begin(), cell.end(), name), end; at != end; ++at) names.push_back((*at)[1]);
  return names;
}

TEST_F(Content, the_page_on_facts_says_what_the_list_of_facts_says) {
  const auto catalog = catalog::read_catalog(bundle());
  ASSERT_TRUE(catalog.has_value()) << listed({catalog.error()});
  std::ifstream page(HIPLINE_SOURCE_DIR "/docs/facts.md");
  std::set<std::string> on_page;
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| `")) continue;
    std::vector<std::string> cells;
    std::istringstream row(line.substr(1));
    for (std::string cell; std::getline(row, cell, '|');) cells.push_back(cell);
    ASSERT_GE(cells.size(), 2U) << line;
    const auto facts = names_in(cells.size() >= 3 ? cells[1] : cells[0]);  // a question's row names its facts second
    for (const std::string& fact : facts) {
      EXPECT_TRUE(catalog->facts.contains(fact)) << fact << " stands in docs/facts.md and not in content/facts.yaml";
      on_page.insert(fact);
    }
    if (cells.size() >= 3 || facts.size() != 1 || !catalog->facts.contains(facts[0])) continue;
    std::string meaning = cells[1].substr(1, cells[1].size() - 2);
    meaning = std::regex_replace(meaning, std::regex("`"), "");
    EXPECT_EQ(meaning, catalog->facts.find(facts[0])->second.meaning) << facts[0];
  }
  for (const auto& [name, fact] : catalog->facts) {
    EXPECT_TRUE(on_page.contains(name)) << name << " stands in content/facts.yaml and not in docs/facts.md";
  }
}

/// What the code names in string literals of the form `file.key`, where `file` is one of parameters or texts.
std::set<std::string> named_in_code(const std::set<std::string>& files) {
  static const std::regex literal("\"([a-z_]+)\\.([a-z0-9_]+)\"");
  std::set<std::string> named;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(HIPLINE_SOURCE_DIR "/src/hipline")) {
    const std::string path = entry.path().string();
    if (!path.ends_with(".cpp") || path.ends_with("_test.cpp")) continue;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      for (std::sregex_iterator at(line.begin(), line.end(), literal), end; at != end; ++at) {
        if (files.contains((*at)[1])) named.insert((*at)[1].str() + "." + (*at)[2].str());
      }
    }
  }
  return named;
}

TEST_F(Content, carries_every_number_and_sentence_that_the_code_names) {
  const auto catalog = catalog::read_catalog(bundle());
  ASSERT_TRUE(catalog.has_value()) << listed({catalog.error()});
  std::set<std::string> files;
  for (const auto& [id, parameter] : catalog->parameters.all()) files.insert(id.substr(0, id.find('.')));
  for (const auto& [key, sentence] : catalog->texts.all()) files.insert(key.substr(0, key.find('.')));
  const auto named = named_in_code(files);
  EXPECT_GE(named.size(), 50U) << "the search itself finds too little";
  for (const std::string& id : named) {
    // A literal that ends in _ is the beginning of several keys (today.word_rest, today.word_modify, …).
    const auto next = catalog->texts.all().lower_bound(id);
    const bool begins_some = id.ends_with('_') && next != catalog->texts.all().end() && next->first.starts_with(id);
    EXPECT_TRUE(begins_some || catalog->parameters.find(id) || catalog->texts.find(id))
        << id << " is named in the code and not in content";
  }
}

}  // namespace
}  // namespace hipline
