#include "hipline/app/interview/spoken_answer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "hipline/triage/answers.hpp"

namespace hipline::app {
namespace {

using Form = rules::Question::Form;
using Answers = std::vector<model::Answer>;

/// Small letters, without spaces round it.
std::string plain(std::string_view text) {
  std::string word;
  for (const char c : text) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!word.empty() && is_space(word.back())) word.pop_back();
  while (!word.empty() && is_space(word.front())) word.erase(word.begin());
  return word;
}

bool is_skip(const std::string& word) { return word.empty() || word == "?" || word == "skip"; }

constexpr std::array<std::pair<std::string_view, int>, 7> pain_words = {{{"none", 0},
                                                                         {"twinge", 1},
                                                                         {"mild ache", 2},
                                                                         {"clear ache", 4},
                                                                         {"must slow down", 6},
                                                                         {"must stop", 8},
                                                                         {"worst", 10}}};

/// The numbers of a text like `1, 3`; nothing where a piece is no number from 0 to `highest`.
std::optional<std::set<int>> ticked(const std::string& text, int highest) {
  std::set<int> numbers;
  std::string piece;
  const auto take = [&] {
    if (piece.empty()) return true;
    int number = 0;
    const auto [end, error] = std::from_chars(piece.data(), piece.data() + piece.size(), number);
    const bool whole = error == std::errc() && end == piece.data() + piece.size();
    piece.clear();
    if (!whole || number < 0 || number > highest) return false;
    numbers.insert(number);
    return true;
  };
  for (const char c : text) {
    if (c == ',' || c == ' ' || c == ';') {
      if (!take()) return std::nullopt;
    } else {
      piece += c;
    }
  }
  if (!take() || numbers.empty()) return std::nullopt;
  return numbers;
}

Result<Answers> parse_list(const rules::Question& question, const std::string& word) {
  const int choices = static_cast<int>(question.sets.size());
  if (word == "none") return none_of(question);
  const auto numbers = ticked(word, choices);
  if (!numbers)
    return failure(
        "bad_answer", question.id,
        fmt::format("Write the numbers that fit, 1 to {}, like 1,2; 0 means \"{}\".", choices, question.none_label));
  if (numbers->contains(0)) {
    if (numbers->size() == 1) return none_of(question);
    return failure(
        "bad_answer", question.id,
        fmt::format("0 means \"{}\" and stands alone: write either 0 or the numbers that fit.", question.none_label));
  }
  Answers answers;
  for (int i = 0; i < choices; ++i) {
    const bool yes = numbers->contains(i + 1);
    // What is not ticked in a list that renews stays as it was.
    if (yes || !question.renews) answers.push_back({question.sets[static_cast<std::size_t>(i)].fact, yes});
  }
  if (question.renews) answers.push_back({std::string(triage::nothing_new), false});
  return answers;
}

Result<Answers> parse_one_of(const rules::Question& question, const std::string& word) {
  const int choices = static_cast<int>(question.sets.size());
  const auto numbers = ticked(word, choices);
  if (!numbers || numbers->size() != 1 || numbers->contains(0))
    return failure("bad_answer", question.id, fmt::format("Write one number from 1 to {}.", choices));
  Answers answers;
  for (int i = 0; i < choices; ++i)
    answers.push_back({question.sets[static_cast<std::size_t>(i)].fact, numbers->contains(i + 1)});
  return answers;
}

Result<double> parse_number(const rules::Question& question, std::string_view where, const std::string& word) {
  if (question.form == Form::scale) {
    if (const auto pain = spoken_pain(word)) return static_cast<double>(*pain);
    return failure("out_of_range", std::string(where),
                   "Pain is a whole number from 0 (none) to 10 (the worst you can think of).");
  }
  const auto number = spoken_number(word);
  if (number && *number >= question.lowest.value_or(*number) && *number <= question.highest.value_or(*number))
    return *number;
  return failure("out_of_range", std::string(where),
                 fmt::format("Write a number from {} to {} ({}).", question.lowest.value_or(0),
                             question.highest.value_or(0), question.unit));
}

/// The question that sets a fact, the one that asks for it directly before the daily list that only repeats it.
const rules::Question* question_of(const catalog::Catalog& catalog, std::string_view fact) {
  const rules::Question* found = nullptr;
  for (const rules::Question& question : catalog.questions) {
    for (const rules::Choice& choice : question.sets) {
      if (choice.fact == fact && (!found || found->renews)) found = &question;
    }
  }
  return found;
}

}  // namespace

std::optional<bool> spoken_yes_no(std::string_view text) {
  const std::string word = plain(text);
  if (word == "yes" || word == "y") return true;
  if (word == "no" || word == "n") return false;
  return std::nullopt;
}

std::optional<double> spoken_number(std::string_view text) {
  std::string word = plain(text);
  if (std::count(word.begin(), word.end(), ',') == 1 && word.find('.') == std::string::npos) word[word.find(',')] = '.';
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (word.empty() || error != std::errc() || end != word.data() + word.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

std::optional<int> spoken_pain(std::string_view text) {
  const std::string word = plain(text);
  for (const auto& [name, pain] : pain_words) {
    if (word == name) return pain;
  }
  const auto number = spoken_number(word);
  if (!number || !(*number >= 0 && *number <= 10) || *number != std::floor(*number)) return std::nullopt;
  return static_cast<int>(*number);
}

Answers skipped_answers(const rules::Question& question) {
  // Skipping "anything new" leaves earlier answers as they are: it only repeats other questions.
  if (question.renews) return {{std::string(triage::nothing_new), model::Skipped{}}};
  Answers answers;
  for (const rules::Choice& choice : question.sets) answers.push_back({choice.fact, model::Skipped{}});
  return answers;
}

Answers none_of(const rules::Question& question) {
  if (question.renews) return {{std::string(triage::nothing_new), true}};
  Answers answers;
  for (const rules::Choice& choice : question.sets) answers.push_back({choice.fact, false});
  return answers;
}

Result<Answers> parse_answer(const rules::Question& question, std::string_view text) {
  const std::string word = plain(text);
  if (is_skip(word)) return skipped_answers(question);
  switch (question.form) {
    case Form::yes_no: {
      const auto yes = spoken_yes_no(word);
      if (!yes) return failure("bad_answer", question.id, "Write y for yes or n for no.");
      return Answers{{question.sets.front().fact, *yes}};
    }
    case Form::list: return parse_list(question, word);
    case Form::one_of: return parse_one_of(question, word);
    case Form::scale:
    case Form::number: break;
  }
  const auto number = parse_number(question, question.id, word);
  if (!number) return std::unexpected(number.error());
  return Answers{{question.sets.front().fact, *number}};
}

Result<model::Answer> parse_fact(const catalog::Catalog& catalog, std::string_view fact, std::string_view text) {
  const std::string word = plain(text);
  model::Answer answer{std::string(fact), model::Skipped{}};
  const rules::Question* question = question_of(catalog, fact);
  if (!question && fact != triage::nothing_new)
    return failure("unknown_fact", std::string(fact), "No question sets this; see docs/facts.md, or leave it out.");
  if (is_skip(word)) return answer;
  if (question && (question->form == Form::scale || question->form == Form::number)) {
    const auto number = parse_number(*question, fact, word);
    if (!number) return std::unexpected(number.error());
    answer.value = *number;
    return answer;
  }
  const auto yes = spoken_yes_no(word);
  if (!yes) return failure("bad_answer", std::string(fact), "Write yes, no or skip.");
  answer.value = *yes;
  return answer;
}

}  // namespace hipline::app
