#include "hipline/app/circuit_log/circuit_log.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "hipline/app/interview/spoken_answer.hpp"
#include "hipline/app/told/told_json.hpp"
#include "hipline/exporters/text/layout.hpp"

namespace hipline::app {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t longest_name = 40;

std::unexpected<Error> out_of_range(std::string_view field, std::string_view message) {
  return failure("out_of_range", std::string(field), std::string(message));
}

Result<double> number_of(std::string_view field, std::string_view text, double lowest, double highest,
                         std::string_view what) {
  const auto number = spoken_number(text);
  if (!number || !(*number >= lowest && *number <= highest))
    return out_of_range(field, fmt::format("{} is a number from {} to {}.", what, lowest, highest));
  return *number;
}

Result<int> count_of(std::string_view field, std::string_view text, int lowest, int highest, std::string_view what) {
  const auto number = number_of(field, text, lowest, highest, what);
  if (number && *number == std::floor(*number)) return static_cast<int>(*number);
  return out_of_range(field, fmt::format("{} is a whole number from {} to {}.", what, lowest, highest));
}

Result<bool> truth_of(std::string_view field, std::string_view text) {
  if (const auto truth = spoken_yes_no(text)) return *truth;
  return failure("bad_answer", std::string(field), "Write y for yes or n for no.");
}

Result<std::string> name_of(std::string_view field, std::string_view text) {
  if (text.empty() || text.size() > longest_name)
    return out_of_range(field, fmt::format("A name has 1 to {} letters.", longest_name));
  return std::string(text);
}

/// Puts what was read into its place, where it could be read.
template <typename Read, typename Into>
Status put(const Result<Read>& read, Into& into) {
  if (!read) return std::unexpected(read.error());
  into = *read;
  return {};
}

Status tell_band(model::CircuitEntry& entry, std::string_view text) {
  if (text != "none" && text != "light" && text != "heavy")
    return failure("bad_answer", "band", "Write none, light or heavy; the colour has a field of its own.");
  entry.band = text;
  return {};
}

Status tell_pain(model::CircuitEntry& entry, std::string_view text) {
  const auto pain = spoken_pain(text);
  if (!pain) return out_of_range("pain", "Pain is a whole number from 0 (none) to 10 (worst).");
  entry.pain = *pain;
  return {};
}

/// `2 sets, 31 s left, 28 s right, heavy band, effort 7, pain 2`.
std::string line_words(const model::CircuitEntry& entry, const catalog::Texts& texts) {
  std::string words;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!words.empty()) words += ", ";
    words += texts.say(fmt::format("circuit_log.{}", key), {{"value", value}});
  };
  const auto number = [](double value) { return exporters::plain_number(value); };
  if (entry.rounds) add(*entry.rounds == 1 ? "one_round" : "rounds", number(*entry.rounds));
  if (entry.sets > 0) add(entry.sets == 1 ? "one_set" : "sets", number(entry.sets));
  if (entry.repetitions) add(*entry.repetitions == 1 ? "one_repetition" : "repetitions", number(*entry.repetitions));
  if (entry.hold_left_s) add("left", number(*entry.hold_left_s));
  if (entry.hold_right_s) add("right", number(*entry.hold_right_s));
  if (!entry.band.empty()) add(entry.band == "none" ? "no_band" : "band", entry.band);
  if (entry.band_colour)
    add("band_called", entry.band_brand ? *entry.band_brand + " " + *entry.band_colour : *entry.band_colour);
  if (entry.effort) add("effort", number(*entry.effort));
  if (entry.pain) add("pain", number(*entry.pain));
  if (entry.pinching.value_or(false)) add("pinched", "");
  if (entry.stopped_early.value_or(false)) add("stopped", "");
  return words;
}

}  // namespace

const std::vector<LogField>& log_fields() {
  static const std::vector<LogField> fields = {
      {"rounds", "rounds of the circuit", "1-10"},
      {"sets", "sets of it in a round, each side", "1-20"},
      {"repetitions", "repetitions in the last set, each side", "0-100"},
      {"left", "seconds on the left, last set", "SECONDS"},
      {"right", "seconds on the right, last set", "SECONDS"},
      {"band", "none, light or heavy", "WORD"},
      {"band-brand", "who made the band", "NAME"},
      {"band-colour", "its colour", "NAME"},
      {"band-rest-cm", "its length when slack", "CM"},
      {"band-stretched-cm", "its length where it is stretched most", "CM"},
      {"band-doubled", "two layers pull: doubled, or a loop", "y/n"},
      {"effort", "how hard it was", "0-10"},
      {"pain", "worst pain in it", "0-10"},
      {"pinching", "a pinch, or something sharp, at the front of the hip", "y/n"},
      {"stopped-early", "stopped before the dose was done", "y/n"},
  };
  return fields;
}

