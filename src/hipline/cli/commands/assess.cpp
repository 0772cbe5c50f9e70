#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/assess/case_reader.hpp"
#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

using app::TodayAnswer;
using app::TodayView;
using catalog::Catalog;

using Print = app::Page (*)(const TodayAnswer&, const Catalog&, std::string_view version);

template <TodayView view>
app::Page today_view(const TodayAnswer& answer, const Catalog& catalog, std::string_view version) {
  return app::today_page(answer, view, catalog, version);
}

template <app::CircuitView view>
app::Page circuit_view(const TodayAnswer& answer, const Catalog& catalog, std::string_view version) {
  return app::circuit_page(answer, view, catalog, version);
}

app::Page race_view(const TodayAnswer& answer, const Catalog& catalog, std::string_view version) {
  auto page = app::race_page(answer, catalog, version);
  return page ? std::move(*page) : app::Page{page.error().message + "\n", ""};
}

app::Page note_view(const TodayAnswer& answer, const Catalog& catalog, std::string_view version) {
  return app::note_page(answer, app::NoteForm::text, false, catalog, version);
}

/// The pages that a runner would see, in the order in which they are read.
const std::vector<std::pair<std::string, Print>>& pages() {
  static const std::vector<std::pair<std::string, Print>> all = {
      {"today", today_view<TodayView::first_screen>},
      {"why", today_view<TodayView::why>},
      {"options", today_view<TodayView::options>},
      {"evidence", today_view<TodayView::evidence>},
      {"circuit", circuit_view<app::CircuitView::today>},
      {"as-written", circuit_view<app::CircuitView::as_written>},
      {"plan", app::plan_page},
      {"race", race_view},
      {"note", note_view},
  };
  return all;
}

std::string printed(const TodayAnswer& answer, const std::vector<std::string>& wanted, const Catalog& catalog,
                    std::string_view version) {
  std::string text;
  for (const auto& [name, print] : pages()) {
    if (std::find(wanted.begin(), wanted.end(), name) == wanted.end()) continue;
    if (wanted.size() > 1) text += (text.empty() ? "[" : "\n[") + name + "]\n";
    text += print(answer, catalog, version).text;
  }
  return text;
}

Result<Answer> run(Context& context, const std::string& path, const std::vector<std::string>& wanted) {
  const auto catalog = context.catalog();
  if (!catalog) return std::unexpected(catalog.error());
  app::DiskFiles files("");
  const auto text = files.read(path);
  if (!text) return std::unexpected(text.error());
  const auto in_file = [&](Error error) {
    error.where = error.where.empty() ? path : path + error.where;
    return std::unexpected(std::move(error));
  };
  auto history = app::read_case(*text, **catalog);
  if (!history) return in_file(history.error());
  auto assessment = app::assess(*history, **catalog);
  if (!assessment) return in_file(assessment.error());
  std::string json = app::assessment_json(*assessment, *history, **catalog, context.version());
  if (wanted.empty()) return Answer{json + "\n", json};
  const TodayAnswer answer{std::move(*history), std::move(*assessment), std::nullopt, std::nullopt};
  return Answer{printed(answer, wanted, **catalog, context.version()), json};
}

}  // namespace

void add_assess(CLI::App& program, Context& context) {
  const auto path = std::make_shared<std::string>();
  const auto wanted = std::make_shared<std::vector<std::string>>();
  CLI::App* command =
      add_command(program, context, "assess", "Decide a complete case from a JSON file, without the database",
                  [&context, path, wanted] { return run(context, *path, *wanted); });
  command->add_option("case", *path, "the case; `hipline schema case` describes it")
      ->required()
      ->type_name("CASE.json");
  std::vector<std::string> names;
  for (const auto& [name, print] : pages()) names.push_back(name);
  command->add_option("--page", *wanted, "a page as the runner would read it, instead of JSON; may be said again")
      ->check(CLI::IsMember(names))
      ->type_name("NAME");
}

}  // namespace hipline::cli
