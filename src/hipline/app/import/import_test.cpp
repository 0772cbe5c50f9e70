#include "hipline/app/import/import.hpp"

#include <gtest/gtest.h>

#include <map>

#include "hipline/app/memory_store.hpp"

namespace hipline::app {
namespace {

/// Files in memory by path; originals are only counted.
class FilesInMemory final : public Files {
 public:
  Result<std::vector<FoundFile>> find(const std::string&) override {
    std::vector<FoundFile> found;
    for (const auto& [path, bytes] : files) found.push_back({path, bytes.size()});
    return found;
  }
  Result<std::string> read(const std::string& path) override { return files.at(path); }
  Result<bool> keep_original(const std::string& hash, std::string_view bytes) override {
    return originals.emplace(hash, bytes).second;
  }
  Result<std::string> original(const std::string& hash) override { return originals.at(hash); }
  Status remove_original(const std::string& hash) override {
    originals.erase(hash);
    return {};
  }
  Status remove_all_originals() override {
    originals.clear();
    return {};
  }

  std::map<std::string, std::string> files;
  std::map<std::string, std::string> originals;
};

/// A file's text is a list of days, one letter each: one reading per letter, as members of an archive come.
void read_days(const std::string& name, std::string_view bytes, const TakeReading& take) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    importers::Activity activity;
    activity.kind = "run";
    activity.run.start = *Instant::parse("2026-11-01T08:00:00Z") + (bytes[i] - 'a') * 86400;
    activity.run.elapsed = minutes(60);
    activity.run.distance = kilometres(10);
    importers::Reading reading;
    reading.verdict = importers::Verdict::activities;
    reading.format = "FIT";
    reading.activities.push_back(std::move(activity));
    const bool archive = bytes.size() > 1;
    take({archive ? name + "/" + bytes[i] : name, std::move(reading)}, bytes.substr(i, 1));
  }
}

class ImportTest : public testing::Test {
 protected:
  Result<ImportReport> import(const TellProgress& tell = {}) {
    return import_paths({"me", {"folder"}, "0.1.0", false}, {store, files, clock, zones, read_days}, tell);
  }

  MemoryStore store;
  FilesInMemory files;
  FixedClock clock{*Instant::parse("2026-11-22T12:00:00Z")};
  SystemZones zones;
};

TEST_F(ImportTest, tells_of_every_file_and_member_and_ends_with_all_of_them) {
  files.files = {{"1.fit", "a"}, {"2.zip", "bcd"}};
  std::vector<ImportProgress> told;
  ASSERT_TRUE(import([&](const ImportProgress& progress) {
    told.push_back(progress);
    return GoOn::yes;
  }));
  ASSERT_GE(told.size(), 6U);
  EXPECT_EQ(told.front().of_files, 2U);
  EXPECT_EQ(told.front().of_bytes, 4U);
  EXPECT_EQ(told.front().bytes, 0U);
  for (std::size_t i = 1; i < told.size(); ++i) {
    EXPECT_GE(told[i].bytes, told[i - 1].bytes);
    EXPECT_GE(told[i].readings, told[i - 1].readings);
  }
  EXPECT_EQ(told.back().files, 2U);
  EXPECT_EQ(told.back().bytes, 4U);
  EXPECT_EQ(told.back().readings, 4U);
  EXPECT_EQ(told.back().runs, 4U);
  EXPECT_EQ(told.back().name, "2.zip/d");
}

TEST_F(ImportTest, a_stop_keeps_what_was_read_and_the_same_import_again_finishes_the_rest) {
  files.files = {{"1.fit", "a"}, {"2.zip", "bcd"}, {"3.fit", "e"}};
  const auto stopped =
      import([](const ImportProgress& progress) { return progress.runs == 2 ? GoOn::stop : GoOn::yes; });
  ASSERT_TRUE(stopped);
  EXPECT_TRUE(stopped->stopped);
  EXPECT_EQ(stopped->files.size(), 2U);
  EXPECT_EQ(store.runs("me")->size(), 2U);

  const auto again = import();
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->stopped);
  EXPECT_EQ(again->count(FileVerdict::duplicate), 2U);
  EXPECT_EQ(again->count(FileVerdict::run), 3U);
  EXPECT_EQ(store.runs("me")->size(), 5U);
}

}  // namespace
}  // namespace hipline::app
