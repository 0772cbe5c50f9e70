#include "hipline/store/sql_store.hpp"

#include "hipline/app/told/told_json.hpp"
#include "hipline/store/connection.hpp"

namespace hipline::store {
namespace {

/// The document of a runner in a table of documents, if there is one.
Result<std::optional<std::string>> document(Connection& connection, const char* select, const std::string& runner_id) {
  return connection.guarded([&]() -> std::optional<std::string> {
    std::string text;
    connection.sql() << select, soci::use(runner_id, "runner"), soci::into(text);
    if (!connection.sql().got_data()) return std::nullopt;
    return text;
  });
}

Status save_document(Connection& connection, const char* upsert, const std::string& runner_id,
                     const std::string& text) {
  return connection.guarded(
      [&] { connection.sql() << upsert, soci::use(runner_id, "runner"), soci::use(text, "document"); });
}

}  // namespace

SqlStore::SqlStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
SqlStore::~SqlStore() = default;

Status SqlStore::in_transaction(const std::function<Status()>& work) { return connection_->in_transaction(work); }

Result<std::optional<model::Runner>> SqlStore::runner(const std::string& runner_id) {
  const auto text = document(*connection_, "SELECT document FROM runner WHERE runner_id = :runner", runner_id);
  if (!text) return std::unexpected(text.error());
  if (!*text) return std::nullopt;
  auto runner = app::runner_from_json(**text);
  if (!runner) return std::unexpected(runner.error());
  return std::move(*runner);
}

Status SqlStore::save_runner(const model::Runner& runner) {
  return save_document(*connection_,
                       "INSERT INTO runner (runner_id, document) VALUES (:runner, :document) "
                       "ON CONFLICT (runner_id) DO UPDATE SET document = excluded.document",
                       runner.id, app::to_json(runner));
}

Result<std::optional<model::Race>> SqlStore::race(const std::string& runner_id) {
  const auto text = document(*connection_, "SELECT document FROM race WHERE runner_id = :runner", runner_id);
  if (!text) return std::unexpected(text.error());
  if (!*text) return std::nullopt;
  auto race = app::race_from_json(**text);
  if (!race) return std::unexpected(race.error());
  return std::move(*race);
}

Status SqlStore::save_race(const std::string& runner_id, const std::optional<model::Race>& race) {
  if (race)
    return save_document(*connection_,
                         "INSERT INTO race (runner_id, document) VALUES (:runner, :document) "
                         "ON CONFLICT (runner_id) DO UPDATE SET document = excluded.document",
                         runner_id, app::to_json(*race));
  return connection_->guarded(
      [&] { connection_->sql() << "DELETE FROM race WHERE runner_id = :runner", soci::use(runner_id); });
}

Result<model::Ache> SqlStore::ache(const std::string& runner_id) {
  const auto text = document(*connection_, "SELECT document FROM ache WHERE runner_id = :runner", runner_id);
  if (!text) return std::unexpected(text.error());
  if (!*text) return model::Ache{};
  return app::ache_from_json(**text);
}

Status SqlStore::save_ache(const std::string& runner_id, const model::Ache& ache) {
  return save_document(*connection_,
                       "INSERT INTO ache (runner_id, document) VALUES (:runner, :document) "
                       "ON CONFLICT (runner_id) DO UPDATE SET document = excluded.document",
                       runner_id, app::to_json(ache));
}

}  // namespace hipline::store
