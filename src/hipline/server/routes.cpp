#include "hipline/server/routes.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <utility>

#include "hipline/app/fault/fault.hpp"
#include "hipline/base/assertion.hpp"

namespace hipline::server {
namespace {

constexpr auto names = std::to_array<std::pair<Method, std::string_view>>({
    {Method::get, "GET"},
    {Method::post, "POST"},
    {Method::put, "PUT"},
    {Method::patch, "PATCH"},
    {Method::remove, "DELETE"},
});

/// Cuts the first piece off a path, with the slash before it.
std::string_view cut_piece(std::string_view& path) {
  path.remove_prefix(1);
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view piece = path.substr(0, end);
  path.remove_prefix(end);
  return piece;
}

bool is_name(std::string_view piece) { return piece.starts_with('{') && piece.ends_with('}'); }

/// What the names of the template stand for in this path; nothing where they do not fit. `written` counts the pieces
/// that the template writes out, from the left, as digits of a number: the larger, the closer the template.
std::optional<std::map<std::string, std::string>> fit(std::string_view pattern, std::string_view path,
                                                      std::uint64_t& written) {
  std::map<std::string, std::string> named;
  written = 1;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view expected = cut_piece(pattern);
    const std::string_view given = cut_piece(path);
    const bool open = is_name(expected);
    if (open ? given.empty() : given != expected) return std::nullopt;
    if (open) named.emplace(expected.substr(1, expected.size() - 2), given);
    written = written * 2 + (open ? 0 : 1);
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return named;
}

bool begins_with_any(const std::string& code, std::initializer_list<std::string_view> beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return code.starts_with(beginning); });
}

}  // namespace

std::string_view name(Method method) {
  return std::ranges::find(names, method, &std::pair<Method, std::string_view>::first)->second;
}

std::optional<Method> method_named(std::string_view name) {
  const auto* const found = std::ranges::find(names, name, &std::pair<Method, std::string_view>::second);
  if (found == names.end()) return std::nullopt;
  return found->first;
}

void Routes::add(Route route) {
  HIPLINE_ASSERT(route.path.starts_with('/') && route.handler);
  HIPLINE_ASSERT(std::ranges::none_of(
      routes_, [&](const Route& other) { return other.method == route.method && other.path == route.path; }));
  routes_.push_back(std::move(route));
}

Result<Routes::Found> Routes::find(Method method, std::string_view path) const {
  std::optional<Found> best;
  std::uint64_t closest = 0;
  bool known = false;
  if (path.starts_with('/')) {
    for (const Route& route : routes_) {
      std::uint64_t written = 0;
      auto named = fit(route.path, path, written);
      if (!named) continue;
      known = true;
      if (route.method != method || written <= closest) continue;
      closest = written;
      best = Found{&route, std::move(*named)};
    }
  }
  if (best) return std::move(*best);
  if (known)
    return failure("no_such_method", std::string(path),
                   fmt::format("{} does not know the method {}.", path, server::name(method)));
  return failure("no_such_page", std::string(path), fmt::format("There is nothing at {}.", path));
}

int status_of(const Error& error, Method method) {
  if (error.code == "database_locked") return 503;
  if (app::fault_of(error) == app::Fault::world) return 500;
  if (error.code == "no_such_method") return 405;
  if (error.code == "no_such_page") return 404;
  if (error.code == "own_computer_only") return 403;
  if ((method == Method::get || method == Method::remove) && begins_with_any(error.code, {"no_such_", "unknown_"}))
    return 404;
  if (begins_with_any(error.code, {"already_"}) || error.code == "database_not_empty") return 409;
  if (error.code == "too_large") return 413;
  return 400;
}

Reply as_reply(const Error& error, Method method) {
  return Reply{.status = status_of(error, method), .body = app::error_json(error)};
}

}  // namespace hipline::server
