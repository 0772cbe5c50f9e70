#include "hipline/app/runs/run_list.hpp"

#include <algorithm>
#include <map>

#include "hipline/exporters/json/json_text.hpp"
#include "hipline/exporters/text/layout.hpp"

namespace hipline::app {
namespace {

using exporters::JsonArray;
using exporters::JsonObject;

/// What an import said of a file that holds an activity, by the content of the file.
using Lines = std::map<std::string, const ImportedFile*>;

/// What is said of a list speaks of its lines, and not of the one activity.
bool is_a_recording(const ImportedFile& file) {
  return file.format == "FIT" || file.format == "TCX" || file.format == "GPX";
}

Lines lines_in(const std::vector<Import>& imports) {
  Lines lines;
  for (const Import& import : imports) {
    for (const ImportedFile& file : import.files) {
      // The same bytes again are a line without warnings.
      if (!file.content_hash.empty() && file.code != "same_bytes") lines[file.content_hash] = &file;
    }
  }
  return lines;
}

void lay_beside(ListedRun& run, const Lines& lines) {
  for (const std::string& source : run.stored.run.sources) {
    const auto line = lines.find(source);
    if (line == lines.end()) continue;
    const std::string& name = line->second->name;
    run.files.push_back(name.substr(name.find_last_of('/') + 1));
    if (!is_a_recording(*line->second)) continue;
    for (const std::string& sentence : line->second->warnings) {
      if (std::ranges::find(run.mended, sentence) == run.mended.end()) run.mended.push_back(sentence);
    }
  }
}

template <typename Quantity>
std::optional<double> plain(const std::optional<Quantity>& value) {
  return value ? std::optional(value->value()) : std::nullopt;
}

JsonObject run_json(const ListedRun& listed) {
  const model::Run& run = listed.stored.run;
  return JsonObject()
      .put("id", listed.stored.id)
      .put("day", run.day.iso())
      .put("start", run.start.iso())
      .put("kind", listed.stored.kind)
      .put("is_run", model::is_run(run.sport))
      .put("distance_m", plain(run.distance))
      .put("elapsed_s", run.elapsed.value())
      .put("moving_s", plain(run.moving))
      .put("effort", run.session_rpe)
      .put("pain", run.answers.worst_pain)
      .put_or_null("note", run.note)
      .put("files", listed.files)
      .put("mended", listed.mended);
}

/// A date as it was written, with its year where that is another than the last day's.
std::string with_year(std::string date, LocalDay day, LocalDay last) {
  return day.year() == last.year() ? date : std::move(date) + " " + std::to_string(day.year());
}

/// `Sun 22 Nov: run, 18.2 km, 1 h 45 min, effort 6, pain 3`.
std::string run_line(const ListedRun& listed, LocalDay last, model::Units units, const catalog::Texts& texts) {
  const model::Run& run = listed.stored.run;
  std::vector<std::string> parts = {listed.stored.kind};
  if (run.distance) parts.push_back(exporters::distance_text(*run.distance, units));
  parts.push_back(exporters::duration_text(run.moving.value_or(run.elapsed)));
  if (run.session_rpe)
    parts.push_back(texts.say("circuit_log.effort", {{"value", exporters::plain_number(*run.session_rpe)}}));
  if (run.answers.worst_pain)
    parts.push_back(texts.say("circuit_log.pain", {{"value", std::to_string(*run.answers.worst_pain)}}));
  return with_year(exporters::short_date(run.day), run.day, last) + ": " + exporters::comma_joined(parts);
}

std::string run_text(const ListedRun& listed, LocalDay last, model::Units units, const catalog::Texts& texts) {
  constexpr int indent = 2;
  std::string text = exporters::wrap(run_line(listed, last, units, texts));
  if (!listed.stored.run.note.empty())
    text += exporters::wrap(texts.say("runs.note", {{"note", listed.stored.run.note}}), indent);
  for (const std::string& sentence : listed.mended) text += exporters::wrap(sentence, indent);
  if (!listed.files.empty())
    text += exporters::wrap(texts.say("runs.files", {{"files", exporters::comma_joined(listed.files)}}), indent);
  return text;
}

std::string heading(const std::vector<ListedRun>& runs, LocalDay first, LocalDay last, const model::Runner& runner,
                    const catalog::Texts& texts) {
  std::string text = runner.made_up ? exporters::wrap(texts.say("today.made_up")) + "\n" : "";
  const std::string since = with_year(exporters::long_date(first), first, last);
  if (runs.empty()) return text + exporters::wrap(texts.say("runs.none", {{"first", since}}));
  Metres distance;
  std::size_t count = 0;
  for (const ListedRun& one : runs) {
    if (!model::is_run(one.stored.run.sport)) continue;
    ++count;
    distance = distance + one.stored.run.distance.value_or(Metres());
  }
  return text + exporters::wrap(texts.say(count == 1 ? "runs.heading_one" : "runs.heading",
                                          {{"first", since},
                                           {"count", std::to_string(count)},
                                           {"distance", exporters::distance_text(distance, runner.units)}}));
}

}  // namespace

Result<std::vector<ListedRun>> list_runs(const std::string& runner_id, LocalDay first, LocalDay last, Store& store) {
  auto runs = store.runs(runner_id);
  if (!runs) return std::unexpected(runs.error());
  const auto imports = store.imports(runner_id);
  if (!imports) return std::unexpected(imports.error());
  const Lines lines = lines_in(*imports);
  std::vector<ListedRun> list;
  for (auto stored = runs->rbegin(); stored != runs->rend(); ++stored) {
    if (stored->run.day < first || stored->run.day > last) continue;
    list.push_back({.stored = std::move(*stored), .files = {}, .mended = {}});
    lay_beside(list.back(), lines);
  }
  return list;
}

Result<Page> runs_page(const std::string& runner_id, LocalDay first, LocalDay last, Store& store,
                       const catalog::Catalog& catalog, std::string_view version) {
  const auto runner = store.runner(runner_id);
  if (!runner) return std::unexpected(runner.error());
  const auto list = list_runs(runner_id, first, last, store);
  if (!list) return std::unexpected(list.error());
  const model::Runner who = runner->value_or(model::Runner{});
  std::string text = heading(*list, first, last, who, catalog.texts);
  JsonArray runs;
  for (const ListedRun& one : *list) {
    text += "\n" + run_text(one, last, who.units, catalog.texts);
    runs.add(run_json(one));
  }
  return Page{.text = std::move(text),
              .json = JsonObject()
                          .put("program_version", version)
                          .put("made_up", who.made_up)
                          .put("first_day", first.iso())
                          .put("last_day", last.iso())
                          .put("units", who.units == model::Units::imperial ? "imperial" : "metric")
                          .put("runs", runs)
                          .text()};
}

}  // namespace hipline::app
