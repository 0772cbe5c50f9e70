#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "hipline/app/content/content.hpp"
#include "hipline/app/demo/demo.hpp"
#include "hipline/server/api/answers.hpp"
#include "hipline/server/api/api.hpp"
#include "hipline/server/phone/authority.hpp"
#include "hipline/server/phone/phone_door.hpp"
#include "hipline/server/world.hpp"
#include "hipline/store/sql_databases.hpp"

namespace hipline::server {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const catalog::Catalog& content() {
  static const catalog::Catalog catalog = *app::load_catalog("", app::ContentPart::whole);
  return catalog;
}

const LocalDay the_day = *LocalDay::parse("2026-11-25");

/// A server's premises with a database of its own, spoken to without a socket. Every answer is kept for the contract.
class Api : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    fs::remove_all(HIPLINE_ANSWERS_DIR);
    fs::create_directories(HIPLINE_ANSWERS_DIR);
  }
  Api() : folder_(fs::temp_directory_path() / ("hipline_api_" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "files");
    fs::create_directories(HIPLINE_ANSWERS_DIR);
    databases_ = std::make_unique<store::SqlDatabases>();
    premises_ = std::make_unique<Premises>(Settings{*databases_, clock_, zones_, content(), "test", "me",
                                                    (folder_ / "own.db").string(),
                                                    (folder_ / "made_up/hipline.db").string(), the_day});
  }
  ~Api() override {
    premises_.reset();
    fs::remove_all(folder_);
  }

  Result<Reply> call(Method method, const std::string& path, const json& body = nullptr,
                     const std::map<std::string, std::string>& query = {}) {
    const auto found = routes_.find(method, path);
    if (!found) return std::unexpected(found.error());
    Request request{.method = method, .path = path, .named = found->named, .query = query, .caller = caller_};
    if (!body.is_null()) request.body = body.is_string() ? body.get<std::string>() : body.dump();
    World world(*premises_, whose_);
    auto reply = found->route->handler(world, request);
    const json answer =
        reply
            ? (reply->events ? json() : json::parse(reply->body, nullptr, false))
            : json{
                  {"error",
                   {{"code", reply.error().code}, {"where", reply.error().where}, {"message", reply.error().message}}}};
    const int status = reply ? reply->status : status_of(reply.error(), method);
    const json kept = {{"method", name(method)},
                       {"path", found->route->path},
                       {"status", status},
                       {"request", body.is_string() ? json() : body},
                       {"answer", answer}};
    std::ofstream(fs::path(HIPLINE_ANSWERS_DIR) / (case_name() + "_" + std::to_string(++calls_) + ".json"))
        << kept.dump(-1, ' ', false, json::error_handler_t::replace);
    if (method != Method::get && reply) expect_nothing_stale(path);
    return reply;
  }
  /// What is kept between answers gives the answer that a program makes which was started just now.
  void expect_nothing_stale(const std::string& after) {
    // Looking would make a database that was just removed.
    if (!fs::exists(World(*premises_, whose_).database_path())) return;
    Premises started(premises_->settings);
    World kept(*premises_, whose_);
    World anew(started, whose_);
    EXPECT_EQ(today_json(kept).value_or("none"), today_json(anew).value_or("none")) << after;
  }
  json get(const std::string& path, const std::map<std::string, std::string>& query = {}) {
    const auto reply = call(Method::get, path, nullptr, query);
    EXPECT_TRUE(reply) << path << ": " << (reply ? "" : reply.error().message);
    return reply ? json::parse(reply->body) : json();
  }
  json post(const std::string& path, const json& body) {
    const auto reply = call(Method::post, path, body);
    EXPECT_TRUE(reply) << path << ": " << (reply ? "" : reply.error().code + " " + reply.error().where);
    return reply ? json::parse(reply->body) : json();
  }

  void become(app::Story story) {
    auto loan = premises_->own.lend();
    ASSERT_TRUE(loan);
    app::DiskFiles files(premises_->settings.database_path + ".originals");
    const auto made = app::make_demo({story, the_day, "me", (folder_ / "files").string(), "test"},
                                     {loan->store(), files, clock_, zones_}, content());
    ASSERT_TRUE(made);
  }

  /// Moves the first planned day that may be moved to the next one.
  void move_a_day() {
    std::vector<std::string> days;
    const json plan = get("/api/plan");
    for (const json& week : plan["weeks"])
      for (const json& day : week["days"])
        if (day["movable"].get<bool>() && !day["today"].get<bool>()) days.push_back(day["date"]);
    bool kept = false;
    for (std::size_t i = 0; i + 1 < days.size() && !kept; ++i) {
      const json preview = post("/api/plan/moves", {{"day", days[i]}, {"to", days[i + 1]}});
      EXPECT_FALSE(preview["kept"].get<bool>());
      EXPECT_EQ(preview["allowed"].get<bool>(), preview["refused"].empty());
      if (!preview["allowed"].get<bool>() || preview["changes"].empty()) continue;
      kept = post("/api/plan/moves", {{"day", days[i]}, {"to", days[i + 1]}, {"confirm", true}})["kept"].get<bool>();
      EXPECT_TRUE(kept);
    }
    ASSERT_TRUE(kept);
  }

  static std::string case_name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  fs::path folder_;
  app::FixedClock clock_{*Instant::parse("2026-11-25T18:00:00Z")};
  app::SystemZones zones_;
  std::unique_ptr<app::Databases> databases_;
  std::unique_ptr<Premises> premises_;
  Whose whose_ = Whose::own;
  Caller caller_{.own_computer = true};
  Routes routes_ = api_routes();
  int calls_ = 0;
};

