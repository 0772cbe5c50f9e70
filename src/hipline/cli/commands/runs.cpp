#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/runs/run_list.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {

void add_runs(CLI::App& program, Context& context) {
  constexpr int usual_days = 28;
  constexpr int most_days = 36600;
  const auto days = std::make_shared<int>(usual_days);
  CLI::App* command = add_command(
      program, context, "runs", "Your runs one by one, with what you wrote of them and what was mended in their files",
      [&context, days]() -> Result<Answer> {
        const auto today = context.today();
        if (!today) return std::unexpected(today.error());
        const auto catalog = context.catalog();
        if (!catalog) return std::unexpected(catalog.error());
        const auto store = context.store();
        if (!store) return std::unexpected(store.error());
        auto page =
            app::runs_page(context.runner_id(), *today - (*days - 1), *today, **store, **catalog, context.version());
        if (!page) return std::unexpected(page.error());
        return Answer{std::move(page->text), std::move(page->json)};
      });
  command->add_option("--days", *days, "how many days back; 28 unless told")->check(CLI::Range(1, most_days));
}

}  // namespace hipline::cli
