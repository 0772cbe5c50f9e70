#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <array>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "hipline/app/interview/pages.hpp"
#include "hipline/app/setup/profile.hpp"
#include "hipline/cli/ask.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/cli/dialogue/conversation.hpp"

namespace hipline::cli {
namespace {

using nlohmann::ordered_json;

struct Flag {
  const char* id;
  const char* value;
  const char* meaning;
};

/// One flag for each field of content/setup.
constexpr auto flags = std::to_array<Flag>({
    {"race-day", "DATE", "the day of the race"},
    {"race-km", "KM", "its distance; 42.195 if not said"},
    {"race-name", "TEXT", "its name"},
    {"race-goal", "H:MM", "the finish time hoped for"},
    {"race-transfer-by", "DATE", "until when the place can be passed on or deferred"},
    {"ache-side", "SIDE", "left, right or both"},
    {"ache-sites", "LIST", "front_of_hip, groin, front_of_thigh, side_of_hip, buttock, lower_belly, back"},
    {"ache-qualities", "LIST", "dull, deep, sharp, burning, pinching, tight"},
    {"ache-onset", "HOW", "gradual or sudden"},
    {"ache-onset-day", "DATE", "since when"},
    {"ache-what-happened", "TEXT", "what happened at that moment"},
    {"ache-pop", "YES/NO", "a pop was felt or heard"},
    {"ache-stiffness", "0-10", "stiffness on getting up"},
    {"ache-tried", "LIST",
     "yoga, dynamic_stretches, leg_swings, half_kneeling_stretch, hip_openers, rest, massage, strength"},
    {"ache-tried-helped", "YES/NO", "any of it lasted longer than a day"},
    {"ache-called", "TEXT", "the name it was given"},
    {"ache-called-by", "TEXT", "by whom"},
    {"usual-pain", "0-10", "hip pain on a good week"},
    {"strain-when", "DATE", "an earlier strain of the hip: when"},
    {"strain-side", "SIDE", "left, right or both"},
    {"strain-called", "TEXT", "what it was called"},
    {"strain-healed", "YES/NO", "it was over before this ache began"},
    {"equipment", "LIST",
     "loop_band_heavy, loop_band_light, two_loop_bands_light, mat, chair, long_band, step, or none"},
    {"done-circuit", "YES/NO", "has done the circuit before"},
    {"days", "LIST", "days for running: mon,wed,fri"},
    {"strength-sessions", "NUMBER", "strength sessions a week"},
    {"zone", "ZONE", "time zone, such as Europe/London"},
    {"units", "UNITS", "metric or imperial"},
    {"country", "CODE", "two letters: chooses the emergency number"},
    {"birth-year", "YEAR", "private, optional"},
    {"sex", "SEX", "female or male, as it matters for bones; private, optional"},
    {"height-cm", "CM", "private, optional"},
    {"mass-kg", "KG", "private, optional"},
});

struct SetupOptions {
  std::map<std::string, std::string> answers;
  bool again = false;
  bool ask = false;
};

std::map<std::string, std::string> all_known(const app::Profile& profile, const catalog::Catalog& catalog) {
  std::map<std::string, std::string> known;
  for (const catalog::SetupField& field : catalog.setup) {
    if (const auto answer = app::known_answer(field, profile)) known[field.id] = *answer;
  }
  return known;
}

std::string as_json(const app::Profile& profile, const catalog::Catalog& catalog, const std::string& version) {
  ordered_json json = {{"program_version", version},
                       {"content_hash", catalog.hash},
                       {"known", ordered_json::object()},
                       {"unknown", ordered_json::array()}};
  for (const catalog::SetupField& field : catalog.setup) {
    if (const auto answer = app::known_answer(field, profile))
      json["known"][field.id] = *answer;
    else
      json["unknown"].push_back(field.id);
  }
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Result<Answer> run_setup(Context& context, const SetupOptions& options) {
  const auto loaded = context.catalog();
  if (!loaded) return std::unexpected(loaded.error());
  const catalog::Catalog& catalog = **loaded;
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto today = context.today();
  if (!today) return std::unexpected(today.error());
  auto profile = app::load_profile(**store, context.runner_id());
  if (!profile) return std::unexpected(profile.error());
  const auto before = all_known(*profile, catalog);

  const app::SetupRound round{*today, context.zones()};
  bool any_flag = false;
  for (const catalog::SetupField& field : catalog.setup) {
    const auto said = options.answers.find(field.id);
    if (said == options.answers.end() || said->second.empty()) continue;
    any_flag = true;
    if (const Status told = app::tell(*profile, field, said->second, round); !told)
      return failure(told.error().code, "--" + field.id, fmt::format("--{}: {}", field.id, told.error().message));
  }

  Ending ending = Ending::finished;
  const bool in_dialogue = options.ask || (!any_flag && !context.options.json && can_ask());
  if (in_dialogue) {
    ending = setup_dialogue(*profile, catalog, round, options.again, std::cin, std::cout);
  } else if (!any_flag && !context.options.json) {
    return failure("nothing_said", "setup",
                   "There is nothing to set: give answers by flags, such as --race-day 2026-12-09, or run this in a "
                   "terminal to be asked.");
  }
  const bool changed = all_known(*profile, catalog) != before;
  if (changed || (in_dialogue && ending == Ending::finished && !profile->zone_known)) {
    if (const Status saved = app::save_profile(**store, *profile, context.zones()); !saved)
      return std::unexpected(saved.error());
    profile = app::load_profile(**store, context.runner_id());
    if (!profile) return std::unexpected(profile.error());
  }
  const char* last = !changed ? "setup_nothing" : ending == Ending::stopped ? "setup_stopped" : "setup_saved";
  return Answer{(in_dialogue ? "\n" : "") + app::spoken(catalog.texts, last),
                as_json(*profile, catalog, context.version())};
}

}  // namespace

void add_setup(CLI::App& program, Context& context) {
  auto options = std::make_shared<SetupOptions>();
  CLI::App* command = add_command(program, context, "setup",
                                  "Your race, your ache and a little about you; asks only what is not known yet",
                                  [&context, options] { return run_setup(context, *options); });
  for (const Flag& flag : flags) {
    command->add_option(fmt::format("--{}", flag.id), options->answers[flag.id], flag.meaning)
        ->type_name(flag.value)
        ->group("Answers (\"forget\" makes one unknown again)");
  }
  command->add_flag("--again", options->again, "ask everything again");
  command->add_flag("--ask", options->ask, "ask the rest even where answers are given or no terminal is there");
}

}  // namespace hipline::cli
