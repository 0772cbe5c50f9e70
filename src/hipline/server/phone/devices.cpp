#include "hipline/server/phone/devices.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "hipline/app/ports/files.hpp"
#include "hipline/base/sha256.hpp"
#include "hipline/server/keys/secret.hpp"

namespace hipline::server {
namespace {

using nlohmann::ordered_json;

/// More than one person has; so that nobody fills the list.
constexpr std::size_t most_devices = 20;
constexpr std::size_t longest_name = 40;
constexpr double seconds_between_notes = 60;

/// One program at a time changes the list.
class Lock {
 public:
  explicit Lock(const std::string& path) : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ >= 0) ::flock(descriptor_, LOCK_EX);
  }
  ~Lock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int descriptor_;
};

/// Tells one version of a file from the next; empty where there is none.
std::string state_of(const std::string& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return "";
  return fmt::format("{} {} {} {}", file.st_ino, file.st_size, file.st_mtim.tv_sec, file.st_mtim.tv_nsec);
}

/// Nothing where a field is missing or of another kind.
std::optional<std::vector<Device>> devices_in(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("devices") || !json["devices"].is_array()) return std::nullopt;
  std::vector<Device> devices;
  for (const auto& one : json["devices"]) {
    const auto field = [&](const char* name) {
      return one.is_object() && one.contains(name) && one[name].is_string() ? one[name].get<std::string>() : "";
    };
    const auto paired = Instant::parse(field("paired_at"));
    const auto seen = Instant::parse(field("last_seen_at"));
    if (field("id").empty() || field("secret_hash").size() != 64 || !paired || !seen) return std::nullopt;
    devices.push_back({field("id"), field("name"), field("secret_hash"), *paired, *seen});
  }
  return devices;
}

}  // namespace

Status Devices::read() {
  std::string state = state_of(path_);
  if (state == state_) return {};
  devices_.clear();
  state_.clear();
  if (state.empty()) return {};
  std::ifstream in(path_, std::ios::binary);
  auto devices = devices_in({std::istreambuf_iterator<char>(in), {}});
  if (!devices)
    return failure("devices_damaged", path_,
                   fmt::format("The list of paired devices {} cannot be read, so none is let in. Delete that file and "
                               "pair them again.",
                               path_));
  devices_ = *std::move(devices);
  state_ = std::move(state);
  return {};
}

Status Devices::write(const std::vector<Device>& devices) {
  ordered_json list = ordered_json::array();
  for (const Device& one : devices)
    list.push_back({{"id", one.id},
                    {"name", one.name},
                    {"secret_hash", one.secret_hash},
                    {"paired_at", one.paired_at.iso()},
                    {"last_seen_at", one.last_seen_at.iso()}});
  const std::string text =
      ordered_json{{"devices", list}}.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  if (const Status written = app::write_private_file(path_, text); !written) return written;
  devices_ = devices;
  state_ = state_of(path_);
  return {};
}

Result<std::vector<Device>> Devices::all() {
  const std::scoped_lock lock(mutex_);
  if (const Status known = read(); !known) return std::unexpected(known.error());
  return devices_;
}

Result<Devices::Added> Devices::add(const std::string& name, Instant now) {
  const std::scoped_lock lock(mutex_);
  const Lock alone(path_ + ".lock");
  if (const Status known = read(); !known) return std::unexpected(known.error());
  if (devices_.size() >= most_devices)
    return failure("already_many_devices", "",
                   fmt::format("{} devices are paired already: revoke one that is no longer used.", most_devices));
  Added added;
  added.secret = fresh_secret();
  added.device = {fresh_secret().substr(0, 8), tidy_name(name, "Phone"), sha256_hex(added.secret), now, now};
  auto devices = devices_;
  devices.push_back(added.device);
  if (const Status written = write(devices); !written) return std::unexpected(written.error());
  return added;
}

Status Devices::revoke(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  const Lock alone(path_ + ".lock");
  if (const Status known = read(); !known) return known;
  auto devices = devices_;
  if (std::erase_if(devices, [&](const Device& one) { return one.id == id; }) == 0)
    return failure("no_such_device", "id", fmt::format("No paired device has the id {}.", id));
  return write(devices);
}

std::optional<Device> Devices::seen(std::string_view secret, Instant now) {
  if (secret.empty()) return std::nullopt;
  const std::string hash = sha256_hex(secret);
  const std::scoped_lock lock(mutex_);
  const auto find = [&] {
    return std::ranges::find_if(devices_, [&](const Device& one) { return same_secret(one.secret_hash, hash); });
  };
  if (!read()) return std::nullopt;
  auto found = find();
  if (found == devices_.end()) return std::nullopt;
  if (const double since = now - found->last_seen_at; since >= 0 && since < seconds_between_notes) return *found;

  const Lock alone(path_ + ".lock");
  // Somebody may have revoked it while we waited: a note must not bring it back.
  if (!read()) return std::nullopt;
  found = find();
  if (found == devices_.end()) return std::nullopt;
  auto devices = devices_;
  Device& here = devices[static_cast<std::size_t>(found - devices_.begin())];
  here.last_seen_at = now;
  const Device device = here;
  // A full disk must not keep the phone out: the note is then missing, no more.
  (void)write(devices);
  return device;
}

std::string devices_path(const std::string& database_path) { return database_path + ".devices"; }

std::string tidy_name(std::string_view name, const std::string& instead) {
  std::string tidy;
  std::size_t characters = 0;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool begins = (byte & 0xc0) != 0x80;
    const bool blank = byte <= 0x20 || byte == 0x7f;
    if (blank && (tidy.empty() || tidy.back() == ' ')) continue;
    if (begins && ++characters > longest_name) break;
    tidy += blank ? ' ' : c;
  }
  while (tidy.ends_with(' ')) tidy.pop_back();
  return tidy.empty() ? instead : tidy;
}

}  // namespace hipline::server
