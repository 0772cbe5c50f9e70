#include <map>
#include <mutex>

#include "hipline/app/import/import_upload.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"
#include "hipline/server/event_log.hpp"

namespace hipline::server {
namespace {

/// The imports that are being read, and the latest that were, each with what happened in it.
class Jobs {
 public:
  std::pair<std::string, std::shared_ptr<EventLog>> begin() {
    const std::lock_guard lock(mutex_);
    const std::string id = std::to_string(++last_);
    if (logs_.size() >= kept) logs_.erase(logs_.begin());
    return {id, logs_[last_] = std::make_shared<EventLog>()};
  }
  std::shared_ptr<const EventLog> find(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = logs_.find(id);
    return found == logs_.end() ? nullptr : found->second;
  }

 private:
  static constexpr std::size_t kept = 100;
  std::mutex mutex_;
  std::int64_t last_ = 0;
  std::map<std::int64_t, std::shared_ptr<EventLog>> logs_;
};

void read_in(World& world, const std::string& name, const Request& request, EventLog& log) {
  const auto failed = [&](const Error& error) {
    log.tell("failed", app::import_failed_json(error));
    log.end();
  };
  const auto bytes = sent(request);
  if (!bytes) return failed(bytes.error());
  const auto store = world.store();
  if (!store) return failed(store.error());
  const auto progress = [&](const app::ImportProgress& so_far) {
    log.tell("reading", app::import_reading_json(so_far));
    return app::GoOn::yes;
  };
  const auto report = app::import_upload(name, *bytes, world.runner_id(), world.version(),
                                         {**store, world.files(), world.clock(), world.zones()}, progress);
  if (!report) return failed(report.error());
  log.tell("done", app::import_done_json(report->id, report->files, world.catalog()));
  log.end();
}

Result<Reply> begin_import(Jobs& jobs, World& world, const Request& request) {
  const auto name = request.query.find("name");
  if (name == request.query.end() || name->second.empty() || name->second.size() > 255)
    return failure("missing_field", "name", "Say what the file is called: ?name=FILE.");
  const auto bytes = sent(request);
  if (!bytes) return std::unexpected(bytes.error());
  if (bytes->empty()) return failure("nothing_said", "body", "The file is empty.");
  auto [id, log] = jobs.begin();
  // The request goes along: it holds what was sent.
  world.in_background([name = name->second, request, log = log](World& there) { read_in(there, name, request, *log); });
  return Reply{.status = 202, .body = app::import_job_json(id, name->second)};
}

Result<Reply> watch(Jobs& jobs, const Request& request) {
  const auto id = number_named(request, "id");
  if (!id) return std::unexpected(id.error());
  auto log = jobs.find(*id);
  if (!log) return failure("no_such_import", "id", "No import of this number is being read; /api/imports lists them.");
  return Reply{.content_type = "text/event-stream", .events = std::move(log)};
}

Result<Reply> get_imports(World& world, const Request&) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto imports = (*store)->imports(world.runner_id());
  if (!imports) return std::unexpected(imports.error());
  return Reply{.body = app::imports_screen(*imports, world.made_up())};
}

Result<Reply> undo(World& world, const Request& request) {
  const auto id = number_named(request, "id");
  if (!id) return std::unexpected(id.error());
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto undone = app::undo_import(world.runner_id(), *id, {**store, world.files(), world.clock(), world.zones()});
  if (!undone) return std::unexpected(undone.error());
  return get_imports(world, request);
}

}  // namespace

void add_imports(Routes& routes) {
  const auto jobs = std::make_shared<Jobs>();
  routes.add({.method = Method::get, .path = "/api/imports", .handler = get_imports});
  routes.add({.method = Method::post,
              .path = "/api/imports",
              .handler = [jobs](World& world, const Request& request) { return begin_import(*jobs, world, request); },
              .body_limit = upload_limit,
              .body_lies = BodyLies::on_disk});
  routes.add({.method = Method::get,
              .path = "/api/imports/{id}/events",
              .handler = [jobs](World&, const Request& request) { return watch(*jobs, request); }});
  routes.add({.method = Method::remove, .path = "/api/imports/{id}", .handler = undo});
}

}  // namespace hipline::server
