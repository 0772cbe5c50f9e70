#include "hipline/app/content/diff.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/assess/case_reader.hpp"
#include "hipline/app/content/content.hpp"
#include "hipline/bundler/bundle.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/words/say_words.hpp"

namespace hipline::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* golden = "tests/cases/golden";

Result<std::string> cases_in(const std::string& old_folder, const std::string& new_folder) {
  std::error_code error;
  for (const fs::path& root : {fs::path("."), fs::path(new_folder) / "..", fs::path(old_folder) / ".."}) {
    if (fs::is_directory(root / golden, error)) return (root / golden).lexically_normal().string();
  }
  return failure("no_cases", golden,
                 "There are no runners to try the content on: start this in a checkout, or name a folder of cases with "
                 "--cases DIR.");
}

Result<std::vector<fs::path>> cases_of(const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> found;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".json") found.push_back(entry->path());
  }
  if (error || found.empty())
    return failure("no_cases", folder, fmt::format("There are no cases (.json) in {} to try the content on.", folder));
  std::sort(found.begin(), found.end());
  return found;
}

Result<std::string> text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in || in.bad()) return failure("cannot_read", file.string(), "This case cannot be read.");
  return std::move(text).str();
}

std::string session_words(const today::Decision& decision) {
  const today::TodaySession& session = decision.session;
  if (rules::is_clinician_level(decision.level) || session.kind == baseline::SessionKind::rest) return "none";
  std::string words(baseline::name(session.kind));
  if (session.distance.value() > 0) words += ", " + exporters::distance_text(session.distance, model::Units::metric);
  words += ", " + exporters::duration_text(session.duration);
  if (session.flat) words += ", flat";
  if (session.easy_only) words += ", easy";
  if (session.walk_minutes > 0)
    words += fmt::format(", walk {} after {} min", session.walk_minutes, session.run_minutes);
  return words;
}

std::string circuit_words(const Assessment& answer) {
  if (!answer.circuit || !answer.circuit->any) return "none";
  const circuit::Prescription& dose = *answer.circuit;
  const auto left_out = std::ranges::count_if(
      dose.exercises, [](const circuit::PrescribedExercise& one) { return one.left_out_because.has_value(); });
  return fmt::format("{}, {} x {} exercises, effort {}, {}", dose.focus, dose.rounds,
                     dose.exercises.size() - static_cast<std::size_t>(left_out),
                     exporters::plain_number(dose.effort_high), exporters::duration_text(dose.total));
}

std::string plan_words(const Assessment& answer) {
  if (!answer.plan) return "none";
  Metres sum(0);
  int runs = 0;
  for (const plan::DayPlan& day : answer.plan->days) {
    if (!baseline::is_running(day.kind) || day.kind == baseline::SessionKind::race) continue;
    sum += day.distance;
    ++runs;
  }
  return fmt::format("{} in {} runs", exporters::distance_text(sum, model::Units::metric), runs);
}

std::string referral_words(const Assessment& answer, const catalog::Catalog& catalog) {
  const auto referral = exporters::referral_of(answer.decision, catalog);
  return referral ? referral->whom + " " + referral->how_soon + " " + referral->say : "none";
}

std::string reason_words(const Assessment& answer, const catalog::Catalog& catalog) {
  const rules::Rule* rule =
      answer.decision.because.empty() ? nullptr : catalog.find_rule(answer.decision.because.front());
  return rule ? rule->why : "none";
}

/// What a runner is told, part by part, in words to be compared.
std::vector<ToldOtherwise> told(const std::string& case_json, const catalog::Catalog& catalog) {
  const auto history = read_case(case_json, catalog);
  if (!history) return {{"refused", "", history.error().where + ": " + history.error().message}};
  const auto answer = assess(*history, catalog);
  if (!answer) return {{"refused", "", answer.error().message}};
  const today::Decision& decision = answer->decision;
  return {{"level", "", fmt::format("{} ({})", rules::name(decision.level), rules::name(decision.kind))},
          {"rules", "", exporters::comma_joined(decision.because)},
          {"reason", "", reason_words(*answer, catalog)},
          {"referral", "", rules::is_clinician_level(decision.level) ? referral_words(*answer, catalog) : "none"},
          {"session", "", session_words(decision)},
          {"circuit", "", circuit_words(*answer)},
          {"plan", "", plan_words(*answer)}};
}

std::vector<ToldOtherwise> differences(const std::vector<ToldOtherwise>& before,
                                       const std::vector<ToldOtherwise>& now) {
  const auto said = [](const std::vector<ToldOtherwise>& all, const std::string& what) {
    const auto found = std::ranges::find(all, what, &ToldOtherwise::what);
    return found == all.end() ? std::string("none") : found->now;
  };
  std::vector<ToldOtherwise> changed;
  for (const ToldOtherwise& part : before) {
    if (part.now != said(now, part.what)) changed.push_back({part.what, part.now, said(now, part.what)});
  }
  for (const ToldOtherwise& part : now) {
    if (std::ranges::find(before, part.what, &ToldOtherwise::what) == before.end())
      changed.push_back({part.what, "none", part.now});
  }
  return changed;
}

Result<std::vector<ChangedFile>> changed_files(const std::string& old_folder, const std::string& new_folder) {
  const auto before = bundler::bundle_directory(old_folder);
  if (!before) return std::unexpected(before.error());
  const auto now = bundler::bundle_directory(new_folder);
  if (!now) return std::unexpected(now.error());
  const auto old_items = nlohmann::json::parse(*before, nullptr, false);
  const auto new_items = nlohmann::json::parse(*now, nullptr, false);
  std::vector<ChangedFile> files;
  for (const auto& [path, item] : new_items.items()) {
    if (path == "hash") continue;
    if (!old_items.contains(path))
      files.push_back({path + ".yaml", "added"});
    else if (old_items[path] != item)
      files.push_back({path + ".yaml", "changed"});
  }
  for (const auto& [path, item] : old_items.items()) {
    if (!new_items.contains(path)) files.push_back({path + ".yaml", "removed"});
  }
  return files;
}

}  // namespace

Result<ContentDiff> diff_content(const std::string& old_folder, const std::string& new_folder,
                                 const std::string& cases_folder) {
  const auto before = load_catalog(old_folder);
  if (!before) return std::unexpected(before.error());
  const auto now = load_catalog(new_folder);
  if (!now) return std::unexpected(now.error());
  auto files = changed_files(old_folder, new_folder);
  if (!files) return std::unexpected(files.error());
  const auto folder = cases_folder.empty() ? cases_in(old_folder, new_folder) : Result<std::string>(cases_folder);
  if (!folder) return std::unexpected(folder.error());
  const auto cases = cases_of(*folder);
  if (!cases) return std::unexpected(cases.error());

  ContentDiff diff{before->hash, now->hash, std::move(*files), *folder, cases->size(), {}};
  for (const fs::path& file : *cases) {
    const auto text = text_of(file);
    if (!text) return std::unexpected(text.error());
    auto changes = differences(told(*text, *before), told(*text, *now));
    if (changes.empty()) continue;
    diff.changed.push_back({fs::relative(file, *folder).replace_extension().generic_string(), std::move(changes)});
  }
  return diff;
}

}  // namespace hipline::app
