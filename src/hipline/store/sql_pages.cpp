// What the pages in the browser keep: ids of what they sent, their settings, and moves of planned days.
#include <fmt/format.h>

#include "hipline/store/column.hpp"
#include "hipline/store/connection.hpp"
#include "hipline/store/sql_store.hpp"

namespace hipline::store {

Result<bool> SqlStore::note_page_id(const std::string& runner_id, const std::string& id, Instant at) {
  bool is_new = false;
  const Status done = in_transaction([&]() -> Status {
    return connection_->guarded([&] {
      soci::session& sql = connection_->sql();
      long long known = 0;
      sql << "SELECT COUNT(*) FROM page_id WHERE runner_id = :runner AND id = :id", soci::use(runner_id), soci::use(id),
          soci::into(known);
      is_new = known == 0;
      if (!is_new) return;
      const long long at_ms = at.milliseconds();
      sql << "INSERT INTO page_id (runner_id, id, at_ms) VALUES (:runner, :id, :at)", soci::use(runner_id),
          soci::use(id), soci::use(at_ms);
    });
  });
  if (!done) return std::unexpected(done.error());
  return is_new;
}

Result<std::optional<std::string>> SqlStore::page_settings(const std::string& runner_id) {
  std::optional<std::string> document;
  const auto read = connection_->guarded([&] {
    std::string text;
    soci::statement rows =
        (connection_->sql().prepare << "SELECT document FROM page_settings WHERE runner_id = :runner",
         soci::use(runner_id), soci::into(text));
    rows.execute();
    if (rows.fetch()) document = text;
  });
  if (!read) return std::unexpected(read.error());
  return document;
}

Status SqlStore::save_page_settings(const std::string& runner_id, const std::string& document) {
  return in_transaction([&]() -> Status {
    return connection_->guarded([&] {
      soci::session& sql = connection_->sql();
      sql << "DELETE FROM page_settings WHERE runner_id = :runner", soci::use(runner_id);
      sql << "INSERT INTO page_settings (runner_id, document) VALUES (:runner, :document)", soci::use(runner_id),
          soci::use(document);
    });
  });
}

Status SqlStore::add_plan_move(const std::string& runner_id, const model::PlanMove& move) {
  return connection_->guarded([&] {
    const long long at_ms = move.at.milliseconds();
    const std::string day = move.day.iso();
    const std::string to = move.to.iso();
    connection_->sql() << "INSERT INTO plan_move (runner_id, day, to_day, at_ms) VALUES (:runner, :day, :to, :at)",
        soci::use(runner_id), soci::use(day), soci::use(to), soci::use(at_ms);
  });
}

Result<std::vector<model::PlanMove>> SqlStore::plan_moves(const std::string& runner_id) {
  std::vector<model::PlanMove> all;
  bool sound = true;
  const auto read = connection_->guarded([&] {
    std::string day;
    std::string to;
    long long at_ms = 0;
    soci::statement rows = (connection_->sql().prepare << "SELECT day, to_day, at_ms FROM plan_move WHERE runner_id = "
                                                          ":runner AND undone_at_ms IS NULL ORDER BY plan_move_id",
                            soci::use(runner_id), soci::into(day), soci::into(to), soci::into(at_ms));
    rows.execute();
    while (rows.fetch()) {
      const auto parsed_day = LocalDay::parse(day);
      const auto parsed_to = LocalDay::parse(to);
      sound = sound && parsed_day && parsed_to;
      if (!sound) return;
      all.push_back({*parsed_day, *parsed_to, Instant(at_ms)});
    }
  });
  if (!read) return std::unexpected(read.error());
  if (!sound)
    return failure(
        "database_damaged", connection_->path(),
        fmt::format("The database {} holds a moved day that no program of ours wrote.", connection_->path()));
  return all;
}

Status SqlStore::undo_plan_move(const std::string& runner_id, Instant at) {
  return in_transaction([&]() -> Status {
    long long standing = 0;
    Column<long long> latest;
    const auto looked = connection_->guarded([&] {
      connection_->sql() << "SELECT COUNT(*), MAX(plan_move_id) FROM plan_move "
                            "WHERE runner_id = :runner AND undone_at_ms IS NULL",
          soci::use(runner_id), soci::into(standing), into(latest);
    });
    if (!looked) return std::unexpected(looked.error());
    if (standing == 0) return failure("no_such_move", "moves", "No move stands that could be taken back.");
    return connection_->guarded([&] {
      const long long now = at.milliseconds();
      connection_->sql() << "UPDATE plan_move SET undone_at_ms = :now WHERE plan_move_id = :id", soci::use(now),
          soci::use(latest.value);
    });
  });
}

}  // namespace hipline::store
