#include "hipline/app/pages/note_facts.hpp"

#include <algorithm>
#include <set>

#include "hipline/load/distance.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::app {
namespace {

constexpr std::size_t runs_shown = 8;
constexpr int weeks_shown = 6;

std::string onset_key(const model::RunAnswers& answers) {
  if (!answers.pain_onset) return {};
  switch (*answers.pain_onset) {
    case model::PainOnset::warm_up: return "note.onset_warm_up";
    case model::PainOnset::mid: return "note.onset_mid";
    case model::PainOnset::late: return "note.onset_late";
    case model::PainOnset::after: return "note.onset_after";
    case model::PainOnset::none: break;
  }
  return {};
}

exporters::NoteRun note_run(const triage::ToldRun& told, const model::History& history) {
  exporters::NoteRun run;
  run.day = told.day;
  run.worst_pain = told.answers.worst_pain;
  run.onset = onset_key(told.answers);
  run.next_morning_pain = told.answers.next_morning_pain;
  const auto file = std::find_if(history.runs.begin(), history.runs.end(),
                                 [&](const model::Run& r) { return r.start == told.start; });
  if (file != history.runs.end()) run.distance = file->distance;
  const auto remark = [&](const std::optional<bool>& said, const char* key) {
    if (said.value_or(false)) run.remarks.emplace_back(key);
  };
  remark(told.answers.cut_short, "note.cut_short");
  remark(told.answers.had_to_walk, "note.had_to_walk");
  remark(told.answers.limped, "note.limped");
  remark(told.answers.became_sharp, "note.became_sharp");
  remark(told.answers.painkiller_taken, "note.painkiller");
  return run;
}

/// What made a rule ask for a clinician belongs on the clinician's page, private question or not.
std::set<std::string> facts_that_sent(const today::Decision& decision, const catalog::Catalog& catalog) {
  std::set<std::string> facts;
  for (const today::FiredRule& fired : decision.fired) {
    const rules::Rule* rule = catalog.find_rule(fired.id);
    const auto level = rule ? rules::level_of(*rule) : std::nullopt;
    if (!level || !rules::is_clinician_level(*level)) continue;
    for (const auto& fact : fired.facts) facts.insert(fact.name);
  }
  return facts;
}

}  // namespace

exporters::ClinicianNote note_facts(const TodayAnswer& answer, bool with_private, const catalog::Catalog& catalog) {
  const model::History& history = answer.history;
  exporters::ClinicianNote note{.decision = answer.assessment.decision,
                                .catalog = catalog,
                                .origin = answer.assessment.origin,
                                .runner = history.runner,
                                .race = history.race,
                                .ache = history.ache,
                                .runs = {},
                                .weeks = {},
                                .longest_30_days = load::longest_run(history.runs, history.today + 1),
                                .yes = {},
                                .open = {},
                                .private_answers = with_private};
  const triage::PainStory story = triage::pain_story(history);
  for (auto run = story.runs.rbegin(); run != story.runs.rend() && note.runs.size() < runs_shown; ++run) {
    note.runs.push_back(note_run(*run, history));
  }
  for (int week = 0; week < weeks_shown; ++week) {
    const LocalDay first = history.today - 6 - week * 7;
    const load::Distance distance = load::weekly_distance(history.runs, first);
    note.weeks.push_back({first, distance.known, distance.runs});
  }
  const std::set<std::string> sent = facts_that_sent(answer.assessment.decision, catalog);
  for (const rules::Question& question : catalog.questions) {
    if (question.renews) continue;
    std::string said;
    for (const rules::Choice& choice : question.sets) {
      if (question.private_matter && !with_private && !sent.contains(choice.fact)) continue;
      if (answer.assessment.decision.facts.truth(choice.fact) != rules::Truth::yes) continue;
      said += (said.empty() ? "" : "; ") + (choice.label.empty() ? std::string("yes") : choice.label);
    }
    if (!said.empty()) note.yes.push_back({question.text, said});
  }
  for (const today::OpenQuestion& open : answer.assessment.decision.open_questions) {
    const rules::Question* question = catalog.find_question(open.question);
    if (question && (with_private || !question->private_matter)) note.open.push_back(question->text);
  }
  return note;
}

}  // namespace hipline::app
