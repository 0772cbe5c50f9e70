// What every Store promises: the same suite on SQLite and in memory.
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "hipline/app/memory_store.hpp"
#include "hipline/app/ports/kept_history.hpp"
#include "hipline/store/connection.hpp"
#include "hipline/store/sql_databases.hpp"
#include "hipline/store/sql_store.hpp"

namespace hipline {
namespace {

using app::Store;

const std::string me = "me";

/// A store of one kind, empty at first.
struct StoreKind {
  const char* name;
  std::unique_ptr<Store> (*make)(const std::string& path);
};

std::unique_ptr<Store> in_memory(const std::string&) { return std::make_unique<app::MemoryStore>(); }
std::unique_ptr<Store> in_sqlite(const std::string& path) {
  auto opened = store::SqlDatabases().open(path);
  return opened ? std::move(*opened) : nullptr;
}

class StoreContract : public testing::TestWithParam<StoreKind> {
 protected:
  void SetUp() override {
    const std::string test = testing::UnitTest::GetInstance()->current_test_info()->name();
    std::string unique = test;
    for (char& letter : unique)
      if (letter == '/') letter = '_';
    folder_ =
        std::filesystem::path(testing::TempDir()) / ("hipline_contract_" + unique + "_" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder_);
    store_ = GetParam().make((folder_ / "hipline.db").string());
    ASSERT_NE(store_, nullptr);
  }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
};

model::Run a_run(const char* start, double km) {
  model::Run run;
  run.start = *Instant::parse(start);
  run.day = *LocalDay::parse(std::string(start).substr(0, 10));
  run.elapsed = minutes(km * 6);
  run.distance = kilometres(km);
  return run;
}

app::RunId keep(Store& store, app::ImportId import, model::Run run, std::vector<std::string> sources = {"hash"}) {
  run.sources = std::move(sources);
  model::Samples samples;
  samples.time_ms = {run.start.milliseconds(), run.start.milliseconds() + 1000};
  samples.distance_m = {0.0F, 2.5F};
  const auto id = store.add_run(me, import, "run", run, samples);
  EXPECT_TRUE(id) << id.error().message;
  return id.value_or(0);
}

app::ImportId an_import(Store& store) {
  return store.begin_import(me, *Instant::parse("2026-11-01T08:00:00Z"), "0.1.0").value_or(0);
}

TEST_P(StoreContract, knows_nothing_at_first_and_says_so) {
  EXPECT_EQ(*store_->runner(me), std::nullopt);
  EXPECT_FALSE(store_->race(me)->has_value());
  EXPECT_TRUE(store_->ache(me)->sites.empty());
  EXPECT_TRUE(store_->runs(me)->empty());
  EXPECT_TRUE(store_->check_ins(me)->empty());
  EXPECT_TRUE(store_->imports(me)->empty());
  const auto history = store_->history(me, *LocalDay::parse("2026-11-22"), std::nullopt);
  ASSERT_TRUE(history);
  EXPECT_EQ(history->runner.id, me);
  EXPECT_EQ(history->runner.birth_year, std::nullopt);
}

TEST_P(StoreContract, gives_back_what_was_told_and_leaves_unknown_unknown) {
  model::Runner runner;
  runner.id = me;
  runner.birth_year = 1990;
  runner.sex = model::Sex::female;
  runner.time_zone = "Europe/Berlin";
  runner.days_available = {1, 3, 6};
  runner.usual_pain = 0;
  runner.equipment = {"loop_band_heavy"};
  runner.equipment_known = true;
  runner.earlier_episodes.push_back(
      {model::Side::right, LocalDay::parse("2026-06-01").value(), "a strain", std::nullopt});
  runner.own_plan.push_back({*LocalDay::parse("2026-11-24"), "easy", kilometres(8), true});
  runner.favourites = {{"dead-bug", std::nullopt}, {"side-plank", LocalDay::parse("2026-11-20").value()}};
  runner.own_exercises = {{"own-wall-sit",
                           "Wall sit",
                           {"flexion", "core"},
                           false,
                           3,
                           std::nullopt,
                           30,
                           false,
                           LocalDay::parse("2026-11-21").value()},
                          {"own-frog", "Frög", {"adduction"}, true, 2, 8, std::nullopt, true, std::nullopt}};
  ASSERT_TRUE(store_->save_runner(runner));
  const auto runner_back = *store_->runner(me);
  ASSERT_TRUE(runner_back);
  EXPECT_EQ(runner_back->birth_year, 1990);
  EXPECT_EQ(runner_back->sex, model::Sex::female);
  EXPECT_EQ(runner_back->mass_kg, std::nullopt);
  EXPECT_EQ(runner_back->usual_pain, 0);
  EXPECT_EQ(runner_back->days_available, (std::vector{1, 3, 6}));
  ASSERT_EQ(runner_back->earlier_episodes.size(), 1U);
  EXPECT_EQ(runner_back->earlier_episodes[0].healed, std::nullopt);
  ASSERT_EQ(runner_back->own_plan.size(), 1U);
  EXPECT_EQ(runner_back->own_plan[0].distance, kilometres(8));
  EXPECT_TRUE(runner_back->own_plan[0].hilly);
  EXPECT_EQ(runner_back->favourites, runner.favourites);
  EXPECT_EQ(runner_back->own_exercises, runner.own_exercises);

  model::Race race;
  race.day = *LocalDay::parse("2026-12-09");
  race.name = "Wintermarathon \"Süd\"";
  ASSERT_TRUE(store_->save_race(me, race));
  EXPECT_EQ((*store_->race(me))->name, race.name);
  ASSERT_TRUE(store_->save_race(me, std::nullopt));
  EXPECT_FALSE(store_->race(me)->has_value());

  model::Ache ache;
  ache.sites = {model::Site::front_of_hip, model::Site::groin};
  ache.qualities = {model::Quality::deep};
  ache.pop = false;
  ache.tried = {{"yoga", false}, {"leg swings", std::nullopt}};
  ASSERT_TRUE(store_->save_ache(me, ache));
  const auto ache_back = *store_->ache(me);
  EXPECT_EQ(ache_back.sites, ache.sites);
  EXPECT_EQ(ache_back.pop, false);
  EXPECT_EQ(ache_back.onset, std::nullopt);
  ASSERT_EQ(ache_back.tried.size(), 2U);
  EXPECT_EQ(ache_back.tried[1].helped, std::nullopt);
}

TEST_P(StoreContract, keeps_a_run_with_its_series_oldest_first) {
  const auto import = an_import(*store_);
  model::Run noted = a_run("2026-11-20T17:00:00Z", 12.345);
  noted.note = "Hip sore,\nthen \"fine\". Hüfte zwickt.";
  const auto later = keep(*store_, import, noted);
  keep(*store_, import, a_run("2026-11-10T06:30:00Z", 8));
  const auto runs = *store_->runs(me);
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].run.day.iso(), "2026-11-10");
  EXPECT_EQ(runs[1].id, later);
  EXPECT_EQ(runs[1].run.distance, Metres(12345));
  EXPECT_EQ(runs[1].run.moving, std::nullopt);
  EXPECT_EQ(runs[1].records, 2);
  EXPECT_EQ(runs[0].run.note, "");
  EXPECT_EQ(runs[1].run.note, noted.note);
  EXPECT_EQ(runs[1].run.sources, std::vector<std::string>{"hash"});
  EXPECT_EQ(store_->samples(me, later)->distance_m, (std::vector{0.0F, 2.5F}));
  EXPECT_EQ(store_->samples(me, 4711).error().code, "no_such_run");
}