constexpr const char* first_id = "0b9f2c1e-7d3a-4b8e-9c5f-1a2b3c4d5e6f";

TEST_F(Api, someone_new_is_asked_and_never_reassured) {
  EXPECT_FALSE(get("/api/about")["set_up"].get<bool>());
  const json today = get("/api/today");
  EXPECT_EQ(today["decision"]["kind"], "unanswered");
  EXPECT_TRUE(today["decision"]["session"].is_null());
  EXPECT_TRUE(today["page"]["referral"].is_null());
  EXPECT_TRUE(today["page"]["numbers"].empty());
  EXPECT_FALSE(today["page"]["open"].empty());
  const json next = post("/api/interview", json::object());
  EXPECT_TRUE(next["first"].get<bool>());
  EXPECT_FALSE(next["next"].is_null());
}

TEST_F(Api, the_made_up_runner_reads_every_page) {
  become(app::Story::settling);
  EXPECT_TRUE(get("/api/today")["made_up"].get<bool>());
  const json circuit = get("/api/circuit");
  EXPECT_TRUE(circuit["any"].get<bool>());
  EXPECT_FALSE(circuit["script"]["steps"].empty());
  EXPECT_EQ(circuit["figures"].size(), 4);
  get("/api/circuit", {{"minutes", "10"}});
  EXPECT_FALSE(get("/api/plan")["weeks"].empty());
  EXPECT_EQ(get("/api/trends")["days"].size(), 90);
  EXPECT_FALSE(get("/api/runs")["runs"].empty());
  EXPECT_FALSE(get("/api/library")["exercises"].empty());
  get("/api/library/dead-bug");
  for (const char* path : {"/api/setup", "/api/check-ins", "/api/advice", "/api/note", "/api/race", "/api/circuit/log",
                           "/api/imports", "/api/rules", "/api/rules/TR-06", "/api/evidence", "/api/settings",
                           "/api/about", "/api/evidence/frandsen-2025"})
    get(path);
  const json mix = post("/api/mix", {{"exercises", {"dead-bug", "side-plank"}}});
  EXPECT_FALSE(mix["misses"].empty());
}

