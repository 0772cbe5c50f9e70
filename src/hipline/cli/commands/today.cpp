#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {
namespace {

struct TodayOptions {
  bool why = false;
  bool options = false;
  bool evidence = false;
};

Result<Answer> run(Context& context, const TodayOptions& options) {
  const auto day = answer_day(context);
  if (!day) return std::unexpected(day.error());
  std::string text;
  const auto show = [&](app::TodayView view) {
    text += (text.empty() ? "" : "\n") + app::today_page(day->answer, view, *day->catalog, context.version()).text;
  };
  if (options.why) show(app::TodayView::why);
  if (options.options) show(app::TodayView::options);
  if (options.evidence) show(app::TodayView::evidence);
  if (text.empty()) show(app::TodayView::first_screen);
  return Answer{text,
                app::today_page(day->answer, app::TodayView::first_screen, *day->catalog, context.version()).json};
}

}  // namespace

void add_today(CLI::App& program, Context& context) {
  const auto options = std::make_shared<TodayOptions>();
  CLI::App* command =
      add_command(program, context, "today", "Say what to do today, the numbers, the stop rules and why",
                  [&context, options] { return run(context, *options); });
  command->add_flag("--why", options->why, "rule by rule: the facts that decided, source, strength");
  command->add_flag("--options", options->options, "what else was possible, and why it was not chosen");
  command->add_flag("--evidence", options->evidence, "the sources behind the answer");
}

}  // namespace hipline::cli
