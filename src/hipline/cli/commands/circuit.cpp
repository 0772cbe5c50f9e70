#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {

void add_circuit(CLI::App& program, Context& context) {
  const auto as_written = std::make_shared<bool>(false);
  CLI::App* command =
      add_command(program, context, "circuit", "Show today's dose of the circuit as a handout",
                  [&context, as_written]() -> Result<Answer> {
                    const auto day = answer_day(context);
                    if (!day) return std::unexpected(day.error());
                    const auto view = *as_written ? app::CircuitView::as_written : app::CircuitView::today;
                    app::Page page = app::circuit_page(day->answer, view, *day->catalog, context.version());
                    return Answer{std::move(page.text), std::move(page.json)};
                  });
  add_circuit_log(*command, context);
  command->add_flag("--as-written", *as_written, "the therapist's own version instead of today's dose");
}

}  // namespace hipline::cli
