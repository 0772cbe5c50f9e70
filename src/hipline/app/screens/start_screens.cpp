#include <algorithm>
#include <set>

#include "hipline/app/import/import.hpp"
#include "hipline/app/requests/request_body.hpp"
#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/exporters/json/page_json.hpp"

namespace hipline::app {
namespace {

using catalog::Fields;
using catalog::SetupField;
using exporters::JsonArray;
using exporters::JsonObject;

const char* word(SetupField::Form form) {
  using Form = SetupField::Form;
  switch (form) {
    case Form::text: return "text";
    case Form::yes_no: return "yes_no";
    case Form::number: return "number";
    case Form::scale: return "scale";
    case Form::day: return "day";
    case Form::duration: return "duration";
    case Form::zone: return "zone";
    case Form::country: return "country";
    case Form::one_of: return "one_of";
    case Form::list: break;
  }
  return "list";
}

JsonObject field_json(const SetupField& field, const Profile& profile, const catalog::Catalog& catalog) {
  JsonArray choices;
  for (const SetupField::Choice& choice : field.choices)
    choices.add(JsonObject().put("word", choice.word).put("label", choice.label));
  const auto known = known_answer(field, profile);
  JsonObject json;
  json.put("id", field.id)
      .put("chapter", field.chapter)
      .put("form", word(field.form))
      .put("text", field.text)
      .put("help", field.help)
      .put("unit", field.unit)
      .put("whole", field.whole)
      .put("lowest", field.lowest)
      .put("highest", field.highest)
      .put("choices", choices)
      .put("none_label", field.none_label)
      .put("private", field.private_matter)
      .put("by_flag_only", field.by_flag_only)
      .put("asked", is_asked(field, profile, catalog, true))
      .put("known", known);
  return known ? json.put("shown", shown_answer(field, *known)) : json.put_null("shown");
}

const char* units_word(model::Units units) { return units == model::Units::imperial ? "imperial" : "metric"; }

JsonObject file_json(const ImportedFile& file) {
  JsonObject json;
  json.put("name", file.name)
      .put("verdict", word(file.verdict))
      .put("format", file.format)
      .put("code", file.code)
      .put("sentence", file.reason)
      .put("records", file.records);
  json.put("distance_m", file.distance ? std::optional(file.distance->value()) : std::optional<double>());
  return json.put("warnings", file.warnings);
}

/// Words are read as strictly as content: one of two.
std::string one_of_two(Fields& fields, const char* key, const char* first, const char* second) {
  return fields.choice<bool>(key, {{first, true}, {second, false}}) ? first : second;
}

}  // namespace

Result<PageSettings> load_page_settings(const std::string& runner_id, Store& store) {
  const auto document = store.page_settings(runner_id);
  if (!document) return std::unexpected(document.error());
  PageSettings settings;
  if (!*document) return settings;
  const auto body = RequestBody::read(**document);
  if (!body) return failure("damaged_document", "page_settings", "The kept settings are not as they were written.");
  Fields fields = body->fields();
  settings.english = one_of_two(fields, "english", "british", "american");
  settings.voice = fields.yes_no("voice");
  settings.sounds = fields.yes_no("sounds");
  settings.get_ready = one_of_two(fields, "get_ready", "count", "tap");
  if (!body->finish())
    return failure("damaged_document", "page_settings", "The kept settings are not as they were written.");
  return settings;
}

std::string settings_screen(const PageSettings& settings, model::Units units) {
  return JsonObject()
      .put("units", units_word(units))
      .put("english", settings.english)
      .put("voice", settings.voice)
      .put("sounds", settings.sounds)
      .put("get_ready", settings.get_ready)
      .text();
}

Status keep_page_settings(const std::string& runner_id, std::string_view json, Store& store, const Zones& zones) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  Fields fields = body->fields();
  const std::string units = one_of_two(fields, "units", "metric", "imperial");
  PageSettings settings;
  settings.english = one_of_two(fields, "english", "british", "american");
  settings.voice = fields.yes_no("voice");
  settings.sounds = fields.yes_no("sounds");
  settings.get_ready = one_of_two(fields, "get_ready", "count", "tap");
  fields.done();
  if (const Status read = body->finish(); !read) return read;
  auto profile = load_profile(store, runner_id);
  if (!profile) return std::unexpected(profile.error());
  profile->runner.units = units == "imperial" ? model::Units::imperial : model::Units::metric;
  profile->units_known = true;
  const std::string document = JsonObject()
                                   .put("english", settings.english)
                                   .put("voice", settings.voice)
                                   .put("sounds", settings.sounds)
                                   .put("get_ready", settings.get_ready)
                                   .text();
  return store.in_transaction([&]() -> Status {
    if (const Status kept = save_profile(store, *profile, zones); !kept) return kept;
    return store.save_page_settings(runner_id, document);
  });
}

