#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "hipline/app/interview/interview.hpp"
#include "hipline/app/interview/pages.hpp"
#include "hipline/app/interview/spoken_answer.hpp"
#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/ask.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/cli/dialogue/conversation.hpp"
#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {
namespace {

using nlohmann::ordered_json;

struct CheckInOptions {
  std::vector<std::string> answers;  ///< fact=value
  std::vector<std::string> none_of;  ///< question ids
  std::string worst;
  std::string morning;
  std::string present;
  bool nothing_new = false;
  bool again = false;
  bool correct = false;
  bool ask = false;
};

std::unexpected<Error> at_flag(const std::string& flag, const Error& error) {
  return failure(error.code, flag, fmt::format("{}: {}", flag, error.message));
}

Result<std::vector<model::Answer>> told_by_flags(const CheckInOptions& options, const catalog::Catalog& catalog) {
  std::vector<model::Answer> told;
  for (const std::string& id : options.none_of) {
    const rules::Question* question = catalog.find_question(id);
    if (!question || question->form != rules::Question::Form::list)
      return failure("unknown_question", "--none-of",
                     fmt::format("--none-of {}: there is no list of that name among the questions.", id));
    const auto none = app::none_of(*question);
    told.insert(told.end(), none.begin(), none.end());
  }
  for (const std::string& given : options.answers) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos)
      return failure("bad_answer", "--answer",
                     fmt::format("--answer {}: write it as fact=yes, fact=no, fact=skip or fact=number.", given));
    const auto answer = app::parse_fact(catalog, given.substr(0, equals), given.substr(equals + 1));
    if (!answer) return at_flag("--answer " + given, answer.error());
    told.push_back(*answer);
  }
  const auto add_pain = [&](const char* flag, const char* fact, const std::string& text) -> Status {
    if (text.empty()) return {};
    const auto answer = app::parse_fact(catalog, fact, text);
    if (!answer) return at_flag(flag, answer.error());
    told.push_back(*answer);
    return {};
  };
  if (const Status added = add_pain("--worst", "worst_in_last_run", options.worst); !added)
    return std::unexpected(added.error());
  if (const Status added = add_pain("--morning", "pain_this_morning", options.morning); !added)
    return std::unexpected(added.error());
  if (const Status added = add_pain("--present", "present_pain", options.present); !added)
    return std::unexpected(added.error());
  if (options.nothing_new) told.push_back({"nothing_new", true});
  return told;
}

/// The check-in that the clock says it is, still without answers, and all that was known before it.
struct Setting {
  model::CheckIn check_in;
  model::History so_far;
};

Result<Setting> setting_of(Context& context) {
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto zone = context.zone();
  if (!zone) return std::unexpected(zone.error());
  auto at = context.moment();
  if (!at) return std::unexpected(at.error());
  auto day = app::check_in_day(context.zones(), *zone, *at);
  if (!day) return std::unexpected(day.error());
  if (const auto today = context.today(); !context.options.today.empty() && today && *day < *today) {
    // A day named by --today is meant as that day, even by someone who tries it out after midnight.
    day = *today;
    at = context.zones().at(*zone, *day, 7 * 3600);
    if (!at) return std::unexpected(at.error());
  }
  const auto offset = context.zones().offset_at(*zone, *at);
  if (!offset) return std::unexpected(offset.error());
  auto so_far = (*store)->history(context.runner_id(), *day, *at);
  if (!so_far) return std::unexpected(so_far.error());
  Setting setting;
  setting.check_in.at = *at;
  setting.check_in.day = *day;
  setting.check_in.moment = app::moment_of(*so_far, *at, *offset);
  setting.so_far = std::move(*so_far);
  return setting;
}

bool speaks_of_run(const std::vector<model::Answer>& answers) {
  for (const model::Answer& answer : answers) {
    if (answer.fact == "worst_in_last_run" && std::holds_alternative<double>(answer.value)) return true;
  }
  return false;
}

/// What the check-in changes: the day's first screen, or where to find it.
std::string what_next(Context& context, const catalog::Catalog& catalog, ordered_json& json) {
  const auto day = answer_day(context);
  if (!day) return app::spoken(catalog.texts, "checkin_next");
  const today::Decision& decision = day->answer.assessment.decision;
  json["level"] = rules::name(decision.level);
  json["kind"] = rules::name(decision.kind);
  return "\n" + app::today_page(day->answer, app::TodayView::first_screen, catalog, context.version()).text;
}