Status tell(model::CircuitEntry& entry, std::string_view field, std::string_view text) {
  if (field == "rounds") return put(count_of(field, text, 1, 10, "Rounds"), entry.rounds);
  if (field == "sets") return put(count_of(field, text, 1, 20, "Sets"), entry.sets);
  if (field == "repetitions") return put(count_of(field, text, 0, 100, "Repetitions"), entry.repetitions);
  if (field == "left") return put(number_of(field, text, 0, 3600, "A time in seconds"), entry.hold_left_s);
  if (field == "right") return put(number_of(field, text, 0, 3600, "A time in seconds"), entry.hold_right_s);
  if (field == "band") return tell_band(entry, text);
  if (field == "band-brand") return put(name_of(field, text), entry.band_brand);
  if (field == "band-colour") return put(name_of(field, text), entry.band_colour);
  if (field == "band-rest-cm") return put(number_of(field, text, 5, 500, "A band's length in cm"), entry.band_rest_cm);
  if (field == "band-stretched-cm")
    return put(number_of(field, text, 5, 1000, "A band's stretched length in cm"), entry.band_stretched_cm);
  if (field == "band-doubled") return put(truth_of(field, text), entry.band_doubled);
  if (field == "effort") return put(number_of(field, text, 0, 10, "Effort"), entry.effort);
  if (field == "pain") return tell_pain(entry, text);
  if (field == "pinching") return put(truth_of(field, text), entry.pinching);
  if (field == "stopped-early") return put(truth_of(field, text), entry.stopped_early);
  return failure("bad_answer", std::string(field), "There is no such field in the circuit's log.");
}

model::CircuitEntry as_prescribed(const circuit::Prescription& prescription,
                                  const circuit::PrescribedExercise& exercise) {
  model::CircuitEntry entry;
  entry.day = prescription.day;
  entry.exercise = exercise.exercise;
  entry.rounds = prescription.rounds;
  entry.sets = exercise.sets;
  entry.repetitions = exercise.repetitions;
  if (exercise.work) {
    // The lower end of the guide: a longer hold is only what the runner says it was.
    entry.hold_left_s = exercise.work->value();
    entry.hold_right_s = exercise.work->value();
  }
  entry.band = exercise.band;
  return entry;
}

Result<std::vector<CircuitEntryId>> log_circuit(Store& store, const std::string& runner_id,
                                                const std::vector<model::CircuitEntry>& lines, LocalDay today,
                                                Instant at) {
  for (const model::CircuitEntry& line : lines) {
    if (line.day > today)
      return failure("out_of_range", "day", fmt::format("{} is still to come; please check it.", line.day.iso()));
    if (line.band_rest_cm && line.band_stretched_cm && *line.band_stretched_cm < *line.band_rest_cm)
      return failure("out_of_range", "band-stretched-cm", "A stretched band is not shorter than a slack one.");
  }
  std::vector<CircuitEntryId> ids;
  const Status done = store.in_transaction([&]() -> Status {
    for (const model::CircuitEntry& line : lines) {
      const auto id = store.add_circuit_entry(runner_id, line, at);
      if (!id) return std::unexpected(id.error());
      ids.push_back(*id);
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return ids;
}

std::string entry_words(const model::CircuitEntry& entry, const catalog::Catalog& catalog) {
  return line_words(entry, catalog.texts);
}

std::string log_page(const std::vector<LoggedExercise>& log, const catalog::Catalog& catalog) {
  const auto say = [&](std::string_view key) { return catalog.texts.say(fmt::format("circuit_log.{}", key)); };
  if (log.empty()) return exporters::wrap(say("list_empty"));
  const std::vector<bool> counts = which_count(log);
  std::string page;
  std::optional<LocalDay> day;
  for (std::size_t i = 0; i < log.size(); ++i) {
    const LoggedExercise& line = log[i];
    if (day != line.entry.day) page += (page.empty() ? "" : "\n") + exporters::long_date(line.entry.day) + "\n";
    day = line.entry.day;
    const circuit::Exercise* exercise = catalog.library.find_exercise(line.entry.exercise);
    std::string words = exercise ? exercise->title : line.entry.exercise;
    if (const std::string how = line_words(line.entry, catalog.texts); !how.empty()) words += ": " + how;
    if (line.undone_at)
      words += " " + say("taken_back");
    else if (!counts[i])
      words += " " + say("corrected");
    page += exporters::wrap(words, 6, fmt::format("{:>4}  ", line.id));
  }
  return page + "\n" + exporters::wrap(say("list_undo"));
}

std::string log_json(const std::vector<LoggedExercise>& log) {
  const std::vector<bool> counts = which_count(log);
  ordered_json all = ordered_json::array();
  for (std::size_t i = 0; i < log.size(); ++i) {
    ordered_json line = {{"id", log[i].id}, {"counts", static_cast<bool>(counts[i])}};
    line["at"] = log[i].at ? ordered_json(log[i].at->iso()) : ordered_json(nullptr);
    line["undone_at"] = log[i].undone_at ? ordered_json(log[i].undone_at->iso()) : ordered_json(nullptr);
    LoggedExercise bare = log[i];
    bare.at = bare.undone_at = std::nullopt;
    line.update(ordered_json::parse(to_json(bare), nullptr, false));
    all.push_back(std::move(line));
  }
  return all.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace hipline::app
