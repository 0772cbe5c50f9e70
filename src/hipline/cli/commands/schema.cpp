#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/schema/schema.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {

void add_schema(CLI::App& program, Context& context) {
  const auto name = std::make_shared<std::string>();
  CLI::App* command =
      add_command(program, context, "schema", "Print the JSON Schema of a case, of the answer or of a mix",
                  [&context, name]() -> Result<Answer> {
                    const auto catalog = context.catalog();
                    if (!catalog) return std::unexpected(catalog.error());
                    auto text = app::schema_text(*name, **catalog);
                    if (!text) return std::unexpected(text.error());
                    return Answer{*text, *text};
                  });
  command->add_option("name", *name, "case, decision or mix")->required()->type_name("NAME");
}

}  // namespace hipline::cli
