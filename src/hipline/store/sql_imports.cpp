// Imports and what they brought: the part of SqlStore that concerns training files.
#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "hipline/store/column.hpp"
#include "hipline/store/connection.hpp"
#include "hipline/store/sql_store.hpp"

namespace hipline::store {

Result<app::ImportId> SqlStore::begin_import(const std::string& runner_id, Instant at,
                                             const std::string& program_version) {
  return connection_->guarded([&]() -> app::ImportId {
    soci::session& sql = connection_->sql();
    const long long at_ms = at.milliseconds();
    sql << "INSERT INTO import (runner_id, at_ms, program_version) VALUES (:runner, :at, :version)",
        soci::use(runner_id), soci::use(at_ms), soci::use(program_version);
    return last_id(sql, "import");
  });
}

Status SqlStore::add_imported_file(const std::string& runner_id, app::ImportId import, const app::ImportedFile& file) {
  return connection_->guarded([&] {
    const long long import_id = import;
    const long long records = file.records;
    const std::string verdict = app::word(file.verdict);
    const std::string warnings =
        nlohmann::json(file.warnings).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    RealColumn distance(file.distance);
    connection_->sql()
        << "INSERT INTO import_file (runner_id, import_id, name, verdict, format, code, reason, content_hash, records, "
           "distance_m, warnings) VALUES (:runner, :import, :name, :verdict, :format, :code, :reason, :hash, :records, "
           ":distance, :warnings)",
        soci::use(runner_id), soci::use(import_id), soci::use(file.name), soci::use(verdict), soci::use(file.format),
        soci::use(file.code), soci::use(file.reason), soci::use(file.content_hash), soci::use(records), use(distance),
        soci::use(warnings);
  });
}

Result<std::vector<app::Import>> SqlStore::imports(const std::string& runner_id) {
  return connection_->guarded([&] {
    soci::session& sql = connection_->sql();
    std::vector<app::Import> all;
    {
      long long id = 0;
      long long at_ms = 0;
      std::string version;
      WholeColumn undone;
      soci::statement rows =
          (sql.prepare << "SELECT import_id, at_ms, program_version, undone_at_ms FROM import "
                          "WHERE runner_id = :runner ORDER BY import_id",
           soci::use(runner_id), soci::into(id), soci::into(at_ms), soci::into(version), into(undone));
      rows.execute();
      while (rows.fetch()) {
        app::Import& one = all.emplace_back();
        one.id = id;
        one.at = Instant(at_ms);
        one.program_version = version;
        if (undone.known == soci::i_ok) one.undone_at = Instant(undone.value);
      }
    }
    long long import_id = 0;
    long long records = 0;
    std::string verdict;
    std::string warnings;
    RealColumn distance;
    app::ImportedFile file;
    soci::statement rows =
        (sql.prepare << "SELECT import_id, name, verdict, format, code, reason, content_hash, records, distance_m, "
                        "warnings FROM import_file WHERE runner_id = :runner ORDER BY import_file_id",
         soci::use(runner_id), soci::into(import_id), soci::into(file.name), soci::into(verdict),
         soci::into(file.format), soci::into(file.code), soci::into(file.reason), soci::into(file.content_hash),
         soci::into(records), into(distance), soci::into(warnings));
    rows.execute();
    while (rows.fetch()) {
      const auto import = std::ranges::find(all, import_id, &app::Import::id);
      if (import == all.end()) continue;
      file.verdict = app::file_verdict(verdict).value_or(app::FileVerdict::refused);
      file.records = records;
      distance.give(file.distance);
      file.warnings.clear();
      const auto sentences = nlohmann::json::parse(warnings, nullptr, false);
      if (sentences.is_array())
        for (const auto& sentence : sentences)
          if (sentence.is_string()) file.warnings.push_back(sentence.get<std::string>());
      import->files.push_back(file);
    }
    return all;
  });
}

Result<app::Undone> SqlStore::undo_import(const std::string& runner_id, app::ImportId import, Instant at) {
  app::Undone undone;
  const Status done = in_transaction([&]() -> Status {
    bool there = false;
    WholeColumn undone_before;
    const long long import_id = import;
    const auto changed = connection_->guarded([&] {
      soci::session& sql = connection_->sql();
      sql << "SELECT undone_at_ms FROM import WHERE runner_id = :runner AND import_id = :import", soci::use(runner_id),
          soci::use(import_id), into(undone_before);
      there = sql.got_data();
      if (!there || undone_before.known == soci::i_ok) return;

      // Originals that this import brought or that its runs are made from, whoever brought them.
      std::string hash;
      std::vector<std::string> hashes;
      {
        soci::statement rows =
            (sql.prepare << "SELECT DISTINCT content_hash FROM run_source WHERE import_id = :import OR run_id IN "
                            "(SELECT run_id FROM run WHERE import_id = :again) ORDER BY content_hash",
             soci::use(import_id), soci::use(import_id), soci::into(hash));
        rows.execute();
        while (rows.fetch()) hashes.push_back(hash);
      }
      long long runs = 0;
      sql << "SELECT count(*) FROM run WHERE import_id = :import", soci::use(import_id), soci::into(runs);
      sql << "DELETE FROM run_source WHERE import_id = :import", soci::use(import_id);
      sql << "DELETE FROM run WHERE import_id = :import", soci::use(import_id);
      const long long at_ms = at.milliseconds();
      sql << "UPDATE import SET undone_at_ms = :at WHERE import_id = :import", soci::use(at_ms), soci::use(import_id);
      undone.runs = runs;
      for (const std::string& one : hashes) {
        long long users = 0;
        sql << "SELECT count(*) FROM run_source WHERE content_hash = :hash", soci::use(one), soci::into(users);
        if (users == 0) undone.unused_originals.push_back(one);
      }
    });
    if (!changed) return std::unexpected(changed.error());
    if (!there)
      return failure("no_such_import", std::to_string(import),
                     fmt::format("There is no import {}; `hipline imports list` shows them.", import));
    if (undone_before.known == soci::i_ok)
      return failure("already_undone", std::to_string(import), fmt::format("Import {} was taken back before.", import));
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return undone;
}

}  // namespace hipline::store
