#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {

void add_plan(CLI::App& program, Context& context) {
  add_command(program, context, "plan", "Show every day to the race and after it, each with its reason",
              [&context]() -> Result<Answer> {
                const auto day = answer_day(context);
                if (!day) return std::unexpected(day.error());
                app::Page page = app::plan_page(day->answer, *day->catalog, context.version());
                return Answer{std::move(page.text), std::move(page.json)};
              });
}

}  // namespace hipline::cli
