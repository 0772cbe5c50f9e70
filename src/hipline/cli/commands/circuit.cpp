#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/library/library_pages.hpp"
#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/circuit_guide.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {

namespace {

struct CircuitOptions {
  bool as_written = false;
  app::CircuitWish wish;
};

Result<Answer> run(Context& context, const CircuitOptions& options) {
  const auto day = answer_day(context);
  if (!day) return std::unexpected(day.error());
  if (options.wish.mix || options.wish.minutes) {
    auto page = app::wished_circuit_page(day->answer, options.wish, *day->catalog, context.version());
    if (!page) return std::unexpected(page.error());
    return Answer{std::move(page->text), std::move(page->json)};
  }
  const auto view = options.as_written ? app::CircuitView::as_written : app::CircuitView::today;
  app::Page page = app::circuit_page(day->answer, view, *day->catalog, context.version());
  return Answer{std::move(page.text), std::move(page.json)};
}

}  // namespace

void add_circuit(CLI::App& program, Context& context) {
  const auto options = std::make_shared<CircuitOptions>();
  const auto guided = std::make_shared<bool>(false);
  const auto guide = std::make_shared<GuideOptions>();
  CLI::App* command =
      add_command(program, context, "circuit", "Show today's dose of the circuit as a handout",
                  [&context, options, guided, guide]() -> Result<Answer> {
                    return *guided ? guide_circuit(context, *guide, options->wish) : run(context, *options);
                  });
  add_circuit_log(*command, context);
  constexpr const char* group = "Being led through it";
  CLI::Option* lead = command->add_flag("--guide", *guided, "lead me through it, step by step")->group(group);
  command->add_flag("--no-beeps", guide->silent, "without sounds")->needs(lead)->group(group);
  command->add_flag("--no-colour,--no-color", guide->plain, "without bold or colour")->needs(lead)->group(group);
  command->add_flag("--lines", guide->lines, "one line for each cue: for screen readers")->needs(lead)->group(group);
  command->add_option("--speed", guide->speed, "time runs so many times as fast: for trying it out")
      ->type_name("1-50")
      ->check(CLI::Range(1, 50))
      ->needs(lead)
      ->group(group);
  CLI::Option* written =
      command->add_flag("--as-written", options->as_written, "the therapist's own version instead of today's dose");
  command->add_option("--mix", options->wish.mix, "your own choice instead: exercises with commas, in your order")
      ->type_name("ID,ID")
      ->excludes(written);
  command->add_option("--minutes", options->wish.minutes, "how many minutes you have")
      ->type_name("N")
      ->check(CLI::Range(1, 240))
      ->excludes(written);
}

}  // namespace hipline::cli
