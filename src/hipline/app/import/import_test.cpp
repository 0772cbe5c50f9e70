#include "hipline/app/import/import.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "hipline/app/import/originals.hpp"
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
    unflushed.insert(hash);
    return originals.emplace(hash, bytes).second;
  }
  Status flush_originals() override {
    if (full) return failure("disk_full", "originals", "The disk is full.");
    unflushed.clear();
    ++flushes;
    return {};
  }
  Result<std::string> original(const std::string& hash) override {
    if (!originals.contains(hash)) return failure("original_missing", hash, "It is gone.");
    return originals.at(hash);
  }
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
  std::set<std::string> unflushed;  ///< would be lost by a power cut
  int flushes = 0;
  bool full = false;
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

/// One reading per file, as a test lays it down.
class MergeTest : public testing::Test {
 protected:
  static importers::Activity watch(const std::string& start = "2026-11-01T08:00:00Z") {
    importers::Activity activity;
    activity.kind = "run";
    activity.run.start = *Instant::parse(start);
    activity.run.elapsed = minutes(60);
    activity.run.distance = kilometres(10);
    for (int i = 0; i < 60; ++i) {
      activity.samples.time_ms.push_back(activity.run.start.milliseconds() + i * 60'000);
      activity.samples.latitude_deg.push_back(47);
      activity.samples.longitude_deg.push_back(8);
    }
    return activity;
  }
  static importers::Activity line(const std::string& start = "2026-11-01T08:00:00Z") {
    importers::Activity activity;
    activity.kind = "run";
    activity.run.start = *Instant::parse(start);
    activity.run.elapsed = minutes(60);
    activity.run.distance = kilometres(10.2);
    activity.run.session_rpe = 7;
    activity.run.note = "Hip sore.";
    return activity;
  }
  static importers::Activity line_on_day(int day) {
    importers::Activity activity = line();
    activity.run.start = activity.run.start + day * 86400;
    return activity;
  }
  void lay(const std::string& name, std::vector<importers::Activity> activities, const std::string& format = "FIT") {
    importers::Reading reading;
    reading.verdict = importers::Verdict::activities;
    reading.format = format;
    reading.activities = std::move(activities);
    readings[name] = std::move(reading);
    files.files[name] = name;
  }
  Result<ImportReport> import() { return import_paths({"me", {"folder"}, "0.1.0", false}, world()); }
  ImportWorld world() {
    return {store, files, clock, zones,
            [this](const std::string& name, std::string_view bytes, const TakeReading& take) {
              take({name, readings.at(std::string(bytes))}, bytes);
            }};
  }
  StoredRun only_run() {
    const auto runs = store.runs("me");
    EXPECT_EQ(runs->size(), 1U);
    return runs->front();
  }

  MemoryStore store;
  FilesInMemory files;
  FixedClock clock{*Instant::parse("2026-11-22T12:00:00Z")};
  SystemZones zones;
  std::map<std::string, importers::Reading> readings;
};

TEST_F(MergeTest, a_list_is_taken_in_after_the_files_that_it_describes) {
  lay("activities.csv", {line()}, "CSV");
  lay("b.fit", {watch()});
  const auto report = import();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->files[0].name, "b.fit");
  EXPECT_EQ(report->files[0].verdict, FileVerdict::run);
  EXPECT_EQ(report->files[1].verdict, FileVerdict::duplicate);
  EXPECT_EQ(report->pairs.at("activities.csv"), "b.fit");
  EXPECT_EQ(report->files[1].reason,
            "activities.csv is the activity of 2026-11-01 again, as in b.fit: counted once, with what this file adds: "
            "effort and note.");
  const StoredRun run = only_run();
  EXPECT_EQ(run.run.session_rpe, 7);
  EXPECT_EQ(run.run.note, "Hip sore.");
  EXPECT_EQ(run.run.distance->value(), 10000);
  EXPECT_EQ(run.records, 60);
}