TEST_P(StoreContract, the_latest_word_on_a_run_counts_and_outlives_its_import) {
  const auto import = an_import(*store_);
  const auto run = a_run("2026-11-20T17:00:00Z", 10);
  keep(*store_, import, run);
  app::ToldOfRun told;
  told.start = run.start;
  told.answers.worst_pain = 4;
  ASSERT_TRUE(store_->save_told_of_run(me, told));
  told.answers.worst_pain = 3;
  told.session_rpe = 6;
  ASSERT_TRUE(store_->save_told_of_run(me, told));
  EXPECT_EQ((*store_->runs(me))[0].run.answers.worst_pain, 3);
  EXPECT_EQ((*store_->runs(me))[0].run.session_rpe, 6.0);
  EXPECT_EQ((*store_->runs(me))[0].run.answers.limped, std::nullopt);

  ASSERT_TRUE(store_->undo_import(me, import, run.start));
  EXPECT_TRUE(store_->runs(me)->empty());
  keep(*store_, an_import(*store_), run);
  EXPECT_EQ((*store_->runs(me))[0].run.answers.worst_pain, 3);
}

TEST_P(StoreContract, keeps_every_check_in_with_every_kind_of_answer) {
  model::CheckIn first{*Instant::parse("2026-11-21T07:00:00Z"),
                       *LocalDay::parse("2026-11-21"),
                       model::Moment::morning,
                       {{"walking_hurts", false}, {"pain_this_morning", 2.0}, {"woke_at_night", model::Skipped{}}}};
  model::CheckIn corrected = first;
  corrected.answers = {{"walking_hurts", true}};
  const model::CheckIn empty{
      *Instant::parse("2026-11-20T07:00:00Z"), *LocalDay::parse("2026-11-20"), model::Moment::other, {}};
  ASSERT_TRUE(store_->add_check_in(me, first));
  ASSERT_TRUE(store_->add_check_in(me, corrected));
  ASSERT_TRUE(store_->add_check_in(me, empty));
  const auto all = *store_->check_ins(me);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_TRUE(all[0].answers.empty());
  ASSERT_EQ(all[1].answers.size(), 3U);
  EXPECT_EQ(all[1].moment, model::Moment::morning);
  EXPECT_EQ(std::get<bool>(all[1].answers[0].value), false);
  EXPECT_EQ(std::get<double>(all[1].answers[1].value), 2.0);
  EXPECT_TRUE(std::holds_alternative<model::Skipped>(all[1].answers[2].value));
  EXPECT_EQ(std::get<bool>(all[2].answers[0].value), true);
}

