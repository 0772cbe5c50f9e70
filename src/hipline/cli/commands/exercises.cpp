#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "hipline/app/interview/pages.hpp"
#include "hipline/app/library/library_pages.hpp"
#include "hipline/app/library/own_library.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {
namespace {

using nlohmann::ordered_json;

struct ListOptions {
  std::string id;
  app::LibraryFilter filter;
  std::string programme;
  CLI::Option* programme_option = nullptr;
};

Result<Answer> read(Context& context, const ListOptions& options) {
  const auto day = answer_day(context);
  if (!day) return std::unexpected(day.error());
  const auto page = [&]() -> Result<app::Page> {
    if (options.programme_option->count() > 0)
      return app::programme_page(day->answer, options.programme, *day->catalog, context.version());
    if (options.id.empty()) return app::library_page(day->answer, options.filter, *day->catalog, context.version());
    return app::exercise_page(day->answer, options.id, *day->catalog, context.version());
  }();
  if (!page) return std::unexpected(page.error());
  return Answer{page->text, page->json};
}

/// Changes what is kept of the runner and says one sentence: `text` with the exercise and its id filled in.
struct Changed {
  std::string text;
  std::string exercise;
  std::string id;
};

Result<Answer> change(Context& context,
                      const std::function<Result<Changed>(model::Runner&, const catalog::Catalog&)>& work) {
  const auto catalog = context.catalog();
  if (!catalog) return std::unexpected(catalog.error());
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  auto kept = (*store)->runner(context.runner_id());
  if (!kept) return std::unexpected(kept.error());
  model::Runner runner = kept->value_or(model::Runner{});
  runner.id = context.runner_id();
  const auto changed = work(runner, **catalog);
  if (!changed) return std::unexpected(changed.error());
  if (const Status saved = (*store)->save_runner(runner); !saved) return std::unexpected(saved.error());
  const ordered_json json = {{"program_version", context.version()}, {"exercise", changed->id}};
  return Answer{
      app::paragraph((*catalog)->texts.say(changed->text, {{"exercise", changed->exercise}, {"id", changed->id}})),
      json.dump()};
}

void add_favour(CLI::App& exercises, Context& context) {
  struct Options {
    std::string id;
    bool done_before = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(exercises, context, "favour", "Pick an exercise out as one of yours", [&context, options] {
        return change(context, [&](model::Runner& runner, const catalog::Catalog& catalog) -> Result<Changed> {
          const circuit::Library library = app::library_of(runner, catalog);
          const auto exercise = app::exercise_named(library, options->id);
          if (!exercise) return std::unexpected(exercise.error());
          const auto today = context.today();
          if (!today) return std::unexpected(today.error());
          app::favour(runner, (*exercise)->id, options->done_before ? std::nullopt : std::optional(*today));
          const bool known = options->done_before || (*exercise)->source.therapist;
          return Changed{known ? "library.favoured" : "library.favoured_new", (*exercise)->title, (*exercise)->id};
        });
      });
  command->add_option("ID", options->id, "the exercise, or a part of its id")->required();
  command->add_flag("--done-before", options->done_before, "your hip knows it: you have done it for long");
}

void add_unfavour(CLI::App& exercises, Context& context) {
  const auto id = std::make_shared<std::string>();
  CLI::App* command =
      add_command(exercises, context, "unfavour", "Take an exercise out of your favourites", [&context, id] {
        return change(context, [&](model::Runner& runner, const catalog::Catalog& catalog) -> Result<Changed> {
          const circuit::Library library = app::library_of(runner, catalog);
          const auto exercise = app::exercise_named(library, *id);
          if (!exercise) return std::unexpected(exercise.error());
          if (const Status done = app::unfavour(runner, (*exercise)->id); !done) return std::unexpected(done.error());
          return Changed{"library.unfavoured", (*exercise)->title, (*exercise)->id};
        });
      });
  command->add_option("ID", *id, "the exercise, or a part of its id")->required();
}

void add_own(CLI::App& exercises, Context& context) {
  struct Options {
    app::OwnExerciseWords words;
    bool done_before = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = add_command(exercises, context, "add", "Add an exercise of your own", [&context, options] {
    return change(context, [&](model::Runner& runner, const catalog::Catalog&) -> Result<Changed> {
      auto own = app::own_exercise_from(options->words);
      if (!own) return std::unexpected(own.error());
      const auto today = context.today();
      if (!today) return std::unexpected(today.error());
      if (!options->done_before) own->since = *today;
      if (const Status added = app::add_own(runner, *own); !added) return std::unexpected(added.error());
      return Changed{"library.added", own->name, own->id};
    });
  });
  command->add_option("--name", options->words.name, "what you call it")->type_name("NAME")->required();
  command
      ->add_option("--direction", options->words.directions,
                   "what it trains: flexion, extension, abduction, adduction, external_rotation, internal_rotation, "
                   "core, mobility_extension, mobility_internal_rotation, mobility_rotation; several with commas")
      ->type_name("WORDS")
      ->required();
  command->add_option("--dose", options->words.dose, "sets and repetitions, 3x10, or seconds, 3x30s")
      ->type_name("DOSE")
      ->required();
  command->add_flag("--mobility", options->words.mobility, "it is a stretch or mobility, not strength");
  command->add_flag("--both-sides", options->words.both_sides_at_once, "both sides work at once");
  command->add_flag("--done-before", options->done_before, "your hip knows it: you have done it for long");
}

void add_remove(CLI::App& exercises, Context& context) {
  const auto id = std::make_shared<std::string>();
  CLI::App* command = add_command(exercises, context, "remove", "Take out an exercise of your own", [&context, id] {
    return change(context, [&](model::Runner& runner, const catalog::Catalog& catalog) -> Result<Changed> {
      const circuit::Library library = app::library_of(runner, catalog);
      const circuit::Exercise* exercise = library.find_exercise(*id);
      const std::string title = exercise ? exercise->title : *id;
      if (const Status done = app::remove_own(runner, *id); !done) return std::unexpected(done.error());
      return Changed{"library.removed", title, *id};
    });
  });
  command->add_option("ID", *id, "its id, such as own-wall-sit")->required();
}

}  // namespace

void add_exercises(CLI::App& program, Context& context) {
  const auto options = std::make_shared<ListOptions>();
  CLI::App* command = add_command(program, context, "exercises", "List the exercises, show one in full, or a programme",
                                  [&context, options] { return read(context, *options); });
  command->add_option("id", options->id, "one exercise, or a part of its id")->type_name("ID");
  command->add_option("--direction", options->filter.direction, "only what trains this, such as core or adduction")
      ->type_name("WORD");
  command->add_option("--equipment", options->filter.equipment, "only what can be done with these: mat,chair or none")
      ->type_name("LIST");
  command->add_option("--phase", options->filter.phase, "calm, build, maintain, last_week, or today")
      ->type_name("WORD");
  command->add_flag("--favourites", options->filter.favourites, "only your favourites");
  command->add_flag("--own", options->filter.own, "only your own");
  options->programme_option =
      command->add_option("--programme", options->programme, "the plans for after the race, or one of them")
          ->type_name("[ID]")
          ->expected(0, 1);
  add_favour(*command, context);
  add_unfavour(*command, context);
  add_own(*command, context);
  add_remove(*command, context);
}

}  // namespace hipline::cli
