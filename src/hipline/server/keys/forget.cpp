#include "hipline/server/keys/forget.hpp"

#include <fmt/format.h>
#include <filesystem>

#include "hipline/server/keys/secret.hpp"
#include "hipline/server/phone/devices.hpp"
#include "hipline/server/phone/phone_line.hpp"

namespace hipline::server {

std::string opening_page_path(const std::string& database_path) { return database_path + ".open.html"; }

Status forget_keys(const std::string& database_path) {
  for (const std::string& path :
       {secret_path(database_path), opening_page_path(database_path), devices_path(database_path),
        devices_path(database_path) + ".lock", authority_folder(database_path)}) {
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (error) return failure("cannot_write", path, fmt::format("{} cannot be removed: {}.", path, error.message()));
  }
  return {};
}

}  // namespace hipline::server