TEST_P(StoreContract, keeps_advice_circuits_and_decisions) {
  const auto at = *Instant::parse("2026-11-21T07:00:00Z");
  const auto day = *LocalDay::parse("2026-11-21");
  ASSERT_TRUE(store_->add_advice(me, {at, day, "Dr. O'Neill", model::Verdict::may_exercise, "no hills"}));
  ASSERT_TRUE(store_->add_circuit_entry(me, {day, "split-squat-iso-hold", 2, 31.5, std::nullopt, "heavy", 7.0, 0}, at));
  ASSERT_TRUE(store_->add_decision(me, {at, day, R"({"level":"modify"})", "abc", "0.1.0"}));
  EXPECT_EQ((*store_->advice(me))[0].verdict, model::Verdict::may_exercise);
  EXPECT_EQ((*store_->advice(me))[0].who, "Dr. O'Neill");
  const auto circuit = (*store_->circuit_log(me))[0].entry;
  EXPECT_EQ(circuit.hold_left_s, 31.5);
  EXPECT_EQ(circuit.hold_right_s, std::nullopt);
  EXPECT_EQ(circuit.pain, 0);
  EXPECT_EQ((*store_->decisions(me))[0].decision_json, R"({"level":"modify"})");
}

TEST_P(StoreContract, decisions_since_a_moment_are_those_noted_at_it_or_later) {
  const auto day = *LocalDay::parse("2026-11-21");
  const auto at = *Instant::parse("2026-11-21T07:00:00Z");
  for (const char* document : {"1", "2", "3"})
    ASSERT_TRUE(store_->add_decision(me, {at + (document[0] - '2'), day, document, "abc", "0.1.0"}));
  const auto since = store_->decisions_since(me, at);
  ASSERT_TRUE(since);
  ASSERT_EQ(since->size(), 2);
  EXPECT_EQ((*since)[0].decision_json, "2");
  EXPECT_TRUE(store_->decisions_since(me, at + 2)->empty());
  EXPECT_EQ(store_->decisions(me)->size(), 3);
}

