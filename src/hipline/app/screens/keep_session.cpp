// Guided sessions that a page sends, and the log they become.
#include <algorithm>

#include "hipline/app/circuit_log/circuit_log.hpp"
#include "hipline/app/guide/guide.hpp"
#include "hipline/app/requests/request_body.hpp"
#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"

namespace hipline::app {
namespace {

using catalog::Fields;
using catalog::Node;
using exporters::JsonArray;
using exporters::JsonObject;
using session::milliseconds;

milliseconds time_in(Fields& fields, const char* key) {
  return milliseconds(static_cast<std::int64_t>(fields.number(key)));
}
std::optional<milliseconds> known_time_in(Fields& fields, const char* key) {
  const auto node = known_in(fields, key);
  return node ? std::optional(milliseconds(static_cast<std::int64_t>(node->number()))) : std::nullopt;
}

session::Phase phase_in(const Node& node) {
  Fields fields(node);
  session::Phase phase;
  phase.name = words_in(fields, "name");
  phase.cue = words_in(fields, "cue");
  phase.length = time_in(fields, "length_ms");
  using session::Sound;
  phase.sound = fields.choice<Sound>("sound", {{"none", Sound::none},
                                               {"rise", Sound::rise},
                                               {"tick", Sound::tick},
                                               {"tick_5", Sound::tick_5},
                                               {"soft", Sound::soft},
                                               {"end", Sound::end}});
  using session::Count;
  phase.count = fields.choice<Count>(
      "count",
      {{"nothing", Count::nothing}, {"repetition", Count::repetition}, {"down", Count::down}, {"up", Count::up}});
  fields.done();
  return phase;
}

session::Exercise exercise_in(const Node& node, std::string& band) {
  Fields fields(node);
  session::Exercise exercise;
  exercise.id = fields.text("id");
  exercise.title = words_in(fields, "title");
  exercise.easier = words_in(fields, "easier");
  exercise.stop_cue = words_in(fields, "stop_cue");
  band = fields.choice<const char*>("band", {{"none", "none"}, {"light", "light"}, {"heavy", "heavy"}});
  for (const Node& phase : fields.items("phases")) exercise.phases.push_back(phase_in(phase));
  fields.done();
  return exercise;
}

session::Step step_in(const Node& node, std::size_t exercises) {
  Fields fields(node);
  session::Step step;
  using session::StepKind;
  step.kind = fields.choice<StepKind>("kind", {{"get_ready", StepKind::get_ready},
                                               {"repetitions", StepKind::repetitions},
                                               {"work", StepKind::work},
                                               {"hold", StepKind::hold},
                                               {"rest", StepKind::rest},
                                               {"pain", StepKind::pain}});
  const int exercise = fields.whole_number("exercise");
  if (exercise < 0 || static_cast<std::size_t>(exercise) >= exercises)
    node.refuse("unknown_exercise", "This step names an exercise that the script does not hold.");
  else
    step.exercise = static_cast<std::size_t>(exercise);
  step.round = fields.whole_number("round");
  step.set = fields.whole_number("set");
  step.sets = fields.whole_number("sets");
  using session::Side;
  step.side = fields.choice<Side>("side", {{"both", Side::both}, {"left", Side::left}, {"right", Side::right}});
  step.length = time_in(fields, "length_ms");
  step.repetitions = fields.whole_number("repetitions");
  step.last = known_time_in(fields, "last_ms");
  step.best = known_time_in(fields, "best_ms");
  step.aim = known_time_in(fields, "aim_ms");
  step.say = words_in(fields, "say");
  fields.done();
  return step;
}

struct NewSession {
  std::string id;
  LocalDay day;
  std::optional<Instant> at;
  session::Script script;
  circuit::Prescription prescription;  ///< only what the log takes from it: the day, exercises and bands
  std::vector<session::Event> events;
  std::optional<double> effort;  ///< of the circuit as a whole
};

void read_script(const Node& node, NewSession& told) {
  Fields fields(node);
  told.script.rounds = fields.whole_number("rounds");
  told.script.ease_from = fields.whole_number("ease_from");
  told.script.stop_from = fields.whole_number("stop_from");
  told.script.eased_share = fields.number("eased_share");
  (void)fields.number("more_rest_ms");
  for (const Node& one : fields.items("exercises")) {
    circuit::PrescribedExercise prescribed;
    told.script.exercises.push_back(exercise_in(one, prescribed.band));
    prescribed.exercise = told.script.exercises.back().id;
    told.prescription.exercises.push_back(std::move(prescribed));
  }
  for (const Node& one : fields.items("steps")) told.script.steps.push_back(step_in(one, told.script.exercises.size()));
  fields.done();
}

session::Event event_in(const Node& node) {
  Fields fields(node);
  using Kind = session::Event::Kind;
  session::Event event;
  event.kind = fields.choice<Kind>("kind", {{"tick", Kind::tick},
                                            {"tap", Kind::tap},
                                            {"pause", Kind::pause},
                                            {"go_on", Kind::go_on},
                                            {"skip", Kind::skip},
                                            {"repeat", Kind::repeat},
                                            {"pain", Kind::pain},
                                            {"sharp", Kind::sharp},
                                            {"easier", Kind::easier},
                                            {"more_rest", Kind::more_rest},
                                            {"leave", Kind::leave}});
  event.at = time_in(fields, "at_ms");
  event.value = fields.optional_whole_number("value").value_or(0);
  if (event.kind == Kind::pain && !(event.value >= 0 && event.value <= 10))
    node.refuse("out_of_range", "Pain is a whole number from 0 (none) to 10 (worst).");
  fields.done();
  return event;
}

Result<NewSession> new_session(std::string_view json) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  NewSession told;
  Fields fields = body->fields();
  told.id = page_id_in(fields, "id");
  const auto day = day_in(fields, "day");
  told.at = instant_in(fields, "at");
  if (const auto script = fields.node("script")) read_script(*script, told);
  for (const Node& one : fields.items("events")) told.events.push_back(event_in(one));
  if (const auto effort = known_in(fields, "effort")) {
    told.effort = effort->number();
    if (!(*told.effort >= 0 && *told.effort <= 10))
      effort->refuse("out_of_range", "Effort is a number from 0 (nothing) to 10 (all you have).");
  }
  fields.done();
  if (const Status read = body->finish(); !read) return std::unexpected(read.error());
  if (!day) return failure("missing_field", "/day", "The day of the session is missing.");
  told.day = told.prescription.day = *day;
  return told;
}

std::string title_of(const std::string& id, const catalog::Catalog& catalog) {
  const circuit::Exercise* exercise = catalog.library.find_exercise(id);
  return exercise ? exercise->title : id;
}

template <typename T>
void put_known(JsonObject& json, const char* key, const T& value, bool known) {
  if (known)
    json.put(key, value);
  else
    json.put_null(key);
}

JsonObject entry_json(const LoggedExercise& line, bool counts, const catalog::Catalog& catalog) {
  const model::CircuitEntry& entry = line.entry;
  JsonObject json;
  json.put("id", line.id);
  put_known(json, "at", line.at.value_or(Instant()).iso(), line.at.has_value());
  put_known(json, "undone_at", line.undone_at.value_or(Instant()).iso(), line.undone_at.has_value());
  json.put("counts", counts)
      .put("day", entry.day.iso())
      .put("exercise", entry.exercise)
      .put("title", title_of(entry.exercise, catalog))
      .put("words", entry_words(entry, catalog));
  put_known(json, "sets", entry.sets, entry.sets > 0);
  json.put("rounds", entry.rounds)
      .put("repetitions", entry.repetitions)
      .put("hold_left_s", entry.hold_left_s)
      .put("hold_right_s", entry.hold_right_s)
      .put_or_null("band", entry.band)
      .put("effort", entry.effort)
      .put("pain", entry.pain)
      .put("pinching", entry.pinching)
      .put("stopped_early", entry.stopped_early);
  return json;
}

/// What it means for the next time.
std::vector<std::string> after_words(const std::vector<model::CircuitEntry>& lines, const catalog::Catalog& catalog) {
  std::vector<std::string> sentences;
  const double most = catalog.parameters.value("circuit.pain_stop_above");
  for (const model::CircuitEntry& line : lines) {
    if ((line.pain && *line.pain > most) || line.pinching.value_or(false))
      sentences.push_back(
          catalog.texts.say("circuit_log.saved_twinge", {{"exercise", title_of(line.exercise, catalog)}}));
  }
  return sentences;
}

}  // namespace

