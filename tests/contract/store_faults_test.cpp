// A store that fails in the middle: nothing is half-saved, wherever it fails.
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <map>

#include "hipline/app/import/import.hpp"
#include "hipline/app/memory_store.hpp"
#include "hipline/base/random.hpp"
#include "hipline/store/connection.hpp"
#include "hipline/store/sql_databases.hpp"
#include "hipline/store/sql_store.hpp"

namespace hipline {
namespace {

namespace fs = std::filesystem;

/// Files that live in memory: three of them, whose bytes say how far they run.
class MadeUpFiles final : public app::Files {
 public:
  Result<std::vector<app::FoundFile>> find(const std::string&) override {
    return std::vector<app::FoundFile>{{"a.fit", 1}, {"b.fit", 1}, {"c.fit", 1}};
  }
  Result<std::string> read(const std::string& path) override { return path; }
  Result<bool> keep_original(const std::string& hash, std::string_view bytes) override {
    return originals.emplace(hash, bytes).second;
  }
  Status flush_originals() override { return {}; }
  Result<std::string> original(const std::string& hash) override { return originals.at(hash); }
  Status remove_original(const std::string& hash) override {
    originals.erase(hash);
    return {};
  }
  Status remove_all_originals() override {
    originals.clear();
    return {};
  }
  std::map<std::string, std::string> originals;
};

void read_made_up(const std::string& name, std::string_view bytes, const app::TakeReading& take) {
  importers::Activity activity;
  activity.kind = "run";
  activity.run.start = *Instant::parse("2026-11-01T08:00:00Z") + (name[0] - 'a') * 86400;
  activity.run.elapsed = minutes(60);
  activity.run.distance = kilometres(10);
  // Random, so that no compression lets the series fit into the pages that are there already.
  Random random(7);
  for (int i = 0; i < 2000; ++i) {
    activity.samples.time_ms.push_back(activity.run.start.milliseconds() + i * 1000);
    activity.samples.speed_m_per_s.push_back(static_cast<float>(random.uniform(2, 4)));
  }
  importers::Reading reading;
  reading.verdict = importers::Verdict::activities;
  reading.format = "FIT";
  reading.activities.push_back(std::move(activity));
  take({name, std::move(reading)}, bytes);
}

const app::FixedClock noon(*Instant::parse("2026-11-22T12:00:00Z"));
const app::SystemZones zones;
const app::ImportRequest request{"me", {"folder"}, "0.1.0", false};

TEST(StoreFaults, an_import_whose_nth_write_fails_keeps_nothing_and_works_the_next_time) {
  int writes = 1;
  for (;; ++writes) {
    app::MemoryStore store;
    MadeUpFiles files;
    store.fail_at_write(writes);
    const auto report = app::import_paths(request, {store, files, noon, zones, read_made_up});
    if (report) break;
    ASSERT_EQ(report.error().code, "disk_full");
    EXPECT_EQ(store.kept(), 0U) << "failing at write " << writes;
    EXPECT_TRUE(files.originals.empty()) << "failing at write " << writes;
    store.fail_at_write(0);
    const auto again = app::import_paths(request, {store, files, noon, zones, read_made_up});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->count(app::FileVerdict::run), 3U);
  }
  EXPECT_GT(writes, 6);
}

class SqlFaults : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("hipline_faults_" + std::to_string(::getpid()) + "_" +
                                              testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    path_ = (folder_ / "deep" / "hipline.db").string();
  }
  void TearDown() override { fs::remove_all(folder_); }

  static store::SqlStore& sql(app::Store& store) { return dynamic_cast<store::SqlStore&>(store); }

  fs::path folder_;
  std::string path_;
};

TEST_F(SqlFaults, a_disk_that_fills_at_any_page_leaves_the_database_as_it_was) {
  auto store = *store::SqlDatabases().open(path_);
  store::Connection& connection = sql(*store).connection();
  int pages = 0;
  ASSERT_TRUE(connection.guarded([&] { connection.sql() << "PRAGMA page_count", soci::into(pages); }));
  int limit = pages;
  int failures = 0;
  for (;; ++limit) {
    ASSERT_TRUE(connection.run("PRAGMA max_page_count = " + std::to_string(limit)));
    MadeUpFiles files;
    const auto report = app::import_paths(request, {*store, files, noon, zones, read_made_up});
    if (report) break;
    ++failures;
    ASSERT_EQ(report.error().code, "disk_full") << report.error().message;
    EXPECT_TRUE(files.originals.empty());
    EXPECT_TRUE(store->runs("me")->empty());
    EXPECT_TRUE(store->imports("me")->empty());
  }
  EXPECT_GT(failures, 0);
  EXPECT_EQ(store->runs("me")->size(), 3U);
}