TEST_P(StoreContract, keeps_every_line_of_the_circuits_log_and_counts_the_latest_that_stands) {
  const auto at = *Instant::parse("2026-11-21T07:00:00Z");
  const auto day = *LocalDay::parse("2026-11-20");
  model::CircuitEntry entry{day, "pulses", 2, 31.5, 28.0, "heavy", 7.0, 1, false, true, 3, 12};
  entry.band_brand = "Thera-Band";
  entry.band_colour = "green";
  entry.band_rest_cm = 30;
  entry.band_stretched_cm = 60.5;
  entry.band_doubled = true;
  const auto first = store_->add_circuit_entry(me, entry, at);
  ASSERT_TRUE(first);
  entry.pain = 6;
  entry.pinching = std::nullopt;
  const auto second = store_->add_circuit_entry(me, entry, at + 60);
  ASSERT_TRUE(second);
  ASSERT_TRUE(store_->add_circuit_entry(me, {day - 3, "pulses"}, std::nullopt));
  ASSERT_TRUE(store_->add_circuit_entry("you", {day, "pulses"}, std::nullopt));

  const auto log = *store_->circuit_log(me);
  ASSERT_EQ(log.size(), 3U);
  EXPECT_EQ(log[0].entry.day, day - 3);
  EXPECT_EQ(log[0].at, std::nullopt);
  EXPECT_EQ(log[0].entry.pinching, std::nullopt);
  EXPECT_EQ(log[1].id, *first);
  EXPECT_EQ(log[1].at, at);
  const model::CircuitEntry& back = log[1].entry;
  EXPECT_EQ(back.pinching, false);
  EXPECT_EQ(back.stopped_early, true);
  EXPECT_EQ(back.rounds, 3);
  EXPECT_EQ(back.repetitions, 12);
  EXPECT_EQ(back.hold_right_s, 28.0);
  EXPECT_EQ(back.band_brand, "Thera-Band");
  EXPECT_EQ(back.band_colour, "green");
  EXPECT_EQ(back.band_rest_cm, 30);
  EXPECT_EQ(back.band_stretched_cm, 60.5);
  EXPECT_EQ(back.band_doubled, true);

  const auto counted = [&] { return store_->history(me, day, std::nullopt)->circuits; };
  ASSERT_EQ(counted().size(), 2U);
  EXPECT_EQ(counted()[1].pain, 6);
  ASSERT_TRUE(store_->undo_circuit_entry(me, *second, at + 120));
  ASSERT_EQ(counted().size(), 2U);
  EXPECT_EQ(counted()[1].pain, 1);
  EXPECT_EQ((*store_->circuit_log(me))[2].undone_at, at + 120);
  EXPECT_EQ(store_->undo_circuit_entry(me, *second, at).error().code, "already_undone");
  EXPECT_EQ(store_->undo_circuit_entry(me, 999, at).error().code, "no_such_entry");
  EXPECT_EQ(store_->undo_circuit_entry("you", *first, at).error().code, "no_such_entry");
}

TEST_P(StoreContract, a_pages_id_is_new_once) {
  const Instant at = *Instant::parse("2026-11-20T08:00:00Z");
  EXPECT_EQ(store_->note_page_id(me, "0b9f2c1e-7d3a-4b8e-9c5f-1a2b3c4d5e6f", at), true);
  EXPECT_EQ(store_->note_page_id(me, "0b9f2c1e-7d3a-4b8e-9c5f-1a2b3c4d5e6f", at), false);
  EXPECT_EQ(store_->note_page_id(me, "1b9f2c1e-7d3a-4b8e-9c5f-1a2b3c4d5e6f", at), true);
  EXPECT_EQ(store_->note_page_id("another", "0b9f2c1e-7d3a-4b8e-9c5f-1a2b3c4d5e6f", at), true);
}

TEST_P(StoreContract, a_pages_id_in_a_transaction_that_fails_is_new_again) {
  const Instant at = *Instant::parse("2026-11-20T08:00:00Z");
  const Status failed = store_->in_transaction([&]() -> Status {
    EXPECT_EQ(store_->note_page_id(me, "0b9f2c1e-7d3a-4b8e-9c5f-1a2b3c4d5e6f", at), true);
    return failure("store_failed", "test", "As if the disk were full.");
  });
  EXPECT_FALSE(failed);
  EXPECT_EQ(store_->note_page_id(me, "0b9f2c1e-7d3a-4b8e-9c5f-1a2b3c4d5e6f", at), true);
}

TEST_P(StoreContract, keeps_the_latest_settings_of_the_pages) {
  EXPECT_EQ(store_->page_settings(me).value(), std::optional<std::string>());
  ASSERT_TRUE(store_->save_page_settings(me, R"({"voice":true})"));
  ASSERT_TRUE(store_->save_page_settings(me, R"({"voice":false})"));
  EXPECT_EQ(store_->page_settings(me).value(), std::optional<std::string>(R"({"voice":false})"));
  EXPECT_EQ(store_->page_settings("another").value(), std::optional<std::string>());
}