TEST_F(Api, at_a_clinician_level_no_page_carries_a_run_a_circuit_or_a_plan) {
  for (const app::Story story : {app::Story::growing, app::Story::night}) {
    fs::remove_all(folder_ / "files");
    fs::create_directories(folder_ / "files");
    ASSERT_TRUE(premises_->own.remove_database());
    become(story);
    const json today = get("/api/today");
    EXPECT_TRUE(today["decision"]["session"].is_null());
    EXPECT_TRUE(today["circuit"].is_null());
    EXPECT_TRUE(today["plan"].is_null());
    EXPECT_TRUE(today["page"]["numbers"].empty());
    EXPECT_TRUE(today["page"]["circuit"].is_null());
    EXPECT_FALSE(today["page"]["referral"].is_null());
    for (const json& option : today["page"]["options"]) EXPECT_EQ(option["detail"], "");
    for (const char* path : {"/api/circuit", "/api/plan", "/api/race", "/api/trends", "/api/library"})
      EXPECT_FALSE(get(path)["closed"].is_null()) << path;
    const json circuit = get("/api/circuit", {{"minutes", "10"}});
    EXPECT_TRUE(circuit["script"].is_null());
    EXPECT_TRUE(circuit["prescription"].is_null());
    EXPECT_TRUE(circuit["as_written"].is_null());
    EXPECT_TRUE(circuit["exercises"].empty());
    const json plan = get("/api/plan");
    EXPECT_TRUE(plan["plan"].is_null());
    EXPECT_TRUE(plan["weeks"].empty());
    const json race = get("/api/race");
    EXPECT_TRUE(race["script"].empty());
    EXPECT_TRUE(race["length"].empty());
    EXPECT_EQ(race["start"], "");
    EXPECT_LE(race["after"].size(), 1);
    EXPECT_TRUE(get("/api/trends")["longest"]["limit_m"].is_null());
    const json library = get("/api/library");
    for (const json& exercise : library["exercises"]) EXPECT_FALSE(exercise["startable"].get<bool>());
    const json mix = post("/api/mix", {{"exercises", {"dead-bug", "side-plank"}}});
    EXPECT_TRUE(mix["script"].is_null());
    EXPECT_TRUE(mix["prescription"].is_null());
    const json move = post("/api/plan/moves", {{"day", "2026-11-27"}, {"to", "2026-11-28"}, {"confirm", true}});
    EXPECT_FALSE(move["kept"].get<bool>());
    EXPECT_FALSE(move["closed"].is_null());
  }
}

TEST_F(Api, a_check_in_sent_twice_is_kept_once) {
  become(app::Story::settling);
  const json told = {{"id", first_id}, {"answers", {{{"fact", "wakes_at_night"}, {"value", true}}}}};
  const json kept = post("/api/check-ins", told);
  EXPECT_FALSE(kept["already"].get<bool>());
  EXPECT_EQ(kept["today"]["decision"]["level"], "clinician_urgent");
  const std::size_t count = get("/api/check-ins")["check_ins"].size();
  EXPECT_TRUE(post("/api/check-ins", told)["already"].get<bool>());
  EXPECT_EQ(get("/api/check-ins")["check_ins"].size(), count);
  EXPECT_FALSE(call(Method::post, "/api/check-ins",
                    {{"id", first_id}, {"answers", {{{"fact", "pain_this_morning"}, {"value", true}}}}}));
}

TEST_F(Api, a_sign_that_another_program_keeps_closes_the_day_at_once) {
  become(app::Story::settling);
  EXPECT_FALSE(get("/api/today")["decision"]["session"].is_null());
  const auto another = databases_->open((folder_ / "own.db").string());
  ASSERT_TRUE(another);
  const Instant at = start_of_day(the_day, 0) + 17 * 3600L;
  ASSERT_TRUE((*another)->add_check_in("me", {at, the_day, model::Moment::other, {{"wakes_at_night", true}}}));
  const json today = get("/api/today");
  EXPECT_EQ(today["decision"]["level"], "clinician_urgent");
  EXPECT_TRUE(today["decision"]["session"].is_null());
  EXPECT_TRUE(today["plan"].is_null());
  expect_nothing_stale("another program's check-in");
}

