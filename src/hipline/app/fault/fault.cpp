#include "hipline/app/fault/fault.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace hipline::app {
namespace {

/// Failures of the world and of ourselves. Every other code is about what was asked.
constexpr auto failures = std::to_array<std::string_view>({
    "database_locked",
    "database_newer",
    "database_read_only",
    "database_damaged",
    "not_a_database",
    "cannot_open_database",
    "disk_full",
    "disk_error",
    "cannot_write",
    "cannot_listen",
    "cannot_make_certificate",
    "devices_damaged",
    "store_failed",
    "original_missing",
    "damaged_document",
    "content_broken",
    "checks_failed",
});

}  // namespace

Fault fault_of(const Error& error) {
  return std::ranges::find(failures, error.code) != failures.end() ? Fault::world : Fault::asked;
}

std::string error_json(const Error& error) {
  const nlohmann::ordered_json value = {
      {"error", {{"code", error.code}, {"where", error.where}, {"message", error.message}}}};
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace hipline::app
