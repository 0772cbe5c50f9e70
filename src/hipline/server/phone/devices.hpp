#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/error.hpp"

namespace hipline::server {

/// A browser on another device that was paired and not revoked.
struct Device {
  std::string id;
  std::string name;         ///< as its owner called it
  std::string secret_hash;  ///< SHA-256 of what its cookie holds; the secret itself is kept by the device alone
  Instant paired_at;
  Instant last_seen_at;  ///< to the minute
};

/// The paired devices, in a file beside the database that its owner alone may read (0600). What another program writes
/// there (`hipline devices revoke`) holds from the next request on. Safe from several threads and programs.
class Devices {
 public:
  explicit Devices(std::string path) : path_(std::move(path)) {}

  /// In the order in which they were paired. Errors: devices_damaged (then no device is let in).
  Result<std::vector<Device>> all();
  struct Added {
    Device device;
    std::string secret;  ///< for its cookie: told here and never again
  };
  /// Errors: already_many_devices, devices_damaged, cannot_write, disk_full.
  Result<Added> add(const std::string& name, Instant now);
  /// Errors: no_such_device, devices_damaged, cannot_write, disk_full.
  Status revoke(const std::string& id);
  /// Shuts all of them out and forgets their names, also where the list is damaged. Errors: cannot_write.
  Status revoke_all();
  /// The device that holds this secret, and notes that it was here; nothing where there is none.
  std::optional<Device> seen(std::string_view secret, Instant now);

 private:
  Status read();
  Status write(const std::vector<Device>& devices);

  std::string path_;
  std::mutex mutex_;
  std::string state_;  ///< of the file that was read: another one has to be read again
  std::vector<Device> devices_;
};

/// The file of devices beside a database.
std::string devices_path(const std::string& database_path);

/// A name as it is kept: one line, at most 40 characters; `instead` where nothing is left of it.
std::string tidy_name(std::string_view name, const std::string& instead);

}  // namespace hipline::server