TEST_F(Api, answers_asked_for_together_while_more_is_told_are_never_those_of_before) {
  become(app::Story::settling);
  std::vector<std::thread> readers;
  std::atomic<bool> done = false;
  for (int reader = 0; reader < 3; ++reader) {
    readers.emplace_back([&] {
      while (!done) {
        World world(*premises_, whose_);
        EXPECT_TRUE(today_json(world));
      }
    });
  }
  for (int told = 0; told < 12; ++told) {
    const bool sign = told == 11;
    World world(*premises_, whose_);
    const auto store = world.store();
    if (!store) continue;
    const Instant at = start_of_day(the_day, 0) + 17 * 3600L + told;
    const model::CheckIn check_in{
        at, the_day, model::Moment::other, {{"pain_this_morning", 1.0 * (told % 3)}, {"wakes_at_night", sign}}};
    EXPECT_TRUE((*store)->add_check_in("me", check_in));
    // Whoever asks after it was told hears of it, whatever others are being answered meanwhile.
    const auto today = today_json(world);
    EXPECT_TRUE(today);
    const json answer = json::parse(today.value_or("{}"));
    EXPECT_EQ(answer["decision"]["level"] == "clinician_urgent", sign) << told;
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  expect_nothing_stale("answers asked for together");
}

TEST_F(Api, a_guided_session_sent_twice_is_logged_once) {
  become(app::Story::settling);
  const json circuit = get("/api/circuit");
  json events = json::array();
  for (int at = 0; at < 600; ++at) events.push_back({{"kind", at % 20 == 0 ? "tap" : "tick"}, {"at_ms", at * 1000}});
  events.push_back({{"kind", "leave"}, {"at_ms", 600000}});
  const json session = {
      {"id", first_id}, {"day", "2026-11-25"}, {"script", circuit["script"]}, {"events", events}, {"effort", 6}};
  const json kept = post("/api/circuit/sessions", session);
  EXPECT_FALSE(kept["already"].get<bool>());
  ASSERT_FALSE(kept["entries"].empty());
  EXPECT_EQ(kept["entries"][0]["effort"], 6);
  const std::size_t lines = get("/api/circuit/log")["entries"].size();
  EXPECT_TRUE(post("/api/circuit/sessions", session)["already"].get<bool>());
  EXPECT_EQ(get("/api/circuit/log")["entries"].size(), lines);
  const std::string line = "/api/circuit/log/" + std::to_string(kept["entries"][0]["id"].get<int>());
  EXPECT_TRUE(call(Method::remove, line));
  EXPECT_FALSE(call(Method::remove, line));
}

TEST_F(Api, a_planned_day_is_moved_and_taken_back) {
  become(app::Story::settling);
  const json before = get("/api/plan");
  move_a_day();
  EXPECT_EQ(get("/api/plan")["moves"].size(), 1);
  EXPECT_TRUE(call(Method::remove, "/api/plan/moves/last"));
  EXPECT_EQ(get("/api/plan"), before);
  EXPECT_FALSE(call(Method::remove, "/api/plan/moves/last"));
}

TEST_F(Api, what_is_taken_along_and_brought_back_gives_the_same_answers) {
  become(app::Story::settling);
  EXPECT_TRUE(
      call(Method::put, "/api/settings",
           {{"units", "imperial"}, {"english", "american"}, {"voice", false}, {"sounds", true}, {"get_ready", "tap"}}));
  move_a_day();
  const json before = get("/api/today");
  const json plan = get("/api/plan");
  const json settings = get("/api/settings");
  const auto all = call(Method::get, "/api/export");
  ASSERT_TRUE(all);
  EXPECT_FALSE(call(Method::remove, "/api/data"));
  EXPECT_TRUE(call(Method::remove, "/api/data", nullptr, {{"confirm", "everything"}}));
  EXPECT_FALSE(get("/api/about")["set_up"].get<bool>());
  EXPECT_TRUE(call(Method::post, "/api/restore", all->body));
  EXPECT_EQ(get("/api/today")["decision"], before["decision"]);
  EXPECT_EQ(get("/api/plan"), plan);
  EXPECT_EQ(plan["moves"].size(), 1);
  EXPECT_EQ(get("/api/settings"), settings);
}

TEST_F(Api, setup_settings_favourites_and_advice_are_kept) {
  EXPECT_TRUE(call(Method::patch, "/api/setup", {{"race-day", "2026-12-12"}, {"race-name", "Test race"}}));
  EXPECT_EQ(get("/api/about")["race"]["name"], "Test race");
  EXPECT_FALSE(call(Method::patch, "/api/setup", {{"no-such-field", "x"}}));
  EXPECT_TRUE(
      call(Method::put, "/api/settings",
           {{"units", "imperial"}, {"english", "american"}, {"voice", false}, {"sounds", true}, {"get_ready", "tap"}}));
  EXPECT_EQ(get("/api/settings")["get_ready"], "tap");
  EXPECT_EQ(get("/api/settings")["units"], "imperial");
  EXPECT_TRUE(call(Method::put, "/api/favourites", {{"favourites", {{{"exercise", "dead-bug"}}}}}));
  EXPECT_TRUE(call(Method::post, "/api/own-exercises",
                   {{"name", "My bridge"}, {"directions", {"extension"}}, {"dose", "3x10"}}));
  EXPECT_TRUE(call(Method::remove, "/api/own-exercises/own-my-bridge"));
  EXPECT_TRUE(call(Method::post, "/api/advice", {{"who", "Dr. Test"}, {"verdict", "not_yet"}}));
  EXPECT_EQ(get("/api/advice")["advice"].size(), 1);
}

TEST_F(Api, looking_around_as_the_made_up_runner_leaves_the_own_data_alone) {
  EXPECT_TRUE(call(Method::patch, "/api/setup", {{"race-day", "2026-12-12"}, {"race-name", "Test race"}}));
  const json own = get("/api/about");
  const auto around = call(Method::post, "/api/demo", {{"story", "night"}});
  ASSERT_TRUE(around);
  EXPECT_EQ(around->looks_around, true);
  whose_ = Whose::made_up;
  EXPECT_TRUE(get("/api/about")["made_up"].get<bool>());
  EXPECT_EQ(get("/api/today")["decision"]["level"], "clinician_urgent");
  // A second look begins anew, and another story can be chosen.
  EXPECT_TRUE(call(Method::post, "/api/demo"));
  EXPECT_NE(get("/api/today")["decision"]["level"], "clinician_urgent");
  EXPECT_FALSE(call(Method::post, "/api/demo", {{"story", "no_such"}}));
  const auto back = call(Method::remove, "/api/demo");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->looks_around, false);
  whose_ = Whose::own;
  const json after = get("/api/about");
  EXPECT_EQ(after["race"], own["race"]);
  EXPECT_FALSE(after["made_up"].get<bool>());
  EXPECT_FALSE(fs::exists(folder_ / "made_up/hipline.db"));
  EXPECT_FALSE(fs::exists(folder_ / "made_up/hipline.db.training"));
}

