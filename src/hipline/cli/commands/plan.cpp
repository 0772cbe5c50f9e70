#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {

void add_plan(CLI::App& program, Context& context) {
  const auto race = std::make_shared<bool>(false);
  CLI::App* command = add_command(
      program, context, "plan", "Show every day to the race and after it, each with its reason",
      [&context, race]() -> Result<Answer> {
        const auto day = answer_day(context);
        if (!day) return std::unexpected(day.error());
        auto page = *race ? app::race_page(day->answer, *day->catalog, context.version())
                          : Result<app::Page>(app::plan_page(day->answer, *day->catalog, context.version()));
        if (!page) return std::unexpected(page.error());
        return Answer{std::move(page->text), std::move(page->json)};
      });
  command->add_flag("--race", *race, "the start line, the race in pieces, what ends it, and the days after");
}

}  // namespace hipline::cli
