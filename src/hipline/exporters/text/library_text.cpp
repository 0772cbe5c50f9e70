#include "hipline/exporters/text/library_text.hpp"

#include <algorithm>

namespace hipline::exporters {
namespace {

using catalog::Texts;
using circuit::Direction;

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string direction_words(Direction direction, const Texts& texts) {
  return texts.say("circuit.direction_" + std::string(circuit::name(direction)));
}

std::string kit_of(const circuit::Exercise& exercise, const circuit::Library& library, const Texts& texts) {
  std::vector<std::string> pieces = exercise.equipment;
  if (exercise.band.best != circuit::Band::none)
    pieces.push_back("loop_band_" + std::string(circuit::name(exercise.band.best)));
  std::string list;
  for (const std::string& piece : pieces) {
    if (piece == "mat") continue;  // a rug will do
    for (const circuit::Equipment& one : library.therapist_circuit()->equipment) {
      if (one.id == piece && !one.everyone) list += (list.empty() ? "" : ", ") + one.name;
    }
  }
  return list.empty() ? list : texts.say("library.needs", {{"pieces", list}});
}

std::string line_of(const LibraryList::Line& line, const circuit::Library& library, const Texts& texts, int width) {
  std::vector<std::string> marks;
  if (line.own)
    marks.push_back(texts.say("library.own"));
  else if (line.favourite)
    marks.push_back(texts.say("library.favourite"));
  if (const std::string kit = kit_of(*line.exercise, library, texts); !kit.empty()) marks.push_back(kit);
  std::string words = line.exercise->title;
  for (const std::string& mark : marks) words += "; " + mark;
  return wrap(words, 6, "  " + line.exercise->id + "  ", width);
}

std::string bullets(const std::vector<std::string>& lines, int width) {
  std::string text;
  for (const std::string& line : lines) text += wrap(line, 4, "  - ", width);
  return text;
}

std::string dose_of(const circuit::ProgrammeExercise& one, const circuit::Exercise& exercise, const Texts& texts) {
  const std::string side = exercise.dose.per_side ? "" : "_both";
  const std::string sets = std::to_string(one.sets);
  if (one.seconds && one.seconds->low == one.seconds->high)
    return texts.say((one.sets == 1 ? "circuit.dose_exact_once" : "circuit.dose_exact") + side,
                     {{"sets", sets}, {"seconds", plain_number(one.seconds->low)}});
  if (one.seconds) {
    const auto key = one.sets == 1 ? "circuit.dose_second" : "circuit.dose_seconds";
    return texts.say(
        key + side,
        {{"sets", sets}, {"from", plain_number(one.seconds->low)}, {"to", plain_number(one.seconds->high)}});
  }
  const int repetitions = one.repetitions.value_or(1);
  const std::string count = std::to_string(repetitions);
  if (repetitions == 1)
    return one.sets == 1 ? texts.say("circuit.dose_time" + side)
                         : texts.say("circuit.dose_times" + side, {{"sets", sets}});
  if (one.sets == 1) return texts.say("circuit.dose_repetitions" + side, {{"repetitions", count}});
  return texts.say("circuit.dose_sets" + side, {{"sets", sets}, {"repetitions", count}});
}

}  // namespace

std::string library_list(const LibraryList& list, const Texts& texts, int width) {
  std::string text =
      list.own == 0
          ? wrap(texts.say("library.title", {{"count", std::to_string(list.library.exercises.size())}}), 0, {}, width)
          : wrap(texts.say("library.title_own", {{"count", std::to_string(list.library.exercises.size())},
                                                 {"own", std::to_string(list.own)}}),
                 0, {}, width);
  text += wrap(texts.say("library.how_to"), 0, {}, width);
  if (list.shown.empty()) return text + "\n" + wrap(texts.say("library.none_left"), 0, {}, width);
  const auto group = [&](const std::string& heading, const auto& belongs) {
    std::string lines;
    for (const LibraryList::Line& line : list.shown) {
      if (belongs(*line.exercise)) lines += line_of(line, list.library, texts, width);
    }
    if (!lines.empty()) text += "\n" + capital(heading) + "\n" + lines;
  };
  for (const Direction direction : circuit::directions) {
    if (list.direction && direction != *list.direction) continue;
    group(direction_words(direction, texts), [&](const circuit::Exercise& exercise) {
      return list.direction ? exercise.trains_direction(direction)
                            : !exercise.trains.empty() && exercise.trains.front() == direction;
    });
  }
  if (!list.direction)
    group(texts.say("library.group_other"), [](const circuit::Exercise& exercise) { return exercise.trains.empty(); });
  return text;
}

std::string programme_list(const std::vector<circuit::Programme>& programmes, const Texts& texts, int width) {
  std::string text = wrap(texts.say("library.programme_list"), 0, {}, width);
  for (const circuit::Programme& programme : programmes) {
    text += "\n" + wrap(texts.say("library.programme_line", {{"title", programme.title},
                                                             {"weeks", std::to_string(programme.weeks())},
                                                             {"day", std::to_string(programme.from_day_after_race)},
                                                             {"summary", programme.summary}}),
                        4, programme.id + "  ", width);
  }
  return text;
}

std::string programme_sheet(const circuit::Programme& programme, const circuit::Library& library, const Texts& texts,
                            int width) {
  const auto say = [&](std::string_view key, const std::vector<catalog::Filling>& fillings = {}) {
    return texts.say("library." + std::string(key), fillings);
  };
  std::string text = wrap(programme.title, 0, {}, width);
  text += std::string(static_cast<std::size_t>(std::min(columns_of(programme.title), width)), '=') + "\n";
  text += wrap(programme.summary, 0, {}, width);
  text += wrap(say("programme_from", {{"weeks", std::to_string(programme.weeks())},
                                      {"day", std::to_string(programme.from_day_after_race)},
                                      {"low", plain_number(programme.minutes.low)},
                                      {"high", plain_number(programme.minutes.high)}}),
               0, {}, width);
  const auto part = [&](std::string_view key, const std::vector<std::string>& lines) {
    text += "\n" + say(key) + "\n" + bullets(lines, width);
  };
  part("programme_for", programme.for_whom);
  part("programme_not_for", programme.not_for);
  part("programme_gives", programme.gives);
  part("programme_gives_not", programme.gives_not);
  for (const circuit::ProgrammeStage& stage : programme.stages) {
    const char* key = stage.first_week == stage.last_week ? "programme_week" : "programme_weeks";
    text += "\n" + wrap(say(key, {{"first", std::to_string(stage.first_week)},
                                  {"last", std::to_string(stage.last_week)},
                                  {"low", plain_number(stage.effort.low)},
                                  {"high", plain_number(stage.effort.high)}}),
                        0, {}, width);
    text += wrap(stage.aim, 2, {}, width);
    for (const circuit::ProgrammeDay& day : stage.days) {
      text += "  " + day.name + "\n";
      for (const circuit::ProgrammeExercise& one : day.exercises) {
        const circuit::Exercise* exercise = library.find_exercise(one.exercise);
        if (exercise == nullptr) continue;  // the content is checked to hold it
        text +=
            wrap(say("programme_exercise", {{"exercise", exercise->title}, {"dose", dose_of(one, *exercise, texts)}}),
                 6, "    - ", width);
      }
    }
  }
  part("programme_progression", programme.progression);
  text += "\n" + wrap(say("programme_stop"), 0, {}, width);
  std::string sources;
  for (const std::string& id : programme.evidence) sources += (sources.empty() ? "" : ", ") + id;
  text += wrap(say("programme_sources", {{"sources", sources}}), 0, {}, width);
  return text + wrap(texts.say("circuit.evidence_reviewed"), 0, {}, width);
}

}  // namespace hipline::exporters