TEST_F(Api, an_upload_is_read_in_the_background_and_can_be_taken_back) {
  become(app::Story::settling);
  const std::size_t before = get("/api/imports")["imports"].size();
  const auto job = call(Method::post, "/api/imports", "The hip was fine on Friday.\n", {{"name", "notes.txt"}});
  ASSERT_TRUE(job);
  EXPECT_EQ(job->status, 202);
  const auto watched = call(Method::get, "/api/imports/" + json::parse(job->body)["id"].get<std::string>() + "/events");
  ASSERT_TRUE(watched);
  ASSERT_TRUE(watched->events);
  EXPECT_FALSE(call(Method::get, "/api/imports/999/events"));
  EXPECT_FALSE(call(Method::post, "/api/imports", "", {{"name", "empty.fit"}}));
  EXPECT_TRUE(call(Method::remove, "/api/imports/1"));
  EXPECT_EQ(get("/api/imports")["imports"].size(), before);
}

TEST_F(Api, a_log_kept_by_hand_is_an_import_like_any_other) {
  become(app::Story::settling);
  const std::size_t before = get("/api/imports")["imports"].size();
  const auto job = call(Method::post, "/api/imports", "date,km,time\n2026-08-20,8,48:00\n", {{"name", "log.csv"}});
  ASSERT_TRUE(job);
  const auto watched = call(Method::get, "/api/imports/" + json::parse(job->body)["id"].get<std::string>() + "/events");
  ASSERT_TRUE(watched);
  while (!watched->events->after(0).ended) std::this_thread::yield();
  EXPECT_EQ(get("/api/imports")["imports"].size(), before + 1);
}

TEST_F(Api, private_answers_stay_out_of_the_note_unless_asked_for) {
  become(app::Story::settling);
  post("/api/check-ins", {{"id", first_id}, {"answers", {{{"fact", "under_eating"}, {"value", true}}}}});
  const json without = get("/api/note");
  const json with = get("/api/note", {{"private", "yes"}});
  EXPECT_TRUE(without["private_answers_exist"].get<bool>());
  EXPECT_NE(without["text"], with["text"]);
}