TEST_P(StoreContract, moves_of_planned_days_come_in_their_order_and_the_latest_is_taken_back) {
  const Instant at = *Instant::parse("2026-11-20T08:00:00Z");
  const LocalDay monday = *LocalDay::parse("2026-11-23");
  EXPECT_EQ(store_->undo_plan_move(me, at).error().code, "no_such_move");
  ASSERT_TRUE(store_->add_plan_move(me, {monday, monday + 1, at}));
  ASSERT_TRUE(store_->add_plan_move(me, {monday + 3, monday + 2, at}));
  const auto both = store_->plan_moves(me);
  ASSERT_TRUE(both);
  ASSERT_EQ(both->size(), 2);
  EXPECT_EQ((*both)[1].day, monday + 3);
  EXPECT_EQ((*both)[1].to, monday + 2);
  EXPECT_EQ((*both)[1].at, at);
  ASSERT_TRUE(store_->undo_plan_move(me, at));
  EXPECT_EQ(store_->plan_moves(me)->size(), 1);
  EXPECT_EQ(store_->plan_moves(me)->front().day, monday);
  ASSERT_TRUE(store_->undo_plan_move(me, at));
  EXPECT_EQ(store_->undo_plan_move(me, at).error().code, "no_such_move");
  EXPECT_TRUE(store_->plan_moves("another")->empty());
}

TEST_P(StoreContract, history_tells_nothing_from_after_the_day_or_the_moment) {
  const auto import = an_import(*store_);
  keep(*store_, import, a_run("2026-11-20T06:00:00Z", 10));
  keep(*store_, import, a_run("2026-11-21T17:00:00Z", 10));
  keep(*store_, import, a_run("2026-11-22T17:00:00Z", 10));
  ASSERT_TRUE(store_->add_check_in(
      me, {*Instant::parse("2026-11-21T20:00:00Z"), *LocalDay::parse("2026-11-21"), model::Moment::other, {}}));
  const auto day = *LocalDay::parse("2026-11-21");
  const auto whole_day = *store_->history(me, day, std::nullopt);
  EXPECT_EQ(whole_day.runs.size(), 2U);
  EXPECT_EQ(whole_day.check_ins.size(), 1U);
  const auto at_noon = *store_->history(me, day, *Instant::parse("2026-11-21T12:00:00Z"));
  EXPECT_EQ(at_noon.runs.size(), 1U);
  EXPECT_TRUE(at_noon.check_ins.empty());
}

model::CheckIn a_check_in(const char* at, bool wakes_at_night) {
  return {*Instant::parse(at),
          *LocalDay::parse(std::string(at).substr(0, 10)),
          model::Moment::morning,
          {{"wakes_at_night", wakes_at_night}}};
}

TEST_P(StoreContract, check_ins_after_one_are_those_kept_later_whenever_they_were_told) {
  std::int64_t last = 0;
  EXPECT_TRUE(store_->check_ins_after(me, last)->empty());
  ASSERT_TRUE(store_->add_check_in(me, a_check_in("2026-11-21T08:00:00Z", false)));
  ASSERT_TRUE(store_->add_check_in(me, a_check_in("2026-11-20T08:00:00Z", false)));
  const auto both = *store_->check_ins_after(me, last);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_LT(both[0].at, both[1].at);
  EXPECT_TRUE(store_->check_ins_after(me, last)->empty());
  ASSERT_TRUE(store_->add_check_in(me, a_check_in("2026-11-19T08:00:00Z", true)));
  ASSERT_TRUE(store_->add_check_in("another", a_check_in("2026-11-22T08:00:00Z", true)));
  const auto later = *store_->check_ins_after(me, last);
  ASSERT_EQ(later.size(), 1U);
  EXPECT_EQ(later.front(), a_check_in("2026-11-19T08:00:00Z", true));
}