Result<std::string> about_screen(const Installation& installation, const std::string& runner_id, bool made_up,
                                 Store& store, const catalog::Catalog& catalog) {
  const auto runner = store.runner(runner_id);
  if (!runner) return std::unexpected(runner.error());
  const auto race = store.race(runner_id);
  if (!race) return std::unexpected(race.error());
  const auto runs = store.runs(runner_id);
  if (!runs) return std::unexpected(runs.error());
  const auto told = store.check_ins(runner_id);
  if (!told) return std::unexpected(told.error());
  const auto log = store.circuit_log(runner_id);
  if (!log) return std::unexpected(log.error());
  const auto settings = load_page_settings(runner_id, store);
  if (!settings) return std::unexpected(settings.error());
  std::set<LocalDay> circuit_days;
  for (const model::CircuitEntry& entry : counting(*log)) circuit_days.insert(entry.day);
  const auto run_count =
      std::ranges::count_if(*runs, [](const StoredRun& one) { return model::is_run(one.run.sport); });
  const model::Units units = *runner ? (*runner)->units : model::Units::metric;
  return JsonObject()
      .put("program", "hipline")
      .put("version", installation.version)
      .put("content_hash", catalog.hash)
      .put("notice", catalog.texts.say("today.not_reviewed"))
      .put("made_up", made_up)
      .put("today", installation.today.iso())
      .put("set_up", runner->has_value() || !runs->empty() || !told->empty())
      .put("runs", static_cast<std::int64_t>(run_count))
      .put("check_ins", told->size())
      .put("circuits", circuit_days.size())
      .put_json("race", exporters::race_goal_json(*race, installation.today, catalog))
      .put("units", units_word(units))
      .put("english", settings->english)
      .put("data", JsonObject()
                       .put("database", installation.database)
                       .put("originals", installation.originals)
                       .put("bytes", static_cast<std::int64_t>(installation.bytes)))
      .text();
}

Result<std::string> setup_screen(const std::string& runner_id, Store& store, const catalog::Catalog& catalog,
                                 const Zones& zones) {
  auto profile = load_profile(store, runner_id);
  if (!profile) return std::unexpected(profile.error());
  if (!profile->zone_known) profile->runner.time_zone = zones.of_this_machine();
  std::vector<std::string> chapters;
  JsonArray fields;
  for (const SetupField& field : catalog.setup) {
    if (std::ranges::find(chapters, field.chapter) == chapters.end()) chapters.push_back(field.chapter);
    fields.add(field_json(field, *profile, catalog));
  }
  return JsonObject().put("made_up", profile->runner.made_up).put("chapters", chapters).put("fields", fields).text();
}

