#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/demo/made_up_runner.hpp"
#include "hipline/app/import/progress.hpp"
#include "hipline/app/setup/profile.hpp"
#include "hipline/app/today/today.hpp"
#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/trends/promises.hpp"

namespace hipline::app {

// What the pages in the browser are made from, each as one JSON object of schema/api/openapi.yaml. At the clinician
// levels none of them carries a run, a circuit or a plan: `closed` stands in their place.

/// How the pages look and sound, as the runner chose it.
struct PageSettings {
  std::string english = "british";
  bool voice = true;
  bool sounds = true;
  std::string get_ready = "count";  ///< or tap
};
/// Errors: damaged_document, and the store's.
Result<PageSettings> load_page_settings(const std::string& runner_id, Store& store);
/// Reads and keeps what the page sent, units too. Errors: bad_json, those of its fields, and the store's.
Status keep_page_settings(const std::string& runner_id, std::string_view json, Store& store, const Zones& zones);
std::string settings_screen(const PageSettings& settings, model::Units units);

/// What stands round an installation.
struct Installation {
  std::string version;
  std::string database;
  std::string originals;
  std::uint64_t bytes = 0;
  LocalDay today;
};
/// Errors: the store's.
Result<std::string> about_screen(const Installation& installation, const std::string& runner_id, bool made_up,
                                 Store& store, const catalog::Catalog& catalog);

/// Errors: the store's.
Result<std::string> setup_screen(const std::string& runner_id, Store& store, const catalog::Catalog& catalog,
                                 const Zones& zones);
/// Tells some fields, all or none. Errors: unknown_field, those of `tell`, and the store's.
Status tell_setup(const std::string& runner_id, std::string_view json, LocalDay today, Store& store,
                  const catalog::Catalog& catalog, const Zones& zones);

/// Which made-up runner a page asks for; the one that settles where it does not say. Errors: bad_json, those of its
/// fields.
Result<Story> story_asked_for(std::string_view json);

std::string imports_screen(const std::vector<Import>& imports, bool made_up);
/// What happens while a file is read in: the job, how far it has come, its end.
std::string import_job_json(const std::string& id, const std::string& name);
std::string import_reading_json(const ImportProgress& so_far);
std::string import_done_json(std::optional<ImportId> id, const std::vector<ImportedFile>& files,
                             const catalog::Catalog& catalog);
std::string import_failed_json(const Error& error);
/// What a restore brought back, and the installation after it.
std::string restored_json(std::size_t runs, std::size_t originals, std::size_t check_ins, std::size_t decisions,
                          std::string_view about);

/// The three promises as measured up to an answer's day. Errors: the store's.
Result<trends::Promises> promises_of(const TodayAnswer& answer, const std::string& runner_id, Store& store,
                                     const catalog::Catalog& catalog);

std::string today_screen(const TodayAnswer& answer, const trends::Promises& promises, const catalog::Catalog& catalog,
                         std::string_view version);
std::string trends_screen(const TodayAnswer& answer, int days, const trends::Promises& promises,
                          const catalog::Catalog& catalog, std::string_view version);

/// Notes what a clinician said, as the page sent it. Errors: bad_json, those of its fields, and the store's.
Status keep_advice(const std::string& runner_id, std::string_view json, LocalDay today, Instant at, Store& store);
std::string advice_screen(const TodayAnswer& answer, const catalog::Catalog& catalog);
std::string note_screen(const TodayAnswer& answer, bool with_private, const catalog::Catalog& catalog,
                        std::string_view version);
std::string race_screen(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version);

/// Errors: of a wish that does not hold, as `wished_circuit_page`.
Result<std::string> circuit_screen(const TodayAnswer& answer, std::optional<int> minutes,
                                   const catalog::Catalog& catalog, std::string_view version);
/// Keeps a guided session that the page sends; the same id twice keeps once. Answers what was kept, as JSON.
/// Errors: bad_json, those of its fields, out_of_range for a day after `today`, and the store's.
Result<std::string> keep_circuit_session(const std::string& runner_id, std::string_view json, LocalDay today,
                                         Instant now, bool made_up, Store& store, const catalog::Catalog& catalog);
std::string circuit_log_screen(const std::vector<LoggedExercise>& log, bool made_up, const catalog::Catalog& catalog);

/// `moves`: the runner's own, in their order.
std::string plan_screen(const TodayAnswer& answer, const std::vector<model::PlanMove>& moves,
                        const catalog::Catalog& catalog, std::string_view version);
/// What a page asks of a planned day.
struct MoveRequest {
  model::PlanMove move;
  bool confirm = false;
};
/// Errors: bad_json, those of its fields; out_of_range for a day that cannot be moved.
Result<MoveRequest> move_request(std::string_view json, const TodayAnswer& answer, Instant at);
/// Shows what a move would do, and keeps it where it is confirmed and nothing refuses it. Errors: the store's.
Result<std::string> move_screen(const MoveRequest& request, const TodayAnswer& answer,
                                const std::vector<model::PlanMove>& moves, Store& store,
                                const catalog::Catalog& catalog, std::string_view version);

std::string library_screen(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version);
/// Errors: unknown_exercise.
Result<std::string> exercise_screen(const TodayAnswer& answer, std::string_view id, const catalog::Catalog& catalog,
                                    std::string_view version);
/// Errors: bad_json, those of its fields, unknown_exercise.
Result<std::string> mix_screen(const TodayAnswer& answer, std::string_view json, const catalog::Catalog& catalog,
                               std::string_view version);
/// Errors: bad_json, those of its fields, unknown_exercise, and the store's.
Status keep_favourites(const std::string& runner_id, std::string_view json, LocalDay today, Store& store,
                       const catalog::Catalog& catalog, const Zones& zones);
Status add_own_exercise(const std::string& runner_id, std::string_view json, LocalDay today, Store& store,
                        const Zones& zones);
Status remove_own_exercise(const std::string& runner_id, const std::string& id, Store& store, const Zones& zones);

std::string rules_screen(const catalog::Catalog& catalog, std::string_view version);
/// Errors: unknown_rule.
Result<std::string> rule_screen(std::string_view id, const catalog::Catalog& catalog);
std::string evidence_screen(const catalog::Catalog& catalog);
/// Errors: unknown_evidence.
Result<std::string> source_screen(std::string_view id, const catalog::Catalog& catalog);

}  // namespace hipline::app