TEST_P(StoreContract, the_latest_decision_is_the_last_one_of_the_log) {
  EXPECT_FALSE(*store_->latest_decision(me));
  const auto day = *LocalDay::parse("2026-11-21");
  const auto at = *Instant::parse("2026-11-21T08:00:00Z");
  ASSERT_TRUE(store_->add_decision(me, {at, day, "{\"n\":1}", "hash", "0.1.0"}));
  ASSERT_TRUE(store_->add_decision(me, {at, day, "{\"n\":2}", "hash", "0.1.0"}));
  ASSERT_TRUE(store_->add_decision(me, {at + -60L, day, "{\"n\":3}", "hash", "0.1.0"}));
  ASSERT_TRUE(*store_->latest_decision(me));
  EXPECT_EQ((*store_->latest_decision(me))->decision_json, "{\"n\":2}");
  EXPECT_FALSE(*store_->latest_decision("another"));
}

/// Everything that can be written of what days are decided from, one kind after the other.
std::vector<std::pair<const char*, std::function<void(Store&)>>> writes() {
  const auto at = *Instant::parse("2026-11-21T08:00:00Z");
  return {
      {"a runner", [](Store& store) { EXPECT_TRUE(store.save_runner({.id = me, .usual_pain = 1})); }},
      {"the runner again", [](Store& store) { EXPECT_TRUE(store.save_runner({.id = me, .usual_pain = 2})); }},
      {"a race", [](Store& store) { EXPECT_TRUE(store.save_race(me, model::Race{*LocalDay::parse("2026-12-06")})); }},
      {"no race", [](Store& store) { EXPECT_TRUE(store.save_race(me, std::nullopt)); }},
      {"an ache", [](Store& store) { EXPECT_TRUE(store.save_ache(me, {.pop = true})); }},
      {"a run", [](Store& store) { keep(store, an_import(store), a_run("2026-11-20T06:00:00Z", 10)); }},
      {"a source",
       [](Store& store) { EXPECT_TRUE(store.add_source(me, store.runs(me)->front().id, an_import(store), "more")); }},
      {"a better file",
       [](Store& store) {
         const auto run = store.runs(me)->front().id;
         EXPECT_TRUE(store.replace_run(me, run, an_import(store), "run", a_run("2026-11-20T06:00:00Z", 11), {}));
       }},
      {"another day of a run",
       [](Store& store) {
         EXPECT_TRUE(store.save_run_day(me, store.runs(me)->front().id, *LocalDay::parse("2026-11-19")));
       }},
      {"a word on a run",
       [](Store& store) {
         EXPECT_TRUE(
             store.save_told_of_run(me, {*Instant::parse("2026-11-20T06:00:00Z"), {.worst_pain = 4}, std::nullopt}));
       }},
      {"another word on it",
       [](Store& store) {
         EXPECT_TRUE(
             store.save_told_of_run(me, {*Instant::parse("2026-11-20T06:00:00Z"), {.worst_pain = 7}, std::nullopt}));
       }},
      {"a check-in",
       [](Store& store) { EXPECT_TRUE(store.add_check_in(me, a_check_in("2026-11-21T08:00:00Z", false))); }},
      {"a check-in of the day before",
       [](Store& store) { EXPECT_TRUE(store.add_check_in(me, a_check_in("2026-11-20T08:00:00Z", true))); }},
      {"a check-in of the same moment",
       [](Store& store) { EXPECT_TRUE(store.add_check_in(me, a_check_in("2026-11-20T08:00:00Z", false))); }},
      {"advice",
       [at](Store& store) {
         EXPECT_TRUE(store.add_advice(me, {at, *LocalDay::parse("2026-11-21"), "a doctor"}));
       }},
      {"a circuit",
       [at](Store& store) {
         EXPECT_TRUE(store.add_circuit_entry(me, {.day = *LocalDay::parse("2026-11-20"), .exercise = "plank"}, at));
       }},
      {"a correction of it",
       [at](Store& store) {
         EXPECT_TRUE(
             store.add_circuit_entry(me, {.day = *LocalDay::parse("2026-11-20"), .exercise = "plank", .pain = 6}, at));
       }},
      {"the correction taken back",
       [at](Store& store) { EXPECT_TRUE(store.undo_circuit_entry(me, store.circuit_log(me)->back().id, at)); }},
      {"an import taken back",
       [at](Store& store) { EXPECT_TRUE(store.undo_import(me, store.imports(me)->back().id, at)); }},
  };
}

