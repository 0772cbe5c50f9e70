#pragma once

#include <memory>

#include "hipline/app/ports/store.hpp"

namespace hipline::store {

class Connection;

/// The store behind its port: SQL over one open database with tables of this program's version.
class SqlStore final : public app::Store {
 public:
  explicit SqlStore(std::unique_ptr<Connection> connection);
  ~SqlStore() override;
  SqlStore(const SqlStore&) = delete;
  SqlStore& operator=(const SqlStore&) = delete;

  /// For tests that inject faults.
  [[nodiscard]] Connection& connection() { return *connection_; }

  Status in_transaction(const std::function<Status()>& work) override;

  Result<std::optional<model::Runner>> runner(const std::string& runner_id) override;
  Status save_runner(const model::Runner& runner) override;
  Result<std::optional<model::Race>> race(const std::string& runner_id) override;
  Status save_race(const std::string& runner_id, const std::optional<model::Race>& race) override;
  Result<model::Ache> ache(const std::string& runner_id) override;
  Status save_ache(const std::string& runner_id, const model::Ache& ache) override;

  Result<app::ImportId> begin_import(const std::string& runner_id, Instant at,
                                     const std::string& program_version) override;
  Status add_imported_file(const std::string& runner_id, app::ImportId import, const app::ImportedFile& file) override;
  Result<app::RunId> add_run(const std::string& runner_id, app::ImportId import, const std::string& kind,
                             const model::Run& run, const model::Samples& samples) override;
  Status replace_run(const std::string& runner_id, app::RunId id, app::ImportId import, const std::string& kind,
                     const model::Run& run, const model::Samples& samples) override;
  Status add_source(const std::string& runner_id, app::RunId run, app::ImportId import,
                    const std::string& content_hash) override;
  Result<std::vector<app::Import>> imports(const std::string& runner_id) override;
  Result<app::Undone> undo_import(const std::string& runner_id, app::ImportId import, Instant at) override;

  Result<std::vector<app::StoredRun>> runs(const std::string& runner_id) override;
  Result<model::Samples> samples(const std::string& runner_id, app::RunId run) override;
  Status save_run_day(const std::string& runner_id, app::RunId run, LocalDay day) override;
  Status save_told_of_run(const std::string& runner_id, const app::ToldOfRun& told) override;
  Result<std::vector<app::ToldOfRun>> told_of_runs(const std::string& runner_id) override;

  Status add_check_in(const std::string& runner_id, const model::CheckIn& check_in) override;
  Result<std::vector<model::CheckIn>> check_ins(const std::string& runner_id) override;
  Result<std::vector<model::CheckIn>> check_ins_after(const std::string& runner_id, std::int64_t& last) override;
  Status add_advice(const std::string& runner_id, const model::Advice& advice) override;
  Result<std::vector<model::Advice>> advice(const std::string& runner_id) override;
  Result<app::CircuitEntryId> add_circuit_entry(const std::string& runner_id, const model::CircuitEntry& entry,
                                                std::optional<Instant> at) override;
  Result<std::vector<app::LoggedExercise>> circuit_log(const std::string& runner_id) override;
  Status undo_circuit_entry(const std::string& runner_id, app::CircuitEntryId id, Instant at) override;
  Status add_decision(const std::string& runner_id, const app::DecisionEntry& entry) override;
  Result<std::vector<app::DecisionEntry>> decisions(const std::string& runner_id) override;
  Result<std::optional<app::DecisionEntry>> latest_decision(const std::string& runner_id) override;
  Result<std::vector<app::DecisionEntry>> decisions_since(const std::string& runner_id, Instant since) override;

  Result<bool> note_page_id(const std::string& runner_id, const std::string& id, Instant at) override;
  Result<std::optional<std::string>> page_settings(const std::string& runner_id) override;
  Status save_page_settings(const std::string& runner_id, const std::string& document) override;
  Status add_plan_move(const std::string& runner_id, const model::PlanMove& move) override;
  Result<std::vector<model::PlanMove>> plan_moves(const std::string& runner_id) override;
  Status undo_plan_move(const std::string& runner_id, Instant at) override;

  Result<std::optional<app::Written>> written() override;

 private:
  std::unique_ptr<Connection> connection_;
};

}  // namespace hipline::store
