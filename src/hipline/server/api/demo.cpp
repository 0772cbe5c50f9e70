// Looking around as the made-up runner, in a database of its own.
#include "hipline/app/demo/demo.hpp"

#include <fmt/format.h>
#include <filesystem>

#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

namespace fs = std::filesystem;

/// The made-up runner's training files, beside their database; nobody needs them once they were read.
class TrainingFiles {
 public:
  explicit TrainingFiles(const std::string& database) : folder_(database + ".training") {}
  ~TrainingFiles() {
    std::error_code error;
    fs::remove_all(folder_, error);
  }
  TrainingFiles(const TrainingFiles&) = delete;
  TrainingFiles& operator=(const TrainingFiles&) = delete;

  Result<std::string> make() {
    std::error_code error;
    fs::remove_all(folder_, error);
    if (!error) fs::create_directories(folder_, error);
    if (error)
      return failure("cannot_write", folder_.string(),
                     fmt::format("The made-up runner needs this folder, and it cannot be made: {}.", error.message()));
    return folder_.string();
  }

 private:
  fs::path folder_;
};

Result<Reply> look_around(World& world, const Request& request) {
  const auto story = app::story_asked_for(request.body);
  if (!story) return std::unexpected(story.error());
  World there = world.of_made_up_runner();
  // Whatever an earlier look left there goes: it is made up, and made again in seconds.
  if (const Status removed = there.remove_everything(); !removed) return std::unexpected(removed.error());
  const auto today = there.today();
  if (!today) return std::unexpected(today.error());
  const auto store = there.store();
  if (!store) return std::unexpected(store.error());
  TrainingFiles training(there.database_path());
  auto folder = training.make();
  if (!folder) return std::unexpected(folder.error());
  const app::DemoRequest demo{*story, *today, there.runner_id(), *std::move(folder), there.version()};
  const auto made = app::make_demo(demo, {**store, there.files(), there.clock(), there.zones()}, there.catalog());
  if (!made) return std::unexpected(made.error());
  auto about = about_json(there);
  if (!about) return std::unexpected(about.error());
  return Reply{.body = *std::move(about), .looks_around = true};
}

Result<Reply> come_back(World& world, const Request&) {
  if (const Status removed = world.of_made_up_runner().remove_everything(); !removed)
    return std::unexpected(removed.error());
  World own = world.of_own_runner();
  auto about = about_json(own);
  if (!about) return std::unexpected(about.error());
  return Reply{.body = *std::move(about), .looks_around = false};
}

}  // namespace

void add_demo(Routes& routes) {
  routes.add({.method = Method::post, .path = "/api/demo", .handler = look_around});
  routes.add({.method = Method::remove, .path = "/api/demo", .handler = come_back});
}

}  // namespace hipline::server
