#include "hipline/app/circuit_log/log_interview.hpp"

#include <fmt/format.h>

#include "hipline/app/circuit_log/circuit_log.hpp"
#include "hipline/app/interview/spoken_answer.hpp"
#include "hipline/exporters/text/circuit_text.hpp"
#include "hipline/exporters/text/layout.hpp"

namespace hipline::app {
namespace {

/// The two words of a text like `30 28` or `7, 2`; nothing where there are not exactly two.
std::optional<std::pair<std::string, std::string>> two_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ' || c == ',' || c == ';' || c == '/') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words.size() == 2 ? std::optional(std::pair(words[0], words[1])) : std::nullopt;
}

}  // namespace

LogInterview::LogInterview(const circuit::Prescription& prescription, const catalog::Catalog& catalog)
    : prescription_(prescription), catalog_(catalog) {
  for (std::size_t i = 0; i < prescription.exercises.size(); ++i) {
    if (prescription.exercises[i].left_out_because) continue;
    chosen_.push_back(i);
    told_.push_back({as_prescribed(prescription, prescription.exercises[i]), true});
  }
  steps_.push_back({0, Ask::rounds});
  for (std::size_t i = 0; i < chosen_.size(); ++i) {
    for (const Ask ask : {Ask::did_it, Ask::amount, Ask::band, Ask::felt, Ask::pinching, Ask::stopped})
      steps_.push_back({i, ask});
  }
  at_ = next_from(0);
}

const circuit::PrescribedExercise& LogInterview::prescribed(const Step& step) const {
  return prescription_.exercises[chosen_[step.exercise]];
}

bool LogInterview::applies(const Step& step) const {
  if (step.ask == Ask::rounds) return !chosen_.empty();
  if (step.ask == Ask::did_it) return true;
  const Told& told = told_[step.exercise];
  if (!told.done) return false;
  if (step.ask == Ask::amount) return prescribed(step).work || prescribed(step).repetitions.value_or(1) > 1;
  if (step.ask == Ask::band) return prescribed(step).band != "none";
  // Only where something was wrong: else it was done as said.
  if (step.ask == Ask::stopped)
    return told.line.pain.value_or(0) > catalog_.parameters.value("circuit.pain_calm_max") ||
           told.line.pinching.value_or(false);
  return true;
}

std::size_t LogInterview::next_from(std::size_t at) const {
  while (at < steps_.size() && !applies(steps_[at])) ++at;
  return at;
}

std::optional<std::string> LogInterview::next() const {
  if (at_ >= steps_.size()) return std::nullopt;
  const Step& step = steps_[at_];
  const auto say = [&](std::string_view key, const std::vector<catalog::Filling>& fillings = {}) {
    return catalog_.texts.say(fmt::format("circuit_log.{}", key), fillings);
  };
  const auto page = [&](const std::string& text, const std::string& hint) {
    return "\n" + exporters::wrap(text) + hint + " > ";
  };
  const auto number = [](double value) { return exporters::plain_number(value); };
  switch (step.ask) {
    case Ask::rounds: return page(say("ask_rounds"), say("hint_number", {{"value", number(prescription_.rounds)}}));
    case Ask::did_it: {
      const circuit::Exercise* exercise = catalog_.library.find_exercise(prescribed(step).exercise);
      const std::string title = exercise ? exercise->title : prescribed(step).exercise;
      const std::string dose =
          exercise ? exporters::dose_line(*exercise, prescribed(step), catalog_.library, catalog_.texts) : "";
      return page(
          say("ask_did_it",
              {{"number", number(static_cast<double>(step.exercise + 1))}, {"exercise", title}, {"dose", dose}}),
          say("hint_did_it"));
    }
    case Ask::amount: {
      const model::CircuitEntry& line = told_[step.exercise].line;
      if (prescribed(step).work)
        return page(say("ask_seconds"),
                    say("hint_seconds", {{"left", number(*line.hold_left_s)}, {"right", number(*line.hold_right_s)}}));
      return page(say("ask_repetitions"), say("hint_number", {{"value", number(*line.repetitions)}}));
    }
    case Ask::band: return page(say("ask_band"), say("hint_band", {{"value", prescribed(step).band}}));
    case Ask::felt: return page(say("ask_felt"), say("hint_felt"));
    case Ask::pinching: return page(say("ask_pinching"), say("hint_yes_no"));
    case Ask::stopped: return page(say("ask_stopped"), say("hint_yes_no"));
  }
  return std::nullopt;
}

Status LogInterview::take_amount(const Step& step, model::CircuitEntry& line, std::string_view text) const {
  if (!prescribed(step).work) return tell(line, "repetitions", text);
  const auto sides = two_words(text);
  if (!sides) return failure("bad_answer", "left", catalog_.texts.say("circuit_log.two_seconds"));
  if (const Status left = tell(line, "left", sides->first); !left) return left;
  return tell(line, "right", sides->second);
}

Status LogInterview::take_felt(model::CircuitEntry& line, std::string_view text) const {
  const auto both = two_words(text);
  if (!both) return failure("bad_answer", "effort", catalog_.texts.say("circuit_log.two_numbers"));
  if (const Status effort = tell(line, "effort", both->first); !effort) return effort;
  return tell(line, "pain", both->second);
}

Status LogInterview::take(const Step& step, std::string_view text) {
  if (text.empty()) return {};
  if (step.ask == Ask::rounds) {
    model::CircuitEntry line;
    if (const Status read = tell(line, "rounds", text); !read) return read;
    for (Told& told : told_) told.line.rounds = line.rounds;
    return {};
  }
  Told& told = told_[step.exercise];
  model::CircuitEntry line = told.line;
  Status read;
  switch (step.ask) {
    case Ask::did_it: {
      const auto yes = spoken_yes_no(text);
      if (!yes) return failure("bad_answer", "exercise", "Write y for yes or n for no.");
      told.done = *yes;
      return {};
    }
    case Ask::amount: read = take_amount(step, line, text); break;
    case Ask::band: read = tell(line, "band", text); break;
    case Ask::felt: read = take_felt(line, text); break;
    case Ask::pinching: read = tell(line, "pinching", text); break;
    case Ask::stopped: read = tell(line, "stopped-early", text); break;
    case Ask::rounds: break;
  }
  if (read) told.line = std::move(line);
  return read;
}

Status LogInterview::answer(std::string_view text) {
  if (at_ >= steps_.size()) return {};
  Before before{at_, told_};
  if (const Status taken = take(steps_[at_], text); !taken) return taken;
  before_.push_back(std::move(before));
  at_ = next_from(at_ + 1);
  return {};
}

bool LogInterview::back() {
  if (before_.empty()) return false;
  at_ = before_.back().at;
  told_ = std::move(before_.back().told);
  before_.pop_back();
  return true;
}

std::vector<model::CircuitEntry> LogInterview::lines() const {
  std::vector<model::CircuitEntry> lines;
  for (std::size_t i = 0; i < told_.size(); ++i) {
    const bool passed = at_ >= steps_.size() || steps_[at_].exercise > i;
    if (told_[i].done && passed) lines.push_back(told_[i].line);
  }
  return lines;
}

}  // namespace hipline::app