TEST_F(MergeTest, the_richer_of_two_files_stands_whichever_comes_first) {
  importers::Activity route = watch("2026-11-01T08:00:03Z");
  importers::Activity pulse = watch();
  pulse.samples.latitude_deg.clear();
  pulse.samples.longitude_deg.clear();
  pulse.samples.heart_rate_bpm.assign(60, 150);
  pulse.run.session_rpe = 5;
  lay("a.tcx", {pulse});
  lay("b.fit", {route});
  ASSERT_TRUE(import());
  const StoredRun run = only_run();
  EXPECT_EQ(run.run.start.iso(), "2026-11-01T08:00:03Z");
  EXPECT_EQ(run.run.session_rpe, 5);
  const auto samples = store.samples("me", run.id);
  EXPECT_EQ(samples->latitude_deg.size(), 60U);
  EXPECT_EQ(samples->heart_rate_bpm.size(), 60U);
  EXPECT_EQ(run.run.sources.size(), 2U);
}

TEST_F(MergeTest, what_was_told_of_a_run_follows_it_when_a_better_file_knows_its_start) {
  importers::Activity pulse = line();
  lay("a.tcx", {pulse});
  ASSERT_TRUE(import());
  ToldOfRun told;
  told.start = only_run().run.start;
  told.answers.worst_pain = 4;
  ASSERT_TRUE(store.save_told_of_run("me", told));
  lay("b.fit", {watch("2026-11-01T08:00:03Z")});
  ASSERT_TRUE(import());
  EXPECT_EQ(only_run().run.answers.worst_pain, 4);
}

TEST_F(MergeTest, a_day_of_a_log_by_hand_is_the_run_of_that_day_in_either_order) {
  importers::Activity by_day = line("2026-11-01T12:00:00Z");
  by_day.start_known = importers::StartKnown::by_day;
  by_day.run.answers.worst_pain = 3;
  lay("log.csv", {by_day}, "CSV");
  ASSERT_TRUE(import());
  EXPECT_EQ(only_run().run.answers.worst_pain, 3);
  lay("b.fit", {watch()});
  ASSERT_TRUE(import());
  const StoredRun run = only_run();
  EXPECT_EQ(run.run.start.iso(), "2026-11-01T08:00:00Z");
  EXPECT_EQ(run.records, 60);
  EXPECT_EQ(run.run.answers.worst_pain, 3);
  EXPECT_EQ(run.run.session_rpe, 7);
}

TEST_F(MergeTest, two_lines_of_one_day_in_a_log_are_two_runs) {
  importers::Activity by_day = line("2026-11-01T12:00:00Z");
  by_day.start_known = importers::StartKnown::by_day;
  lay("log.csv", {by_day, by_day}, "CSV");
  ASSERT_TRUE(import());
  EXPECT_EQ(store.runs("me")->size(), 2U);
}

TEST_F(MergeTest, pain_in_a_list_never_takes_the_place_of_what_was_told_here) {
  lay("b.fit", {watch()});
  ASSERT_TRUE(import());
  ToldOfRun told;
  told.start = only_run().run.start;
  told.answers.worst_pain = 6;
  ASSERT_TRUE(store.save_told_of_run("me", told));
  importers::Activity listed = line();
  listed.run.answers.worst_pain = 0;
  lay("log.csv", {listed}, "CSV");
  ASSERT_TRUE(import());
  EXPECT_EQ(only_run().run.answers.worst_pain, 6);
}

TEST_F(MergeTest, a_line_without_a_readable_date_finds_its_run_by_the_name_of_the_file) {
  importers::Activity listed = line("1970-01-01T00:00:00Z");
  listed.start_known = importers::StartKnown::not_at_all;
  listed.described_file = "activities/1.fit.gz";
  importers::Activity lost = listed;
  lost.described_file = "activities/2.fit.gz";
  lay("activities.csv", {listed, lost}, "CSV");
  lay("export/activities/1.fit.gz", {watch()});
  const auto report = import();
  EXPECT_EQ(only_run().run.session_rpe, 7);
  EXPECT_EQ(report->files[1].warnings.size(), 1U);
}