Status tell_setup(const std::string& runner_id, std::string_view json, LocalDay today, Store& store,
                  const catalog::Catalog& catalog, const Zones& zones) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  auto profile = load_profile(store, runner_id);
  if (!profile) return std::unexpected(profile.error());
  const SetupRound round{today, zones};
  Fields fields = body->fields();
  const std::string zone_before = profile->runner.time_zone;
  // In the content's order, so that the race's day comes before its name.
  for (const SetupField& field : catalog.setup) {
    const auto said = fields.optional_node(field.id);
    if (!said) continue;
    if (const Status told = tell(*profile, field, said->text(), round); !told) return told;
  }
  fields.done();
  if (const Status read = body->finish(); !read) return read;
  if (const Status kept = save_profile(store, *profile, zones); !kept) return kept;
  if (profile->runner.time_zone == zone_before) return {};
  const auto moved = set_run_days(runner_id, store, zones);
  return moved ? Status{} : Status(std::unexpected(moved.error()));
}

std::string import_job_json(const std::string& id, const std::string& name) {
  return JsonObject().put("id", id).put("name", name).text();
}

Result<Story> story_asked_for(std::string_view json) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  Fields fields = body->fields();
  Story story = Story::settling;
  if (fields.has("story"))
    story = fields.choice<Story>("story",
                                 {{"settling", Story::settling}, {"growing", Story::growing}, {"night", Story::night}});
  fields.done();
  if (const Status read = body->finish(); !read) return std::unexpected(read.error());
  return story;
}

std::string import_reading_json(const ImportProgress& so_far) {
  return JsonObject()
      .put("event", "reading")
      .put("readings", so_far.readings)
      .put("runs", so_far.runs)
      .put("name", so_far.name)
      .text();
}

std::string import_failed_json(const Error& error) {
  const JsonObject what = JsonObject().put("code", error.code).put("where", error.where).put("message", error.message);
  return JsonObject().put("event", "failed").put("error", what).text();
}

std::string restored_json(std::size_t runs, std::size_t originals, std::size_t check_ins, std::size_t decisions,
                          std::string_view about) {
  return JsonObject()
      .put("runs", runs)
      .put("originals", originals)
      .put("check_ins", check_ins)
      .put("decisions", decisions)
      .put_json("about", about)
      .text();
}

std::string import_done_json(std::optional<ImportId> id, const std::vector<ImportedFile>& files,
                             const catalog::Catalog& catalog) {
  JsonArray list;
  for (const ImportedFile& file : files) list.add(file_json(file));
  const auto runs = std::ranges::count_if(files, [](const ImportedFile& file) {
    return file.verdict == FileVerdict::run || file.verdict == FileVerdict::salvaged;
  });
  JsonObject json;
  if (id)
    json.put("import", *id);
  else
    json.put_null("import");
  json.put("runs", static_cast<std::int64_t>(runs))
      .put("headline", catalog.texts.say("trends.imported",
                                         {{"files", std::to_string(files.size())}, {"runs", std::to_string(runs)}}))
      .put("files", list);
  return JsonObject().put("event", "done").put("report", json).text();
}

std::string imports_screen(const std::vector<Import>& imports, bool made_up) {
  JsonArray list;
  for (auto import = imports.rbegin(); import != imports.rend(); ++import) {
    JsonArray files;
    JsonObject counts;
    for (const FileVerdict verdict : {FileVerdict::run, FileVerdict::other_sport, FileVerdict::not_an_activity,
                                      FileVerdict::duplicate, FileVerdict::salvaged, FileVerdict::refused}) {
      const auto count = std::ranges::count(import->files, verdict, &ImportedFile::verdict);
      if (count > 0) counts.put(word(verdict), static_cast<std::int64_t>(count));
    }
    for (const ImportedFile& file : import->files) files.add(file_json(file));
    JsonObject json;
    json.put("id", import->id).put("at", import->at.iso());
    if (import->undone_at)
      json.put("undone_at", import->undone_at->iso());
    else
      json.put_null("undone_at");
    list.add(json.put("counts", counts).put("files", files));
  }
  return JsonObject().put("made_up", made_up).put("imports", list).text();
}

}  // namespace hipline::app