/// Stops the statement after so many steps of SQLite's own machine.
int stop_now(void*) { return 1; }

TEST_F(SqlFaults, a_statement_stopped_after_any_number_of_steps_leaves_the_database_as_it_was) {
  auto store = *store::SqlDatabases().open(path_);
  store::Connection& connection = sql(*store).connection();
  bool finished = false;
  int failures = 0;
  for (int steps = 1; !finished; steps += 7) {
    MadeUpFiles files;
    sqlite_api::sqlite3_progress_handler(connection.handle(), steps, stop_now, nullptr);
    const auto report = app::import_paths(request, {*store, files, noon, zones, read_made_up});
    sqlite_api::sqlite3_progress_handler(connection.handle(), 0, nullptr, nullptr);
    finished = report.has_value();
    if (finished) break;
    ++failures;
    EXPECT_TRUE(files.originals.empty());
    ASSERT_TRUE(store->runs("me")->empty()) << "stopped after " << steps;
    ASSERT_TRUE(store->imports("me")->empty()) << "stopped after " << steps;
  }
  EXPECT_GT(failures, 3);
  EXPECT_EQ(store->runs("me")->size(), 3U);
}

TEST_F(SqlFaults, files_and_new_folders_are_for_their_owner_alone) {
  ::umask(0);
  auto store = *store::SqlDatabases().open(path_);
  app::DiskFiles files(path_ + ".originals");
  ASSERT_TRUE(files.keep_original(std::string(64, 'a'), "bytes"));
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    const auto mode = entry.status().permissions();
    EXPECT_EQ(mode & fs::perms::all,
              entry.is_directory() ? fs::perms::owner_all : fs::perms::owner_read | fs::perms::owner_write)
        << entry.path();
  }
  ::umask(022);
}

TEST_F(SqlFaults, a_newer_database_is_refused_and_not_touched) {
  {
    auto store = *store::SqlDatabases().open(path_);
    ASSERT_TRUE(
        sql(*store).connection().run("INSERT INTO schema_version (version, name) VALUES (999, 'from the future')"));
  }
  const auto time = fs::last_write_time(path_);
  const auto opened = store::SqlDatabases().open(path_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, "database_newer");
  EXPECT_EQ(fs::last_write_time(path_), time);
  EXPECT_EQ(store::SqlDatabases().remove(path_).error().code, "database_newer");
}

TEST_F(SqlFaults, another_programs_database_is_refused) {
  {
    fs::create_directories(fs::path(path_).parent_path());
    auto other = *store::Connection::open(path_, store::Access::write);
    ASSERT_TRUE(other->run("CREATE TABLE song (title TEXT)"));
  }
  EXPECT_EQ(store::SqlDatabases().open(path_).error().code, "not_a_database");
  EXPECT_EQ(store::SqlDatabases().remove(path_).error().code, "not_a_database");
  EXPECT_TRUE(fs::exists(path_));
}

TEST_F(SqlFaults, numbers_come_back_to_the_last_bit) {
  auto store = *store::SqlDatabases().open(path_);
  const auto import = *store->begin_import("me", {}, "0.1.0");
  model::Run run;
  run.start = Instant(1'750'000'000'123);
  run.elapsed = Seconds(3600.1);
  run.distance = Metres(12345.678901234567);
  run.heart_rate_mean_bpm = 1.0 / 3;
  ASSERT_TRUE(store->add_run("me", import, "run", run, {}));
  const auto back = (*store->runs("me"))[0].run;
  EXPECT_EQ(back.start, run.start);
  EXPECT_EQ(back.elapsed, run.elapsed);
  EXPECT_EQ(back.distance, run.distance);
  EXPECT_EQ(back.heart_rate_mean_bpm, run.heart_rate_mean_bpm);
}

TEST_F(SqlFaults, foreign_keys_are_on) {
  auto store = *store::SqlDatabases().open(path_);
  EXPECT_FALSE(store->add_source("me", 4711, 4711, "hash"));
}

}  // namespace
}  // namespace hipline
