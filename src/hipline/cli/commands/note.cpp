#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {
namespace {

struct NoteOptions {
  bool markdown = false;
  bool with_private = false;
};

}  // namespace

void add_note(CLI::App& program, Context& context) {
  const auto options = std::make_shared<NoteOptions>();
  CLI::App* command = add_command(
      program, context, "note", "Write one page to take along to a clinician", [&context, options]() -> Result<Answer> {
        const auto day = answer_day(context);
        if (!day) return std::unexpected(day.error());
        const auto form = options->markdown ? app::NoteForm::markdown : app::NoteForm::text;
        app::Page page = app::note_page(day->answer, form, options->with_private, *day->catalog, context.version());
        return Answer{std::move(page.text), std::move(page.json)};
      });
  command->add_flag("--markdown", options->markdown, "as Markdown instead of plain text");
  command->add_flag("--with-private", options->with_private, "with the private answers, such as bone health");
}

}  // namespace hipline::cli