TEST_F(Api, phones_are_paired_and_revoked_from_this_computer_alone) {
  EXPECT_FALSE(get("/api/devices")["served"].get<bool>());
  EXPECT_EQ(call(Method::post, "/api/devices/pairing").error().code, "phone_not_served");
  premises_->pairing.serve_at("https://192.168.1.5:4748", "AB:CD");
  const auto invited = call(Method::post, "/api/devices/pairing");
  ASSERT_TRUE(invited);
  EXPECT_TRUE(json::parse(invited->body)["qr_svg"].get<std::string>().starts_with("<svg"));
  const auto one = premises_->devices.add("iPhone", clock_.now());
  const auto other = premises_->devices.add("Old phone", clock_.now());
  ASSERT_TRUE(one && other);

  caller_ = {.device = one->device.id};
  const json seen = get("/api/devices");
  EXPECT_FALSE(seen["may_pair"].get<bool>());
  EXPECT_TRUE(seen["devices"][0]["this_device"].get<bool>());
  EXPECT_FALSE(seen["devices"][1]["this_device"].get<bool>());
  EXPECT_EQ(call(Method::post, "/api/devices/pairing").error().code, "own_computer_only");
  EXPECT_EQ(call(Method::remove, "/api/devices/" + other->device.id).error().code, "own_computer_only");
  EXPECT_TRUE(call(Method::remove, "/api/devices/" + one->device.id));
  // Nobody in particular is nobody.
  caller_ = {};
  EXPECT_EQ(call(Method::remove, "/api/devices/" + other->device.id).error().code, "own_computer_only");

  caller_ = {.own_computer = true};
  EXPECT_TRUE(call(Method::remove, "/api/devices/" + other->device.id));
  EXPECT_EQ(call(Method::remove, "/api/devices/" + other->device.id).error().code, "no_such_device");
  EXPECT_TRUE(get("/api/devices")["devices"].empty());
}

TEST_F(Api, the_made_up_runner_is_the_same_at_any_hour) {
  app::FixedClock small_hours(*Instant::parse("2026-11-26T00:30:00Z"));
  const Settings& settings = premises_->settings;
  Premises premises(Settings{settings.databases, small_hours, settings.zones, settings.catalog, "test", "me",
                             settings.database_path, settings.made_up_database_path, std::nullopt});
  const auto answer_to = [&](Whose whose, Method method, const std::string& path, const char* body) {
    World world(premises, whose);
    const auto found = routes_.find(method, path);
    const auto reply = found->route->handler(
        world, Request{.method = method, .path = path, .named = found->named, .body = body, .caller = caller_});
    return reply ? json::parse(reply->body, nullptr, false) : json{{"error", reply.error().message}};
  };
  answer_to(Whose::own, Method::post, "/api/demo", R"({"story": "night"})");
  const json today = answer_to(Whose::made_up, Method::get, "/api/today", "");
  EXPECT_EQ(today["decision"]["level"], "clinician_urgent") << today.dump();
}

TEST_F(Api, a_phone_that_comes_late_is_told_so_and_a_fresh_code_is_shown) {
  app::FixedClock late(clock_.now() + 600);
  Settings settings = premises_->settings;
  Premises premises(Settings{settings.databases, late, settings.zones, settings.catalog, "test", "me",
                             settings.database_path, settings.made_up_database_path, std::nullopt});
  premises.pairing.serve_at("https://192.168.1.5:4748", "AB:CD");
  const auto authority = Authority::kept((folder_ / "authority").string(), clock_.now());
  ASSERT_TRUE(authority);
  PhoneGate gate({"192.168.1.5:4748"}, premises.devices, late);
  int fresh = 0;
  int paired = 0;
  PhoneDoor door(premises, gate, *authority, {[&](const Device&) { ++paired; }, [&] { ++fresh; }});
  const auto bring = [&](const std::string& code) {
    const Head head{"POST", "/pair", [](const char*) { return std::optional<std::string>(); }, "192.168.1.20"};
    return door.page(Request{.method = Method::post, .path = "/pair", .body = "code=" + code}, head)->status;
  };
  EXPECT_EQ(bring("AAAAA-AAAAA"), 403);
  EXPECT_EQ(fresh, 0);
  EXPECT_EQ(bring(premises.pairing.invite(clock_.now())->code), 403);
  EXPECT_EQ(fresh, 1);
  EXPECT_EQ(bring(premises.pairing.invite(late.now())->code), 303);
  EXPECT_EQ(paired, 1);
}

}  // namespace
}  // namespace hipline::server
