#include "hipline/app/demo/demo.hpp"

#include <set>

#include "hipline/exporters/fit/fit_writer.hpp"

namespace hipline::app {
namespace {

/// Facts that the first round of questions asks, split as the content splits them.
std::vector<std::string> asked(const catalog::Catalog& catalog, bool screening) {
  std::set<std::string> facts;
  for (const rules::Question& question : catalog.questions) {
    const bool wanted = screening ? question.screening : question.private_matter && !question.screening;
    if (!wanted || question.renews) continue;
    for (const rules::Choice& choice : question.sets) facts.insert(choice.fact);
  }
  return {facts.begin(), facts.end()};
}

Status write_files(const MadeUpRunner& runner, const std::string& folder) {
  for (const MadeUpRun& made : runner.runs) {
    const auto bytes = exporters::write_fit(made.run, made.samples);
    if (!bytes) return std::unexpected(bytes.error());
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    const auto written = write_private_file(folder + "/made-up-" + made.run.day.iso() + ".fit", text);
    if (!written) return written;
  }
  return {};
}

Status keep_told(const MadeUpRunner& made, const std::string& runner_id, Store& store) {
  return store.in_transaction([&]() -> Status {
    model::Runner runner = made.runner;
    runner.id = runner_id;
    if (const auto kept = store.save_runner(runner); !kept) return kept;
    if (const auto kept = store.save_race(runner_id, made.race); !kept) return kept;
    if (const auto kept = store.save_ache(runner_id, made.ache); !kept) return kept;
    for (const model::CheckIn& check_in : made.check_ins) {
      if (const auto kept = store.add_check_in(runner_id, check_in); !kept) return kept;
    }
    return {};
  });
}

}  // namespace

Result<ImportReport> make_demo(const DemoRequest& request, const ImportWorld& world, const catalog::Catalog& catalog) {
  const MadeUpRunner made = made_up_runner(request.story, request.today, asked(catalog, true), asked(catalog, false));
  if (const auto written = write_files(made, request.files_folder); !written) return std::unexpected(written.error());
  // Setup first: the runner's zone makes the days of the runs.
  if (const auto kept = keep_told(made, request.runner_id, world.store); !kept) return std::unexpected(kept.error());
  ImportRequest import;
  import.runner_id = request.runner_id;
  import.paths = {request.files_folder};
  import.program_version = request.program_version;
  return import_paths(import, world);
}

}  // namespace hipline::app
