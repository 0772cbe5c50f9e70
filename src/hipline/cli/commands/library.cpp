#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

using ReadPage = Result<app::Page> (*)(std::string_view, const catalog::Catalog&, std::string_view);

/// A command that shows one item of the content, or the list of all.
void add_reference(CLI::App& program, Context& context, const char* name, const char* description, ReadPage read,
                   bool required) {
  const auto id = std::make_shared<std::string>();
  CLI::App* command = add_command(program, context, name, description, [&context, id, read]() -> Result<Answer> {
    const auto catalog = context.catalog();
    if (!catalog) return std::unexpected(catalog.error());
    auto page = read(*id, **catalog, context.version());
    if (!page) return std::unexpected(page.error());
    return Answer{std::move(page->text), std::move(page->json)};
  });
  command->add_option("id", *id)->required(required)->type_name("ID");
}

}  // namespace

void add_library(CLI::App& program, Context& context) {
  add_reference(program, context, "explain",
                "Explain one rule: when it fires, what it asks for, why and on what it rests", app::rule_page, true);
  add_reference(program, context, "evidence", "List the sources, or show one in full", app::evidence_page, false);
}

}  // namespace hipline::cli
