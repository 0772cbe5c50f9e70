#include "hipline/app/library/own_library.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>
#include <charconv>

namespace hipline::app {
namespace {

constexpr std::string_view own_prefix = "own-";
constexpr std::size_t longest_name = 60;

std::optional<circuit::Direction> direction_named(std::string_view word) {
  const auto found = std::ranges::find(circuit::directions, word, [](circuit::Direction one) { return name(one); });
  return found == circuit::directions.end() ? std::nullopt : std::optional(*found);
}

std::string id_for(std::string_view name) {
  std::string id(own_prefix);
  for (const char c : name) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0)
      id += static_cast<char>(std::tolower(letter));
    else if (!id.ends_with('-'))
      id += '-';
  }
  while (id.ends_with('-') && id.size() > own_prefix.size()) id.pop_back();
  return id;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : list) {
    if (c == ',') {
      words.push_back(word);
      word.clear();
    } else if (c != ' ') {
      word += c;
    }
  }
  words.push_back(word);
  std::erase(words, "");
  return words;
}

std::optional<int> whole(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string dose_words(const model::OwnExercise& own, const catalog::Texts& texts) {
  const std::string dose =
      own.repetitions
          ? texts.say("library.dose_own_repetitions",
                      {{"sets", std::to_string(own.sets)}, {"repetitions", std::to_string(*own.repetitions)}})
          : texts.say("library.dose_own_seconds",
                      {{"sets", std::to_string(own.sets)}, {"seconds", fmt::format("{}", own.seconds.value_or(0))}});
  return own.per_side ? texts.say("library.dose_own_side", {{"dose", dose}}) : dose;
}

/// An exercise of which only name, directions and dose are known: it is offered neither on sore days nor, as strength
/// work, in the last week.
circuit::Exercise as_exercise(const model::OwnExercise& own, const catalog::Catalog& catalog) {
  using circuit::Phase;
  const catalog::Texts& texts = catalog.texts;
  circuit::Exercise exercise;
  exercise.id = own.id;
  exercise.title = own.name;
  exercise.kind = own.mobility ? circuit::ExerciseKind::mobility : circuit::ExerciseKind::strength;
  exercise.summary = texts.say("library.own_summary");
  for (const std::string& word : own.directions) {
    if (const auto direction = direction_named(word)) exercise.trains.push_back(*direction);
  }
  exercise.phases = {Phase::build, Phase::maintain};
  exercise.dose.repetitions = own.repetitions;
  if (own.seconds) exercise.dose.seconds = circuit::Range{*own.seconds, *own.seconds};
  exercise.dose.per_side = own.per_side;
  exercise.dose.seconds_from_source = false;
  exercise.dose.rounds_most = own.sets;
  exercise.dose_words = dose_words(own, texts);
  if (own.repetitions) exercise.tempo = {{"", Seconds(catalog.parameters.value("circuit.own_repetition_seconds"))}};
  exercise.stops = {texts.say("library.own_stop_sharp"), texts.say("library.own_stop_pain")};
  exercise.opinion = true;
  exercise.how_sure = texts.say("library.own_line");
  exercise.reviewed = texts.say("library.own_reviewed");
  return exercise;
}

}  // namespace

circuit::Library library_of(const model::Runner& runner, const catalog::Catalog& catalog) {
  circuit::Library library = catalog.library;
  for (const model::OwnExercise& own : runner.own_exercises) library.exercises.push_back(as_exercise(own, catalog));
  return library;
}

Result<const circuit::Exercise*> exercise_named(const circuit::Library& library, std::string_view word) {
  if (const circuit::Exercise* exact = library.find_exercise(word)) return exact;
  std::vector<const circuit::Exercise*> fitting;
  for (const circuit::Exercise& exercise : library.exercises) {
    if (!word.empty() && exercise.id.find(word) != std::string::npos) fitting.push_back(&exercise);
  }
  if (fitting.size() == 1) return fitting.front();
  const auto of_the_circuit = [](const circuit::Exercise* exercise) { return exercise->source.therapist; };
  if (std::ranges::count_if(fitting, of_the_circuit) == 1) return *std::ranges::find_if(fitting, of_the_circuit);
  return failure("unknown_exercise", std::string(word),
                 fitting.empty() ? "There is no such exercise; `hipline exercises` lists them."
                                 : "Several exercises are called so; write more of the name.");
}