void expect_the_same(const model::History& kept, const model::History& read, const std::string& after) {
  EXPECT_EQ(kept.runner, read.runner) << after;
  EXPECT_EQ(kept.race, read.race) << after;
  EXPECT_EQ(kept.ache, read.ache) << after;
  EXPECT_EQ(kept.runs, read.runs) << after;
  EXPECT_EQ(kept.check_ins, read.check_ins) << after;
  EXPECT_EQ(kept.advice, read.advice) << after;
  EXPECT_EQ(kept.circuits, read.circuits) << after;
}

TEST_P(StoreContract, a_kept_history_holds_every_write_as_if_it_had_been_read_from_the_beginning) {
  const auto day = *LocalDay::parse("2026-11-21");
  app::KeptHistory kept;
  for (const auto& [what, write] : writes()) {
    write(*store_);
    expect_the_same(*kept.read(me, day, std::nullopt, *store_), *store_->history(me, day, std::nullopt), what);
  }
  EXPECT_EQ(kept.read("another", day, std::nullopt, *store_)->runner.id, "another");
  EXPECT_TRUE(kept.read("another", day, std::nullopt, *store_)->check_ins.empty());
  EXPECT_EQ(kept.read(me, day, std::nullopt, *store_)->check_ins.size(), 3U);
  const auto at_six = *Instant::parse("2026-11-21T06:00:00Z");
  EXPECT_EQ(kept.read(me, day, at_six, *store_)->check_ins.size(), 2U);
  EXPECT_EQ(kept.read(me, day, std::nullopt, *store_)->check_ins.size(), 3U);
}

TEST_P(StoreContract, a_kept_history_holds_nothing_that_was_taken_back_with_its_transaction) {
  const auto day = *LocalDay::parse("2026-11-21");
  app::KeptHistory kept;
  ASSERT_TRUE(store_->add_check_in(me, a_check_in("2026-11-20T08:00:00Z", false)));
  ASSERT_TRUE(kept.read(me, day, std::nullopt, *store_));
  const Status done = store_->in_transaction([&]() -> Status {
    EXPECT_TRUE(store_->add_check_in(me, a_check_in("2026-11-21T08:00:00Z", false)));
    EXPECT_FALSE(*store_->written());
    EXPECT_EQ(kept.read(me, day, std::nullopt, *store_)->check_ins.size(), 2U);
    return failure("disk_full", "here", "No.");
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(kept.read(me, day, std::nullopt, *store_)->check_ins.size(), 1U);
  ASSERT_TRUE(store_->add_check_in(me, a_check_in("2026-11-21T09:00:00Z", true)));
  const auto history = *kept.read(me, day, std::nullopt, *store_);
  ASSERT_EQ(history.check_ins.size(), 2U);
  EXPECT_EQ(history.check_ins.back(), a_check_in("2026-11-21T09:00:00Z", true));
}

TEST(SqlStoreWritten, a_kept_history_holds_what_other_programs_write_change_and_remove) {
  const auto folder = std::filesystem::path(testing::TempDir()) / ("hipline_written_" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  const std::string path = (folder / "hipline.db").string();
  const auto ours = in_sqlite(path);
  const auto theirs = in_sqlite(path);
  ASSERT_TRUE(ours && theirs);
  const auto day = *LocalDay::parse("2026-11-21");
  app::KeptHistory kept;
  for (const auto& [what, write] : writes()) {
    write(*theirs);
    expect_the_same(*kept.read(me, day, std::nullopt, *ours), *ours->history(me, day, std::nullopt), what);
  }
  auto& connection = dynamic_cast<store::SqlStore&>(*theirs).connection();
  for (const char* by_hand :
       {"UPDATE check_in_answer SET value = 1", "DELETE FROM check_in_answer", "UPDATE check_in SET day = '2026-11-18'",
        "DELETE FROM check_in", "DELETE FROM advice", "UPDATE circuit_entry SET pain = 9", "DELETE FROM circuit_entry",
        "DELETE FROM told_of_run", "DELETE FROM ache", "DELETE FROM runner"}) {
    ASSERT_TRUE(connection.run(by_hand)) << by_hand;
    expect_the_same(*kept.read(me, day, std::nullopt, *ours), *ours->history(me, day, std::nullopt), by_hand);
  }
  std::filesystem::remove_all(folder);
}

TEST_P(StoreContract, taking_an_import_back_frees_only_originals_that_nothing_else_uses) {
  const auto first = an_import(*store_);
  const auto run = keep(*store_, first, a_run("2026-11-20T06:00:00Z", 10), {"first", "shared"});
  const auto second = an_import(*store_);
  keep(*store_, second, a_run("2026-11-21T06:00:00Z", 10), {"second", "shared"});
  ASSERT_TRUE(store_->add_source(me, run, second, "again"));
  app::ImportedFile line;
  line.name = "a.fit";
  line.verdict = app::FileVerdict::run;
  line.warnings = {"one", "two"};
  ASSERT_TRUE(store_->add_imported_file(me, second, line));

  const auto undone = store_->undo_import(me, second, *Instant::parse("2026-11-22T06:00:00Z"));
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->runs, 1);
  EXPECT_EQ(undone->unused_originals, (std::vector<std::string>{"again", "second"}));
  EXPECT_EQ((*store_->runs(me))[0].run.sources, (std::vector<std::string>{"first", "shared"}));
  const auto imports = *store_->imports(me);
  ASSERT_EQ(imports.size(), 2U);
  EXPECT_EQ(imports[0].undone_at, std::nullopt);
  EXPECT_NE(imports[1].undone_at, std::nullopt);
  EXPECT_EQ(imports[1].files[0].warnings, line.warnings);
  EXPECT_EQ(store_->undo_import(me, second, {}).error().code, "already_undone");
  EXPECT_EQ(store_->undo_import(me, 99, {}).error().code, "no_such_import");
}

TEST_P(StoreContract, a_better_file_takes_a_runs_place_and_the_run_stays_the_same_one) {
  const auto first = an_import(*store_);
  model::Run run = a_run("2026-11-20T06:00:00Z", 10);
  run.distance.reset();
  const auto id = keep(*store_, first, run, {"poor"});
  app::ToldOfRun told;
  told.start = run.start;
  told.answers.worst_pain = 2;
  ASSERT_TRUE(store_->save_told_of_run(me, told));
  const auto second = an_import(*store_);
  run.distance = kilometres(10);
  run.sources = {"rich"};
  model::Samples samples;
  samples.time_ms = {1, 2, 3};
  ASSERT_TRUE(store_->replace_run(me, id, second, "run", run, samples));
  const auto runs = *store_->runs(me);
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0].id, id);
  EXPECT_EQ(runs[0].import, second);
  EXPECT_EQ(runs[0].run.distance, kilometres(10));
  EXPECT_EQ(runs[0].run.answers.worst_pain, 2);
  EXPECT_EQ(runs[0].run.sources, (std::vector<std::string>{"poor", "rich"}));
  EXPECT_EQ(store_->samples(me, id)->records(), 3U);
  EXPECT_EQ(store_->replace_run(me, 4711, second, "run", run, samples).error().code, "no_such_run");
}

