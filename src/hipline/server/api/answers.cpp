#include "hipline/server/api/answers.hpp"

#include <charconv>
#include <filesystem>

#include "hipline/app/screens/screens.hpp"
#include "hipline/server/message/upload.hpp"

namespace hipline::server {
namespace {

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

std::uint64_t bytes_of(const std::string& path) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(path, error);
  return error ? 0 : static_cast<std::uint64_t>(bytes);
}

}  // namespace

Result<app::TodayAnswer> answer_of(World& world) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const auto kept = world.kept();
  if (!kept) return std::unexpected(kept.error());
  return app::answer_today({world.runner_id(), *today, world.now(), world.version()}, **store, world.catalog(),
                           kept->day);
}

Result<Reply> as_json(Result<std::string> json) {
  if (!json) return std::unexpected(json.error());
  return Reply{.body = std::move(*json)};
}

Result<std::int64_t> number_named(const Request& request, const std::string& name) {
  const auto found = request.named.find(name);
  const auto number = found == request.named.end() ? std::nullopt : whole_number(found->second);
  if (!number) return failure("bad_number", name, "The address needs a whole number here.");
  return *number;
}

Result<std::optional<int>> number_asked(const Request& request, const std::string& name, int lowest, int highest) {
  const auto found = request.query.find(name);
  if (found == request.query.end()) return std::nullopt;
  const auto number = whole_number(found->second);
  if (!number) return failure("bad_number", name, "This needs a whole number.");
  if (!(*number >= lowest && *number <= highest))
    return failure("out_of_range", name,
                   "This must lie between " + std::to_string(lowest) + " and " + std::to_string(highest) + ".");
  return static_cast<int>(*number);
}

Result<std::string_view> sent(const Request& request) {
  if (request.upload) return request.upload->bytes();
  return std::string_view(request.body);
}

Result<std::string> about_json(World& world) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const app::Installation installation{world.version(), world.database_path(), world.database_path() + ".originals",
                                       bytes_of(world.database_path()), *today};
  return app::about_screen(installation, world.runner_id(), world.made_up(), **store, world.catalog());
}

}  // namespace hipline::server