Result<Answer> run_check_in(Context& context, const CheckInOptions& options) {
  const auto loaded = context.catalog();
  if (!loaded) return std::unexpected(loaded.error());
  const catalog::Catalog& catalog = **loaded;
  auto told = told_by_flags(options, catalog);
  if (!told) return std::unexpected(told.error());
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  auto setting = setting_of(context);
  if (!setting) return std::unexpected(setting.error());

  const bool by_flags = !told->empty();
  const bool in_dialogue = options.ask || (!by_flags && !context.options.json && can_ask());
  if (!in_dialogue && !by_flags)
    return failure("nothing_said", "checkin",
                   "There is nothing to note: give answers by flags, such as --morning 1 --nothing-new, or run this in "
                   "a terminal to be asked.");

  const app::Asking asking = options.correct ? app::Asking::corrections
                             : options.again ? app::Asking::again
                                             : app::Asking::due;
  app::Interview interview(setting->so_far, catalog, asking, std::move(*told));
  if (options.correct && !interview.next())
    return Answer{app::spoken(catalog.texts, "checkin_correct_none"), ordered_json({{"answers", 0}}).dump()};
  const Ending ending = in_dialogue ? check_in_dialogue(interview, catalog, std::cin, std::cout) : Ending::finished;
  setting->check_in.answers = interview.answers();
  ordered_json json = {{"program_version", context.version()},
                       {"content_hash", catalog.hash},
                       {"day", setting->check_in.day.iso()},
                       {"answers", setting->check_in.answers.size()},
                       {"open_questions", interview.open()}};
  if (setting->check_in.answers.empty()) return Answer{app::spoken(catalog.texts, "checkin_nothing"), json.dump()};
  if (const Status saved = (*store)->add_check_in(context.runner_id(), setting->check_in); !saved)
    return std::unexpected(saved.error());

  std::string text = in_dialogue ? "\n" : "";
  const auto alarm = interview.alarm();
  if (alarm)
    text += app::spoken(catalog.texts, "checkin_ended");
  else
    text += app::spoken(catalog.texts, ending == Ending::stopped ? "checkin_stopped" : "checkin_done");
  json["alarm"] = alarm ? ordered_json(rules::name(*alarm)) : ordered_json(nullptr);
  if (const int open = interview.open(); open > 0 && !alarm)
    text += app::spoken(catalog.texts, "checkin_open", {{"count", std::to_string(open)}});
  if (speaks_of_run(setting->check_in.answers) && setting->so_far.runs.empty())
    text += app::spoken(catalog.texts, "checkin_no_run");
  text += what_next(context, catalog, json);
  return Answer{std::move(text), json.dump()};
}

}  // namespace

void add_checkin(CLI::App& program, Context& context) {
  auto options = std::make_shared<CheckInOptions>();
  CLI::App* command = add_command(program, context, "checkin", "Tell how the hip is; a minute a day",
                                  [&context, options] { return run_check_in(context, *options); });
  constexpr const char* group = "Answers";
  command->add_option("--worst", options->worst, "worst pain in the last run")->type_name("0-10")->group(group);
  command->add_option("--morning", options->morning, "pain this morning")->type_name("0-10")->group(group);
  command->add_option("--present", options->present, "pain right now")->type_name("0-10")->group(group);
  command->add_flag("--nothing-new", options->nothing_new, "nothing new since the last check-in")->group(group);
  command->add_option("--none-of", options->none_of, "none of a list's choices, such as walking-and-night")
      ->type_name("QUESTION")
      ->group(group);
  command->add_option("--answer", options->answers, "fact=yes, fact=no, fact=skip or fact=number; repeatable")
      ->type_name("FACT=VALUE")
      ->group(group);
  command->add_flag("--again", options->again, "ask everything again, also what has a valid answer");
  command->add_flag("--correct", options->correct,
                    "ask again what was answered today, to put a slip right; both stay in the log");
  command->add_flag("--ask", options->ask, "ask the rest even where answers are given or no terminal is there");
}

}  // namespace hipline::cli