TEST_P(StoreContract, keeps_runners_apart) {
  keep(*store_, an_import(*store_), a_run("2026-11-20T06:00:00Z", 10));
  EXPECT_TRUE(store_->runs("someone else")->empty());
  EXPECT_TRUE(store_->imports("someone else")->empty());
}

TEST_P(StoreContract, a_transaction_that_fails_leaves_everything_as_it_was_even_from_within) {
  ASSERT_TRUE(store_->add_advice(me, {{}, *LocalDay::parse("2026-11-01"), "before", model::Verdict::not_yet, ""}));
  const Status done = store_->in_transaction([&]() -> Status {
    keep(*store_, an_import(*store_), a_run("2026-11-20T06:00:00Z", 10));
    return store_->in_transaction([&]() -> Status {
      EXPECT_TRUE(store_->add_advice(me, {{}, *LocalDay::parse("2026-11-02"), "inside", model::Verdict::not_yet, ""}));
      return failure("stop", "here", "Stop.");
    });
  });
  EXPECT_EQ(done.error().code, "stop");
  EXPECT_TRUE(store_->runs(me)->empty());
  EXPECT_TRUE(store_->imports(me)->empty());
  EXPECT_EQ(store_->advice(me)->size(), 1U);
  EXPECT_TRUE(store_->in_transaction([] { return Status(); }));
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract,
                         testing::Values(StoreKind{"sqlite", in_sqlite}, StoreKind{"memory", in_memory}),
                         [](const auto& kind) { return std::string(kind.param.name); });

}  // namespace
}  // namespace hipline
