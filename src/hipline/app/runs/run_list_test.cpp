#include "hipline/app/runs/run_list.hpp"

#include <gtest/gtest.h>

#include "hipline/app/memory_store.hpp"
#include "hipline/bundler/embedded.hpp"

namespace hipline::app {
namespace {

const catalog::Catalog& content() {
  static const catalog::Catalog read = *catalog::read_catalog(bundler::embedded_bundle());
  return read;
}

struct RunListTest : ::testing::Test {
  void keep(const std::string& day, const std::string& file, const std::string& format, const std::string& note = "") {
    model::Run run;
    run.day = *LocalDay::parse(day);
    run.start = *Instant::parse(day + "T07:00:00Z");
    run.elapsed = minutes(50);
    run.distance = kilometres(10);
    run.note = note;
    run.sources = {"hash of " + file};
    ASSERT_TRUE(store.add_run("me", import, "run", run, {}));
    ImportedFile line;
    line.name = "export.zip/activities/" + file;
    line.format = format;
    line.content_hash = "hash of " + file;
    line.verdict = FileVerdict::run;
    line.warnings = {"Something about " + file + "."};
    ASSERT_TRUE(store.add_imported_file("me", import, line));
  }
  std::vector<ListedRun> list(const std::string& first, const std::string& last) {
    return *list_runs("me", *LocalDay::parse(first), *LocalDay::parse(last), store);
  }

  MemoryStore store;
  ImportId import = *store.begin_import("me", *Instant::parse("2026-11-22T12:00:00Z"), "0.1.0");
};

TEST_F(RunListTest, is_the_days_asked_for_newest_first_each_with_its_note_and_its_file) {
  keep("2026-11-01", "old.fit", "FIT");
  keep("2026-11-10", "first.fit", "FIT", "Hip sore.");
  keep("2026-11-20", "second.fit", "FIT");
  const auto runs = list("2026-11-02", "2026-11-20");
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].stored.run.day.iso(), "2026-11-20");
  EXPECT_EQ(runs[1].stored.run.note, "Hip sore.");
  EXPECT_EQ(runs[1].files, std::vector<std::string>{"first.fit"});
  EXPECT_EQ(runs[1].mended, std::vector<std::string>{"Something about first.fit."});
}

TEST_F(RunListTest, names_the_year_of_a_run_of_another_year) {
  keep("2025-12-20", "old.fit", "FIT");
  keep("2026-11-20", "new.fit", "FIT");
  const auto page =
      runs_page("me", *LocalDay::parse("2025-12-01"), *LocalDay::parse("2026-11-22"), store, content(), "0");
  EXPECT_NE(page->text.find("Since Monday 1 December 2025: 2 runs, 20 km."), std::string::npos) << page->text;
  EXPECT_NE(page->text.find("Sat 20 Dec 2025: run, 10 km, 50 min"), std::string::npos) << page->text;
  EXPECT_NE(page->text.find("Fri 20 Nov: run"), std::string::npos) << page->text;
}

TEST_F(RunListTest, what_is_said_of_a_list_is_not_said_of_a_run) {
  keep("2026-11-20", "activities.csv", "CSV");
  const auto runs = list("2026-11-20", "2026-11-20");
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0].files, std::vector<std::string>{"activities.csv"});
  EXPECT_TRUE(runs[0].mended.empty());
}

TEST_F(RunListTest, a_file_that_came_twice_keeps_what_was_said_of_it_first) {
  keep("2026-11-20", "run.fit", "FIT");
  ImportedFile again;
  again.name = "run (1).fit";
  again.content_hash = "hash of run.fit";
  again.verdict = FileVerdict::duplicate;
  again.code = "same_bytes";
  ASSERT_TRUE(store.add_imported_file("me", import, again));
  EXPECT_EQ(list("2026-11-20", "2026-11-20")[0].mended.size(), 1U);
}

}  // namespace
}  // namespace hipline::app