TEST_F(MergeTest, taking_back_the_second_source_leaves_the_run_as_the_first_tells_it) {
  lay("b.fit", {watch()});
  ASSERT_TRUE(import());
  lay("list.csv", {line()}, "CSV");
  const auto second = import();
  EXPECT_EQ(only_run().run.session_rpe, 7);
  ASSERT_TRUE(undo_import("me", *second->id, world()));
  const StoredRun run = only_run();
  EXPECT_FALSE(run.run.session_rpe);
  EXPECT_EQ(run.records, 60);
  EXPECT_EQ(run.run.sources.size(), 1U);
  EXPECT_EQ(files.originals.size(), 1U);
}

TEST_F(MergeTest, taking_back_the_first_source_leaves_the_run_as_the_second_tells_it) {
  lay("b.fit", {watch()});
  const auto first = import();
  lay("list.csv", {line()}, "CSV");
  ASSERT_TRUE(import());
  ASSERT_TRUE(undo_import("me", *first->id, world()));
  const StoredRun run = only_run();
  EXPECT_EQ(run.run.session_rpe, 7);
  EXPECT_EQ(run.records, 0);
  EXPECT_EQ(files.originals.size(), 1U);
}

TEST_F(MergeTest, a_refresh_takes_what_a_newer_reader_finds_and_keeps_what_was_told) {
  lay("b.fit", {watch()});
  ASSERT_TRUE(import());
  ToldOfRun told;
  told.start = only_run().run.start;
  told.answers.worst_pain = 2;
  ASSERT_TRUE(store.save_told_of_run("me", told));
  const auto nothing = refresh_imports("me", world());
  ASSERT_TRUE(nothing);
  EXPECT_EQ(nothing->changed, 0U);
  readings.at("b.fit").activities[0].run.ascent = Metres(120);
  readings.at("b.fit").activities.push_back(watch("2026-11-02T08:00:00Z"));
  const auto refreshed = refresh_imports("me", world());
  ASSERT_TRUE(refreshed);
  EXPECT_EQ(refreshed->changed, 1U);
  EXPECT_EQ(refreshed->found, 1U);
  EXPECT_EQ(store.runs("me")->at(0).run.ascent, Metres(120));
  EXPECT_EQ(store.runs("me")->at(0).run.answers.worst_pain, 2);
}

TEST_F(MergeTest, an_original_that_is_gone_leaves_its_run_as_it_is) {
  lay("b.fit", {watch()});
  ASSERT_TRUE(import());
  files.originals.clear();
  const auto refreshed = refresh_imports("me", world());
  ASSERT_TRUE(refreshed);
  EXPECT_EQ(refreshed->missing.size(), 1U);
  EXPECT_EQ(only_run().records, 60);
}

TEST_F(MergeTest, originals_outlast_a_power_cut_before_a_batch_speaks_of_them_and_are_flushed_once_for_all_of_it) {
  for (int i = 0; i < 300; ++i) lay("f" + std::to_string(1000 + i), {line_on_day(i)});
  ASSERT_TRUE(import());
  EXPECT_EQ(files.flushes, 2);
  EXPECT_TRUE(files.unflushed.empty());
}

TEST_F(MergeTest, nothing_is_kept_of_a_batch_whose_originals_the_disk_did_not_take) {
  lay("f", {line()});
  files.full = true;
  const auto report = import();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, "disk_full");
  EXPECT_TRUE(store.runs("me")->empty());
  EXPECT_TRUE(files.originals.empty());
}

TEST_F(MergeTest, batches_that_were_kept_stay_when_a_later_one_fails) {
  for (int i = 0; i < 300; ++i) lay("f" + std::to_string(1000 + i), {line_on_day(i)});
  store.fail_at_write(560);  // two writes a file: in the second batch
  EXPECT_FALSE(import());
  const std::size_t kept = store.runs("me")->size();
  EXPECT_GT(kept, 200U);
  EXPECT_LT(kept, 300U);
  EXPECT_EQ(files.originals.size(), kept);
  ASSERT_TRUE(import());
  EXPECT_EQ(store.runs("me")->size(), 300U);
}

}  // namespace
}  // namespace hipline::app