std::string circuit_log_screen(const std::vector<LoggedExercise>& log, bool made_up, const catalog::Catalog& catalog) {
  const std::vector<bool> counts = which_count(log);
  JsonArray list;
  for (std::size_t i = log.size(); i > 0; --i) list.add(entry_json(log[i - 1], counts[i - 1], catalog));
  return JsonObject().put("made_up", made_up).put("entries", list).text();
}

Result<std::string> keep_circuit_session(const std::string& runner_id, std::string_view json, LocalDay today,
                                         Instant now, bool made_up, Store& store, const catalog::Catalog& catalog) {
  auto told = new_session(json);
  if (!told) return std::unexpected(told.error());
  const session::State state = session::replay(told->script, told->events);
  auto lines = guided_lines(told->prescription, told->script, state);
  for (model::CircuitEntry& line : lines) line.effort = told->effort;
  const Instant at = told->at.value_or(now);
  bool is_new = false;
  std::vector<CircuitEntryId> ids;
  const Status kept = store.in_transaction([&]() -> Status {
    const auto noted = store.note_page_id(runner_id, told->id, at);
    if (!noted) return std::unexpected(noted.error());
    is_new = *noted;
    if (!is_new || lines.empty()) return {};
    auto logged = log_circuit(store, runner_id, lines, today, at);
    if (!logged) return std::unexpected(logged.error());
    ids = std::move(*logged);
    return {};
  });
  if (!kept) return std::unexpected(kept.error());
  JsonArray entries;
  for (std::size_t i = 0; i < ids.size(); ++i)
    entries.add(entry_json({ids[i], at, std::nullopt, lines[i]}, true, catalog));
  return JsonObject()
      .put("already", !is_new)
      .put("made_up", made_up)
      .put("entries", entries)
      .put("headline", catalog.texts.say(lines.empty() ? "trends.session_empty" : "trends.session_kept"))
      .put("sentences", is_new ? after_words(lines, catalog) : std::vector<std::string>())
      .text();
}

}  // namespace hipline::app
