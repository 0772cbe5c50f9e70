#include "hipline/server/phone/devices.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
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

/// One character of a text in UTF-8.
struct Character {
  std::uint32_t number;
  std::size_t size;
  std::string_view bytes;
};

constexpr std::uint32_t broken = 0xfffd;

/// A byte that begins no whole character stands for itself, as `broken`.
Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t size = byte(0) < 0x80 ? 1 : byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : 2;
  constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  std::uint32_t number = size == 1 ? byte(0) : byte(0) & (0xffU >> (size + 1));
  bool whole = size == 1 || (byte(0) >= 0xc0 && byte(0) < 0xf8 && text.size() >= size);
  for (std::size_t i = 1; whole && i < size; ++i) {
    whole = (byte(i) & 0xc0) == 0x80;
    number = number << 6 | (byte(i) & 0x3f);
  }
  if (!whole || number < smallest[size] || number > 0x10ffff || (number >= 0xd800 && number < 0xe000))
    return {broken, 1, text.substr(0, 1)};
  return {number, size, text.substr(0, size)};
}

bool is_blank(std::uint32_t character) {
  return character <= 0x20 || character == 0x7f || character == 0xa0 || character == 0x2028 || character == 0x2029;
}

/// What a terminal obeys (C1), what turns the order of letters round, and what nobody sees: with it a name could hide
/// or forge the line that says who was paired.
bool rules_the_screen(std::uint32_t character) {
  return character == broken || (character >= 0x80 && character < 0xa0) || character == 0xad || character == 0x61c ||
         (character >= 0x200b && character <= 0x200f) || (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2060 && character <= 0x206f) || character == 0xfeff || character >= 0xe0000;
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

Status Devices::revoke_all() {
  const std::scoped_lock lock(mutex_);
  const Lock alone(path_ + ".lock");
  std::error_code error;
  std::filesystem::remove(path_, error);
  if (error) return failure("cannot_write", path_, fmt::format("{} cannot be removed: {}.", path_, error.message()));
  devices_.clear();
  state_.clear();
  return {};
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
  Device device = here;
  // A full disk must not keep the phone out: the note is then missing, no more.
  [[maybe_unused]] const Status noted = write(devices);
  return device;
}

std::string devices_path(const std::string& database_path) { return database_path + ".devices"; }

std::string tidy_name(std::string_view name, const std::string& instead) {
  std::string tidy;
  std::size_t characters = 0;
  while (!name.empty()) {
    const Character next = first_character(name);
    name.remove_prefix(next.size);
    const bool blank = is_blank(next.number);
    if (blank ? tidy.empty() || tidy.back() == ' ' : rules_the_screen(next.number)) continue;
    if (++characters > longest_name) break;
    tidy += blank ? " " : next.bytes;
  }
  while (tidy.ends_with(' ')) tidy.pop_back();
  return tidy.empty() ? instead : tidy;
}

}  // namespace hipline::server
