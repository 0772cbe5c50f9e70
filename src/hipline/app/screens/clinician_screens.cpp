// What a clinician said, the note to take along, and the race.
#include "hipline/app/pages/note_facts.hpp"
#include "hipline/app/pages/pages.hpp"
#include "hipline/app/pages/today_values.hpp"
#include "hipline/app/requests/request_body.hpp"
#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/exporters/json/answer_json_text.hpp"
#include "hipline/exporters/json/page_json.hpp"
#include "hipline/exporters/text/note_text.hpp"
#include "hipline/exporters/text/race_text.hpp"

namespace hipline::app {
namespace {

using exporters::JsonArray;
using exporters::JsonObject;

constexpr std::int64_t noon = 12 * 3600;

}  // namespace

Status keep_advice(const std::string& runner_id, std::string_view json, LocalDay today, Instant at, Store& store) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  catalog::Fields fields = body->fields();
  model::Advice advice;
  advice.day = day_in(fields, "day").value_or(today);
  advice.who = fields.text("who");
  advice.verdict = fields.choice<model::Verdict>("verdict", {{"may_run", model::Verdict::may_run},
                                                             {"may_exercise", model::Verdict::may_exercise},
                                                             {"not_yet", model::Verdict::not_yet}});
  if (fields.has("limits")) advice.limits = words_in(fields, "limits");
  fields.done();
  if (const Status read = body->finish(); !read) return read;
  if (advice.day > today) return failure("out_of_range", "/day", "This day is still to come; please check it.");
  advice.at = advice.day == today ? at : start_of_day(advice.day, 0) + noon;
  return store.add_advice(runner_id, advice);
}

std::string note_screen(const TodayAnswer& answer, bool with_private, const catalog::Catalog& catalog,
                        std::string_view) {
  const exporters::ClinicianNote note = note_facts(answer, with_private, catalog);
  const bool more = with_private || note_facts(answer, true, catalog).yes.size() > note.yes.size();
  return JsonObject()
      .put("made_up", answer.history.runner.made_up)
      .put("private", with_private)
      .put("private_answers_exist", more)
      .put("title", catalog.texts.say("note.title"))
      .put("text", exporters::clinician_note(note, exporters::NoteFormat::text))
      .put("markdown", exporters::clinician_note(note, exporters::NoteFormat::markdown))
      .text();
}

std::string race_screen(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version) {
  JsonObject json;
  json.put("made_up", answer.history.runner.made_up)
      .put("near", answer.assessment.race_week.has_value())
      .put_json("closed", closed_part(answer, catalog, version))
      .put_json("race", exporters::race_goal_json(answer.history.race, answer.assessment.decision.day, catalog));
  if (!answer.assessment.race_week || !answer.history.race) {
    return json.put_null("week")
        .put("title", catalog.texts.say("trends.race_not_near"))
        .put("gate", JsonArray())
        .put("start", "")
        .put("choices", std::vector<std::string>())
        .put("stake", "")
        .put("length", std::vector<std::string>())
        .put("script", std::vector<std::string>())
        .put("after", std::vector<std::string>())
        .put("opinion", "")
        .text();
  }
  const exporters::TodayPage page = today_values(answer, catalog, version);
  const exporters::RaceWords words = exporters::race_words(page);
  JsonArray gate;
  for (const exporters::GateWords& line : words.gate) {
    gate.add(JsonObject()
                 .put("what", line.what)
                 .put("state", line.state)
                 .put("rule", line.rule)
                 .put("sentence", line.sentence));
  }
  return json.put_json("week", exporters::race_json_text(*answer.assessment.race_week))
      .put("title", words.title)
      .put("gate", gate)
      .put("start", words.start)
      .put("choices", words.choices)
      .put("stake", words.stake)
      .put("length", words.length)
      .put("script", words.script)
      .put("after", words.after)
      .put("opinion", words.opinion)
      .text();
}

}  // namespace hipline::app
