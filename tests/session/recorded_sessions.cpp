// recorded_sessions --write|--check FOLDER
// Plays guided circuits through the C interface of numbers. --write records them anew: the script, what happened, and
// what was then shown, sounded and done. --check plays each record again and compares; the browser's build is held to
// the same files.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "hipline/app/content/content.hpp"
#include "hipline/app/guide/guide.hpp"
#include "hipline/base/random.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/session/interface.hpp"

namespace {

namespace fs = std::filesystem;
namespace session = hipline::session;
using nlohmann::json;

constexpr double horizon_ms = 8000;

double ms(const std::optional<session::milliseconds>& time) { return time ? static_cast<double>(time->count()) : -1; }

/// The calls that build a script.
json calls_of(const session::Script& script) {
  json calls = json::array();
  const auto call = [&](const char* name, json arguments) { calls.push_back({{"call", name}, {"with", arguments}}); };
  call("limits", {script.rounds, script.ease_from, script.stop_from, script.eased_share});
  for (const session::Exercise& exercise : script.exercises) {
    call("exercise", json::array());
    for (const session::Phase& phase : exercise.phases)
      call("phase", {phase.length.count(), static_cast<int>(phase.sound), static_cast<int>(phase.count)});
  }
  for (const session::Step& step : script.steps) {
    call("step",
         {static_cast<int>(step.kind), step.exercise, step.round, step.set, step.sets, static_cast<int>(step.side),
          step.length.count(), step.repetitions, ms(step.last), ms(step.best), ms(step.aim)});
  }
  call("begin", json::array());
  return calls;
}

void carry_out(HiplineSession* one, const std::string& name, const json& with) {
  const auto number = [&](std::size_t i) { return with[i].get<double>(); };
  const auto whole = [&](std::size_t i) { return with[i].get<int>(); };
  if (name == "limits") return hipline_session_limits(one, whole(0), whole(1), whole(2), number(3));
  if (name == "exercise") return hipline_session_exercise(one);
  if (name == "phase") return hipline_session_phase(one, number(0), whole(1), whole(2));
  if (name == "begin") return hipline_session_begin(one);
  if (name == "event") return hipline_session_event(one, whole(0), number(1), whole(2));
  if (name == "step") {
    hipline_session_step(one, whole(0), whole(1), whole(2), whole(3), whole(4), whole(5), number(6), whole(7),
                         number(8), number(9), number(10));
    return;
  }
  std::cerr << "recorded_sessions: no call " << name << "\n";
  std::exit(2);
}

json seen(HiplineSession* one) {
  const double* view = hipline_session_view(one);
  json now = {{"view", std::vector<double>(view, view + session::view_fields)}};
  const int cues = hipline_session_cues(one, horizon_ms);
  const double* cue = hipline_session_cue_numbers(one);
  now["cues"] = std::vector<double>(cue, cue + static_cast<std::ptrdiff_t>(cues) * session::cue_fields);
  const int done = hipline_session_done(one);
  const double* what = hipline_session_done_numbers(one);
  now["done"] = std::vector<double>(what, what + static_cast<std::ptrdiff_t>(done) * session::done_fields);
  const int felt = hipline_session_felt(one);
  const double* how = hipline_session_felt_numbers(one);
  now["felt"] = std::vector<double>(how, how + static_cast<std::ptrdiff_t>(felt) * session::felt_fields);
  const int changed = hipline_session_changed(one);
  const double* where = hipline_session_changed_numbers(one);
  now["changed"] = std::vector<double>(where, where + static_cast<std::ptrdiff_t>(changed) * session::changed_fields);
  now["next_work"] = hipline_session_next_work(one);
  now["left"] = hipline_session_left(one);
  return now;
}

/// Everything that can happen, by a seed; mostly time passing.
json events_of(std::uint64_t seed, int count) {
  hipline::Random random(seed);
  json events = json::array();
  double at = 0;
  events.push_back({1, at, 0});
  for (int i = 0; i < count; ++i) {
    at += static_cast<double>(static_cast<int>(random.uniform(1, 9000)));
    const bool time_only = random.uniform() < 0.5;
    const int kind = time_only ? 0 : static_cast<int>(random.uniform(0, 10));
    events.push_back({kind, at, static_cast<int>(random.uniform(0, 11))});
  }
  return events;
}

json played(const json& calls, const json& events) {
  HiplineSession* one = hipline_session_new();
  for (const json& call : calls) carry_out(one, call["call"], call["with"]);
  json record = {{"horizon", horizon_ms}, {"calls", calls}, {"events", json::array()}};
  for (const json& event : events) {
    carry_out(one, "event", event);
    json then = seen(one);
    then["event"] = event;
    record["events"].push_back(std::move(then));
  }
  hipline_session_free(one);
  return record;
}

/// One event a line, so that a change can be read.
void write(const fs::path& path, const json& record) {
  std::ofstream out(path);
  out << "{\"horizon\":" << record["horizon"].dump() << ",\n\"calls\":[";
  for (std::size_t i = 0; i < record["calls"].size(); ++i) out << (i ? ",\n" : "\n") << record["calls"][i].dump();
  out << "],\n\"events\":[";
  for (std::size_t i = 0; i < record["events"].size(); ++i) out << (i ? ",\n" : "\n") << record["events"][i].dump();
  out << "]}\n";
}

int record(const fs::path& folder) {
  const auto catalog = hipline::app::load_catalog("");
  if (!catalog) {
    std::cerr << "recorded_sessions: " << catalog.error().message << "\n";
    return 1;
  }
  auto prescription = hipline::circuit::as_written(catalog->library);
  write(folder / "as-written.json",
        played(calls_of(hipline::app::guide_script(prescription, *catalog)), events_of(1, 250)));
  prescription.rounds = 1;
  for (auto& exercise : prescription.exercises) exercise.to_fatigue = false;
  const json gentle = calls_of(hipline::app::guide_script(prescription, *catalog));
  write(folder / "one-gentle-round.json", played(gentle, events_of(2, 120)));
  // Nothing but taps on holds, and time: a circuit that goes through undisturbed.
  json quiet = json::array({json::array({1, 0, 0})});
  for (int i = 1; i <= 160; ++i) quiet.push_back({i % 10 == 0 ? 6 : 0, i * 4000, 2});
  write(folder / "undisturbed.json", played(gentle, quiet));
  return 0;
}

int check(const fs::path& folder) {
  int records = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path());
    const json expected = json::parse(in);
    json events = json::array();
    for (const json& event : expected["events"]) events.push_back(event["event"]);
    const json now = played(expected["calls"], events);
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (now["events"][i] == expected["events"][i]) continue;
      std::cerr << entry.path().filename().string() << ", event " << i << ": recorded " << expected["events"][i]
                << "\nnow " << now["events"][i] << "\n";
      return 1;
    }
    ++records;
  }
  std::cout << "recorded_sessions: " << records << " records play as they were recorded\n";
  return records > 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> said(arguments + 1, arguments + count);
  if (said.size() == 2 && said[0] == "--write") return record(said[1]);
  if (said.size() == 2 && said[0] == "--check") return check(said[1]);
  std::cerr << "recorded_sessions --write|--check FOLDER\n";
  return 2;
}
