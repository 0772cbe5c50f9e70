// Runs, their series and what was told of them: the part of SqlStore that concerns runs.
#include <fmt/format.h>
#include <map>

#include "hipline/app/told/told_json.hpp"
#include "hipline/store/column.hpp"
#include "hipline/store/connection.hpp"
#include "hipline/store/series.hpp"
#include "hipline/store/sql_store.hpp"

namespace hipline::store {
namespace {

/// One row of `run` while it is bound or fetched.
struct RunRow {
  long long id = 0;
  long long import_id = 0;
  std::string kind;
  long long start_ms = 0;
  WholeColumn file_offset_s;
  std::string day;
  std::string sport;
  std::string note;
  double elapsed_s = 0;
  RealColumn moving_s, distance_m, ascent_m, descent_m, heart_rate_mean, heart_rate_max, cadence, rpe, feel, walk_share;
  long long records = 0;
};

std::unexpected<Error> damaged(const Connection& connection, const std::string& place) {
  return failure("database_damaged", connection.path(),
                 fmt::format("The database {} holds a {} that no program of ours wrote.", connection.path(), place));
}

RunRow as_row(const model::Run& run, const model::Samples& samples, app::ImportId import, const std::string& kind) {
  RunRow row;
  row.import_id = import;
  row.kind = kind;
  row.start_ms = run.start.milliseconds();
  row.file_offset_s = WholeColumn(run.file_offset_s);
  row.day = run.day.iso();
  row.sport = app::word(run.sport);
  row.elapsed_s = run.elapsed.value();
  row.moving_s = RealColumn(run.moving);
  row.distance_m = RealColumn(run.distance);
  row.ascent_m = RealColumn(run.ascent);
  row.descent_m = RealColumn(run.descent);
  row.heart_rate_mean = RealColumn(run.heart_rate_mean_bpm);
  row.heart_rate_max = RealColumn(run.heart_rate_max_bpm);
  row.cadence = RealColumn(run.cadence_strides_per_min);
  row.rpe = RealColumn(run.session_rpe);
  row.feel = RealColumn(run.feel);
  row.walk_share = RealColumn(run.walk_share);
  row.note = run.note;
  row.records = static_cast<long long>(samples.records());
  return row;
}

void write_series(soci::session& sql, const std::string& runner_id, long long run_id, const model::Samples& samples) {
  const std::string packed = pack_series(samples);
  soci::blob series(sql);
  series.write(0, packed.data(), packed.size());
  sql << "INSERT INTO run_series (run_id, runner_id, series) VALUES (:run, :runner, :series)", soci::use(run_id),
      soci::use(runner_id), soci::use(series);
}

Result<app::StoredRun> as_stored_run(const RunRow& row, const Connection& connection) {
  app::StoredRun stored;
  stored.id = row.id;
  stored.import = row.import_id;
  stored.kind = row.kind;
  stored.records = row.records;
  model::Run& run = stored.run;
  run.start = Instant(row.start_ms);
  row.file_offset_s.give(run.file_offset_s);
  const auto day = LocalDay::parse(row.day);
  const auto sport = app::sport_named(row.sport);
  if (!day || !sport) return damaged(connection, day ? "sport" : "day");
  run.day = *day;
  run.sport = *sport;
  run.elapsed = Seconds(row.elapsed_s);
  row.moving_s.give(run.moving);
  row.distance_m.give(run.distance);
  row.ascent_m.give(run.ascent);
  row.descent_m.give(run.descent);
  row.heart_rate_mean.give(run.heart_rate_mean_bpm);
  row.heart_rate_max.give(run.heart_rate_max_bpm);
  row.cadence.give(run.cadence_strides_per_min);
  row.rpe.give(run.session_rpe);
  row.feel.give(run.feel);
  row.walk_share.give(run.walk_share);
  run.note = row.note;
  return stored;
}

}  // namespace

Result<app::RunId> SqlStore::add_run(const std::string& runner_id, app::ImportId import, const std::string& kind,
                                     const model::Run& run, const model::Samples& samples) {
  app::RunId id = 0;
  const Status done = in_transaction([&]() -> Status {
    const auto added = connection_->guarded([&] {
      soci::session& sql = connection_->sql();
      RunRow row = as_row(run, samples, import, kind);
      sql << "INSERT INTO run (runner_id, import_id, kind, start_ms, file_offset_s, day, sport, elapsed_s, moving_s, "
             "distance_m, "
             "ascent_m, descent_m, heart_rate_mean_bpm, heart_rate_max_bpm, cadence_strides_per_min, session_rpe, "
             "feel, walk_share, note, "
             "records) VALUES (:runner, :import, :kind, :start, :offset, :day, :sport, :elapsed, :moving, :distance, "
             ":ascent, "
             ":descent, :mean, :max, :cadence, :rpe, :feel, :walk, :note, :records)",
          soci::use(runner_id), soci::use(row.import_id), soci::use(row.kind), soci::use(row.start_ms),
          use(row.file_offset_s), soci::use(row.day), soci::use(row.sport), soci::use(row.elapsed_s), use(row.moving_s),
          use(row.distance_m), use(row.ascent_m), use(row.descent_m), use(row.heart_rate_mean), use(row.heart_rate_max),
          use(row.cadence), use(row.rpe), use(row.feel), use(row.walk_share), soci::use(row.note),
          soci::use(row.records);
      row.id = last_id(sql, "run");
      id = row.id;
      write_series(sql, runner_id, row.id, samples);
    });
    if (!added) return std::unexpected(added.error());
    for (const std::string& hash : run.sources)
      if (const Status source = add_source(runner_id, id, import, hash); !source) return source;
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return id;
}

Status SqlStore::replace_run(const std::string& runner_id, app::RunId id, app::ImportId import, const std::string& kind,
                             const model::Run& run, const model::Samples& samples) {
  return in_transaction([&]() -> Status {
    const auto there = connection_->guarded([&] {
      soci::session& sql = connection_->sql();
      RunRow row = as_row(run, samples, import, kind);
      row.id = id;
      long long found = 0;
      sql << "SELECT count(*) FROM run WHERE runner_id = :runner AND run_id = :run", soci::use(runner_id),
          soci::use(row.id), soci::into(found);
      if (found == 0) return false;
      sql << "UPDATE run SET import_id = :import, kind = :kind, start_ms = :start, file_offset_s = :offset, day = "
             ":day, sport = :sport, "
             "elapsed_s = :elapsed, moving_s = :moving, distance_m = :distance, ascent_m = :ascent, descent_m = "
             ":descent, "
             "heart_rate_mean_bpm = :mean, heart_rate_max_bpm = :max, cadence_strides_per_min = :cadence, session_rpe "
             "= :rpe, "
             "feel = :feel, walk_share = :walk, note = :note, records = :records WHERE run_id = :run",
          soci::use(row.import_id), soci::use(row.kind), soci::use(row.start_ms), use(row.file_offset_s),
          soci::use(row.day), soci::use(row.sport), soci::use(row.elapsed_s), use(row.moving_s), use(row.distance_m),
          use(row.ascent_m), use(row.descent_m), use(row.heart_rate_mean), use(row.heart_rate_max), use(row.cadence),
          use(row.rpe), use(row.feel), use(row.walk_share), soci::use(row.note), soci::use(row.records),
          soci::use(row.id);
      sql << "DELETE FROM run_series WHERE run_id = :run", soci::use(row.id);
      write_series(sql, runner_id, row.id, samples);
      return true;
    });
    if (!there) return std::unexpected(there.error());
    if (!*there) return failure("no_such_run", std::to_string(id), fmt::format("There is no run {}.", id));
    for (const std::string& hash : run.sources)
      if (const Status source = add_source(runner_id, id, import, hash); !source) return source;
    return {};
  });
}

Status SqlStore::add_source(const std::string& runner_id, app::RunId run, app::ImportId import,
                            const std::string& content_hash) {
  return connection_->guarded([&] {
    const long long run_id = run;
    const long long import_id = import;
    connection_->sql()
        << "INSERT INTO run_source (run_id, runner_id, content_hash, import_id) VALUES (:run, :runner, :hash, :import) "
           "ON CONFLICT (run_id, content_hash) DO NOTHING",
        soci::use(run_id), soci::use(runner_id), soci::use(content_hash), soci::use(import_id);
  });
}

Result<std::vector<app::StoredRun>> SqlStore::runs(const std::string& runner_id) {
  std::vector<RunRow> rows;
  std::map<long long, std::vector<std::string>> sources;
  const auto read = connection_->guarded([&] {
    soci::session& sql = connection_->sql();
    RunRow row;
    soci::statement runs =
        (sql.prepare << "SELECT run_id, import_id, kind, start_ms, file_offset_s, day, sport, elapsed_s, moving_s, "
                        "distance_m, ascent_m, "
                        "descent_m, heart_rate_mean_bpm, heart_rate_max_bpm, cadence_strides_per_min, session_rpe, "
                        "feel, walk_share, note, "
                        "records FROM run WHERE runner_id = :runner ORDER BY start_ms, run_id",
         soci::use(runner_id), soci::into(row.id), soci::into(row.import_id), soci::into(row.kind),
         soci::into(row.start_ms), into(row.file_offset_s), soci::into(row.day), soci::into(row.sport),
         soci::into(row.elapsed_s), into(row.moving_s), into(row.distance_m), into(row.ascent_m), into(row.descent_m),
         into(row.heart_rate_mean), into(row.heart_rate_max), into(row.cadence), into(row.rpe), into(row.feel),
         into(row.walk_share), soci::into(row.note), soci::into(row.records));
    runs.execute();
    while (runs.fetch()) rows.push_back(row);

    long long run_id = 0;
    std::string hash;
    soci::statement originals = (sql.prepare << "SELECT run_id, content_hash FROM run_source WHERE runner_id = :runner "
                                                "ORDER BY run_id, import_id, content_hash",
                                 soci::use(runner_id), soci::into(run_id), soci::into(hash));
    originals.execute();
    while (originals.fetch()) sources[run_id].push_back(hash);
  });
  if (!read) return std::unexpected(read.error());

  const auto told = told_of_runs(runner_id);
  if (!told) return std::unexpected(told.error());
  std::map<Instant, const app::ToldOfRun*> told_by_start;
  for (const app::ToldOfRun& one : *told) told_by_start[one.start] = &one;

  std::vector<app::StoredRun> all;
  all.reserve(rows.size());
  for (const RunRow& row : rows) {
    auto stored = as_stored_run(row, *connection_);
    if (!stored) return std::unexpected(stored.error());
    stored->run.sources = std::move(sources[row.id]);
    if (const auto said = told_by_start.find(stored->run.start); said != told_by_start.end()) {
      stored->run.answers = said->second->answers;
      if (said->second->session_rpe) stored->run.session_rpe = said->second->session_rpe;
    }
    all.push_back(std::move(*stored));
  }
  return all;
}

Result<model::Samples> SqlStore::samples(const std::string& runner_id, app::RunId run) {
  bool there = false;
  std::string packed;
  const auto read = connection_->guarded([&] {
    soci::session& sql = connection_->sql();
    const long long run_id = run;
    soci::blob series(sql);
    sql << "SELECT series FROM run_series WHERE runner_id = :runner AND run_id = :run", soci::use(runner_id),
        soci::use(run_id), soci::into(series);
    there = sql.got_data();
    if (!there) return;
    packed.resize(series.get_len());
    if (!packed.empty()) series.read(0, packed.data(), packed.size());
  });
  if (!read) return std::unexpected(read.error());
  if (!there) return failure("no_such_run", std::to_string(run), fmt::format("There is no run {}.", run));
  return unpack_series(packed);
}

Status SqlStore::save_run_day(const std::string& runner_id, app::RunId run, LocalDay day) {
  return connection_->guarded([&] {
    const long long run_id = run;
    const std::string text = day.iso();
    connection_->sql() << "UPDATE run SET day = :day WHERE runner_id = :runner AND run_id = :run", soci::use(text),
        soci::use(runner_id), soci::use(run_id);
  });
}

Status SqlStore::save_told_of_run(const std::string& runner_id, const app::ToldOfRun& told) {
  return connection_->guarded([&] {
    const long long start_ms = told.start.milliseconds();
    const std::string document = app::to_json(told);
    connection_->sql() << "INSERT INTO told_of_run (runner_id, start_ms, document) VALUES (:runner, :start, :document) "
                          "ON CONFLICT (runner_id, start_ms) DO UPDATE SET document = excluded.document",
        soci::use(runner_id), soci::use(start_ms), soci::use(document);
  });
}

Result<std::vector<app::ToldOfRun>> SqlStore::told_of_runs(const std::string& runner_id) {
  std::vector<std::string> documents;
  const auto read = connection_->guarded([&] {
    std::string document;
    soci::statement rows =
        (connection_->sql().prepare << "SELECT document FROM told_of_run WHERE runner_id = :runner ORDER BY start_ms",
         soci::use(runner_id), soci::into(document));
    rows.execute();
    while (rows.fetch()) documents.push_back(document);
  });
  if (!read) return std::unexpected(read.error());
  std::vector<app::ToldOfRun> all;
  for (const std::string& document : documents) {
    auto told = app::told_of_run_from_json(document);
    if (!told) return std::unexpected(told.error());
    all.push_back(*told);
  }
  return all;
}

}  // namespace hipline::store
