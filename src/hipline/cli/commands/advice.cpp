#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "hipline/app/interview/pages.hpp"
#include "hipline/app/told/told_json.hpp"
#include "hipline/cli/ask.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/cli/dialogue/conversation.hpp"

namespace hipline::cli {
namespace {

using nlohmann::ordered_json;

struct AdviceOptions {
  std::string date;
  std::string who;
  std::string verdict;
  std::string limits;
};

/// What the flags say; the day is today's where they say none.
Result<model::Advice> told_by_flags(const AdviceOptions& options, LocalDay today) {
  model::Advice advice;
  advice.day = today;
  if (!options.date.empty()) {
    const auto day = LocalDay::parse(options.date);
    if (!day) return failure(day.error().code, "--date", fmt::format("--date: {}", day.error().message));
    if (*day > today)
      return failure("out_of_range", "--date",
                     fmt::format("--date: {} is still to come; please check it.", options.date));
    advice.day = *day;
  }
  advice.who = options.who;
  advice.limits = options.limits;
  if (!options.verdict.empty()) {
    std::string word = options.verdict;
    std::ranges::replace(word, '-', '_');
    const auto verdict = app::verdict_named(word);
    if (!verdict)
      return failure("unknown_word", "--verdict",
                     fmt::format("--verdict: \"{}\" is not may-run, may-exercise or not-yet.", options.verdict));
    advice.verdict = *verdict;
  }
  return advice;
}

/// When it was said: now where it is today's, else the noon of its day.
Result<Instant> moment_of(Context& context, LocalDay day, LocalDay today) {
  const auto now = context.moment();
  if (!now || day == today) return now;
  const auto zone = context.zone();
  if (!zone) return std::unexpected(zone.error());
  return context.zones().at(*zone, day, 12 * 3600);
}

Result<Answer> record(Context& context, const AdviceOptions& options) {
  const auto loaded = context.catalog();
  if (!loaded) return std::unexpected(loaded.error());
  const catalog::Catalog& catalog = **loaded;
  const auto today = context.today();
  if (!today) return std::unexpected(today.error());
  auto advice = told_by_flags(options, *today);
  if (!advice) return std::unexpected(advice.error());
  if (options.verdict.empty()) {
    const bool any_flag = !options.date.empty() || !options.who.empty() || !options.limits.empty();
    if (any_flag || context.options.json || !can_ask())
      return failure("missing_field", "--verdict", "--verdict is missing: say may-run, may-exercise or not-yet.");
    const auto said = advice_dialogue(*advice, catalog, std::cin, std::cout);
    if (!said) return Answer{"\n" + app::spoken(catalog.texts, "advice_stopped"), ""};
    advice = *said;
  }
  const auto at = moment_of(context, advice->day, *today);
  if (!at) return std::unexpected(at.error());
  advice->at = *at;
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  if (const Status saved = (*store)->add_advice(context.runner_id(), *advice); !saved)
    return std::unexpected(saved.error());

  std::string text = app::spoken(catalog.texts, fmt::format("advice_saved_{}", app::word(advice->verdict)));
  if (!advice->limits.empty()) text += app::spoken(catalog.texts, "advice_limits_kept", {{"limits", advice->limits}});
  text += app::spoken(catalog.texts, "checkin_next");
  const ordered_json json = {{"program_version", context.version()},
                             {"day", advice->day.iso()},
                             {"who", advice->who},
                             {"verdict", app::word(advice->verdict)},
                             {"limits", advice->limits}};
  return Answer{std::move(text), json.dump(-1, ' ', false, ordered_json::error_handler_t::replace)};
}

}  // namespace

void add_advice(CLI::App& program, Context& context) {
  CLI::App* advice = add_command(program, context, "advice", "What a clinician said", []() -> Result<Answer> {
    return failure("usage", "advice", "Say what to do: `hipline advice record`.");
  });
  auto options = std::make_shared<AdviceOptions>();
  CLI::App* command = add_command(*advice, context, "record", "Note what a clinician said; it can open a lock",
                                  [&context, options] { return record(context, *options); });
  command->add_option("--date", options->date, "the day of the visit; today if not said")->type_name("DATE");
  command->add_option("--who", options->who, "who it was")->type_name("TEXT");
  command->add_option("--verdict", options->verdict, "may-run, may-exercise or not-yet")->type_name("WORD");
  command->add_option("--limits", options->limits, "limits they set")->type_name("TEXT");
}

}  // namespace hipline::cli