Result<std::vector<std::string>> exercises_named(const circuit::Library& library, std::string_view list) {
  std::vector<std::string> ids;
  for (const std::string& word : split(list)) {
    const auto exercise = exercise_named(library, word);
    if (!exercise) return std::unexpected(exercise.error());
    if (std::ranges::find(ids, (*exercise)->id) == ids.end()) ids.push_back((*exercise)->id);
  }
  if (ids.empty())
    return failure("nothing_said", "--mix", "Name at least one exercise; `hipline exercises` lists them.");
  return ids;
}

Result<model::OwnExercise> own_exercise_from(const OwnExerciseWords& words) {
  model::OwnExercise own;
  own.name = words.name;
  own.id = id_for(words.name);
  if (words.name.empty() || words.name.size() > longest_name || own.id == own_prefix)
    return failure("out_of_range", "--name", fmt::format("A name has 1 to {} letters.", longest_name));
  for (const std::string& word : split(words.directions)) {
    if (!direction_named(word)) {
      std::string all;
      for (const circuit::Direction one : circuit::directions)
        all += (all.empty() ? "" : ", ") + std::string(name(one));
      return failure("bad_answer", "--direction", fmt::format("Write one or more of: {}.", all));
    }
    if (std::ranges::find(own.directions, word) == own.directions.end()) own.directions.push_back(word);
  }
  if (own.directions.empty())
    return failure("bad_answer", "--direction", "Say what it trains, such as core or flexion,core.");
  const std::size_t by = words.dose.find('x');
  const bool seconds = words.dose.ends_with('s');
  const auto sets = whole(words.dose.substr(0, by));
  const auto amount = by == std::string::npos
                          ? std::nullopt
                          : whole(words.dose.substr(by + 1, words.dose.size() - by - 1 - (seconds ? 1 : 0)));
  if (!sets || !amount || *sets < 1 || *sets > 10 || *amount < 1 || *amount > (seconds ? 600 : 100))
    return failure("out_of_range", "--dose",
                   "Write sets and repetitions such as 3x10, or seconds such as 3x30s: 1 to 10 sets, up to 100 "
                   "repetitions or 600 seconds.");
  own.sets = *sets;
  if (seconds)
    own.seconds = *amount;
  else
    own.repetitions = *amount;
  own.mobility = words.mobility;
  own.per_side = !words.both_sides_at_once;
  return own;
}

void favour(model::Runner& runner, const std::string& exercise, std::optional<LocalDay> since) {
  const auto found = std::ranges::find(runner.favourites, exercise, &model::Favourite::exercise);
  if (found == runner.favourites.end())
    runner.favourites.push_back({exercise, since});
  else if (!since)
    found->since.reset();
}

Status unfavour(model::Runner& runner, const std::string& exercise) {
  if (std::erase_if(runner.favourites, [&](const model::Favourite& one) { return one.exercise == exercise; }) == 0)
    return failure("no_such_favourite", exercise,
                   "It is none of your favourites; see `hipline exercises --favourites`.");
  return {};
}

Status add_own(model::Runner& runner, const model::OwnExercise& own) {
  if (std::ranges::find(runner.own_exercises, own.id, &model::OwnExercise::id) != runner.own_exercises.end())
    return failure("id_twice", "--name",
                   fmt::format("You have {} already; take another name, or remove it first.", own.id));
  runner.own_exercises.push_back(own);
  return {};
}

Status remove_own(model::Runner& runner, const std::string& id) {
  if (std::erase_if(runner.own_exercises, [&](const model::OwnExercise& one) { return one.id == id; }) == 0)
    return failure("unknown_exercise", id, "It is none of your own; see `hipline exercises --own`.");
  std::erase_if(runner.favourites, [&](const model::Favourite& one) { return one.exercise == id; });
  return {};
}

}  // namespace hipline::app
