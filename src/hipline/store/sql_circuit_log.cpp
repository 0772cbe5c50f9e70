// The circuit's log: lines are added and taken back, never changed.
#include <fmt/format.h>

#include "hipline/store/column.hpp"
#include "hipline/store/connection.hpp"
#include "hipline/store/sql_store.hpp"

namespace hipline::store {
namespace {

/// Every column of a line, for binding and for fetching.
struct Line {
  std::string day;
  long long sets = 0;
  RealColumn left;
  RealColumn right;
  RealColumn effort;
  WholeColumn pain;
  WholeColumn pinching;
  WholeColumn stopped_early;
  WholeColumn rounds;
  WholeColumn repetitions;
  Column<std::string> brand;
  Column<std::string> colour;
  RealColumn rest;
  RealColumn stretched;
  WholeColumn doubled;
};

WholeColumn yes_no(const std::optional<bool>& answer) {
  return WholeColumn(answer ? std::optional<int>(*answer ? 1 : 0) : std::nullopt);
}
std::optional<bool> yes_no(const WholeColumn& column) {
  return column.known == soci::i_ok ? std::optional(column.value != 0) : std::nullopt;
}

Column<std::string> words(const std::optional<std::string>& text) {
  Column<std::string> column;
  if (!text) return column;
  column.value = *text;
  column.known = soci::i_ok;
  return column;
}
std::optional<std::string> words(const Column<std::string>& column) {
  return column.known == soci::i_ok ? std::optional(column.value) : std::nullopt;
}

Column<long long> moment(const std::optional<Instant>& at) {
  Column<long long> column;
  if (!at) return column;
  column.value = at->milliseconds();
  column.known = soci::i_ok;
  return column;
}
std::optional<Instant> moment(const Column<long long>& column) {
  return column.known == soci::i_ok ? std::optional(Instant(column.value)) : std::nullopt;
}

void give(const Line& line, model::CircuitEntry& entry) {
  entry.sets = static_cast<int>(line.sets);
  line.left.give(entry.hold_left_s);
  line.right.give(entry.hold_right_s);
  line.effort.give(entry.effort);
  line.pain.give(entry.pain);
  entry.pinching = yes_no(line.pinching);
  entry.stopped_early = yes_no(line.stopped_early);
  line.rounds.give(entry.rounds);
  line.repetitions.give(entry.repetitions);
  entry.band_brand = words(line.brand);
  entry.band_colour = words(line.colour);
  line.rest.give(entry.band_rest_cm);
  line.stretched.give(entry.band_stretched_cm);
  entry.band_doubled = yes_no(line.doubled);
}

}  // namespace

Result<app::CircuitEntryId> SqlStore::add_circuit_entry(const std::string& runner_id, const model::CircuitEntry& entry,
                                                        std::optional<Instant> at) {
  return connection_->guarded([&]() -> app::CircuitEntryId {
    Line line{entry.day.iso(),
              entry.sets,
              RealColumn(entry.hold_left_s),
              RealColumn(entry.hold_right_s),
              RealColumn(entry.effort),
              WholeColumn(entry.pain),
              yes_no(entry.pinching),
              yes_no(entry.stopped_early),
              WholeColumn(entry.rounds),
              WholeColumn(entry.repetitions),
              words(entry.band_brand),
              words(entry.band_colour),
              RealColumn(entry.band_rest_cm),
              RealColumn(entry.band_stretched_cm),
              yes_no(entry.band_doubled)};
    Column<long long> noted = moment(at);
    soci::session& sql = connection_->sql();
    sql << "INSERT INTO circuit_entry (runner_id, day, exercise, sets, hold_left_s, hold_right_s, band, effort, pain, "
           "at_ms, pinching, stopped_early, rounds, repetitions, band_brand, band_colour, band_rest_cm, "
           "band_stretched_cm, band_doubled) VALUES (:runner, :day, :exercise, :sets, :left, :right, :band, :effort, "
           ":pain, :at, :pinching, :stopped, :rounds, :repetitions, :brand, :colour, :rest, :stretched, :doubled)",
        soci::use(runner_id), soci::use(line.day), soci::use(entry.exercise), soci::use(line.sets), use(line.left),
        use(line.right), soci::use(entry.band), use(line.effort), use(line.pain), use(noted), use(line.pinching),
        use(line.stopped_early), use(line.rounds), use(line.repetitions), use(line.brand), use(line.colour),
        use(line.rest), use(line.stretched), use(line.doubled);
    return last_id(sql, "circuit_entry");
  });
}

Result<std::vector<app::LoggedExercise>> SqlStore::circuit_log(const std::string& runner_id) {
  std::vector<app::LoggedExercise> all;
  bool sound = true;
  const auto read = connection_->guarded([&] {
    Line line;
    long long id = 0;
    Column<long long> at;
    Column<long long> undone_at;
    model::CircuitEntry entry;
    soci::statement rows =
        (connection_->sql().prepare
             << "SELECT circuit_entry_id, at_ms, undone_at_ms, day, exercise, sets, hold_left_s, hold_right_s, band, "
                "effort, pain, pinching, stopped_early, rounds, repetitions, band_brand, band_colour, band_rest_cm, "
                "band_stretched_cm, band_doubled FROM circuit_entry WHERE runner_id = :runner "
                "ORDER BY day, circuit_entry_id",
         soci::use(runner_id), soci::into(id), into(at), into(undone_at), soci::into(line.day),
         soci::into(entry.exercise), soci::into(line.sets), into(line.left), into(line.right), soci::into(entry.band),
         into(line.effort), into(line.pain), into(line.pinching), into(line.stopped_early), into(line.rounds),
         into(line.repetitions), into(line.brand), into(line.colour), into(line.rest), into(line.stretched),
         into(line.doubled));
    rows.execute();
    while (rows.fetch()) {
      const auto day = LocalDay::parse(line.day);
      sound = sound && day;
      if (!sound) return;
      entry.day = *day;
      give(line, entry);
      all.push_back({id, moment(at), moment(undone_at), entry});
    }
  });
  if (!read) return std::unexpected(read.error());
  if (!sound)
    return failure("database_damaged", connection_->path(),
                   fmt::format("The database {} holds a {} that no program of ours wrote.", connection_->path(),
                               "line of the circuit's log"));
  return all;
}

Status SqlStore::undo_circuit_entry(const std::string& runner_id, app::CircuitEntryId id, Instant at) {
  return in_transaction([&]() -> Status {
    long long lines = 0;
    Column<long long> undone_at;
    const long long number = id;
    const auto looked = connection_->guarded([&] {
      connection_->sql() << "SELECT COUNT(*), MAX(undone_at_ms) FROM circuit_entry "
                            "WHERE runner_id = :runner AND circuit_entry_id = :id",
          soci::use(runner_id), soci::use(number), soci::into(lines), into(undone_at);
    });
    if (!looked) return std::unexpected(looked.error());
    if (lines == 0)
      return failure(
          "no_such_entry", fmt::format("{}", id),
          fmt::format("There is no line {} in the circuit's log; `hipline circuit log --list` shows all.", id));
    if (undone_at.known == soci::i_ok)
      return failure("already_undone", fmt::format("{}", id), fmt::format("Line {} was taken back before.", id));
    return connection_->guarded([&] {
      const long long now = at.milliseconds();
      connection_->sql() << "UPDATE circuit_entry SET undone_at_ms = :now "
                            "WHERE runner_id = :runner AND circuit_entry_id = :id",
          soci::use(now), soci::use(runner_id), soci::use(number);
    });
  });
}

}  // namespace hipline::store
