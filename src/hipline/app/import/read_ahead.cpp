#include "hipline/app/import/read_ahead.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <span>
#include <utility>

#include "hipline/base/sha256.hpp"
#include "hipline/importers/detect.hpp"

namespace hipline::app {
namespace {

/// Larger than any training file or archive of them; a bigger one is something else and is not read into memory.
constexpr std::uint64_t largest_file_bytes = 2ULL * 1024 * 1024 * 1024;
/// What may wait for the one who keeps it, all files together.
constexpr std::size_t most_held_bytes = std::size_t{64} << 20;
constexpr unsigned most_threads = 8;

std::size_t cost_of(const ReadItem& item) {
  constexpr std::size_t bytes_of_a_record = 60;
  std::size_t cost = item.bytes.size() + 1024;
  for (const auto& activity : item.named.reading.activities) cost += activity.samples.records() * bytes_of_a_record;
  return cost;
}

bool is_packed(std::string_view bytes) {
  const auto format = importers::detect(std::as_bytes(std::span(bytes.substr(0, 4096))));
  return format == importers::Format::gzip || format == importers::Format::zip;
}

ReadItem refused(const std::string& path, std::string code, std::string reason) {
  ReadItem item;
  item.named = {path, importers::refused("", std::move(code), std::move(reason))};
  return item;
}

}  // namespace

ReadAhead::ReadAhead(const std::vector<FoundFile>& found, Files& files, const ReadTrainingFile& read,
                     std::function<bool(const std::string& hash)> is_known)
    : found_(found), files_(files), read_(read), is_known_(std::move(is_known)), lanes_(found.size()) {
  const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
  const std::size_t threads = std::min<std::size_t>(cores, std::max<std::size_t>(found.size(), 1));
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

ReadAhead::~ReadAhead() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  there_is_room_.notify_all();
  threads_.clear();
}

std::optional<ReadItem> ReadAhead::next(std::size_t file) {
  std::unique_lock lock(mutex_);
  asked_for_ = file;
  there_is_room_.notify_all();
  Lane& lane = lanes_[file];
  there_is_more_.wait(lock, [&] { return !lane.items.empty() || lane.done; });
  if (lane.items.empty()) return std::nullopt;
  ReadItem item = std::move(lane.items.front());
  lane.items.pop_front();
  held_bytes_ -= cost_of(item);
  there_is_room_.notify_all();
  return item;
}

void ReadAhead::work() {
  for (;;) {
    std::size_t file = 0;
    {
      const std::scoped_lock lock(mutex_);
      if (stopped_ || next_file_ == found_.size()) return;
      file = next_file_++;
    }
    read_one(file);
    {
      const std::scoped_lock lock(mutex_);
      lanes_[file].done = true;
    }
    there_is_more_.notify_all();
  }
}

void ReadAhead::read_one(std::size_t file) {
  const std::string& path = found_[file].path;
  if (found_[file].bytes > largest_file_bytes) {
    push(file, refused(path, "file_too_large", fmt::format("{} is larger than any training file: not read.", path)));
    return;
  }
  auto bytes = files_.read(path);
  if (!bytes) {
    push(file, refused(path, bytes.error().code, bytes.error().message));
    return;
  }
  // Of an archive its members are known, never itself.
  const std::string whole = is_packed(*bytes) ? std::string() : sha256_hex(*bytes);
  if (!whole.empty() && is_known_(whole)) {
    ReadItem item;
    item.named.name = path;
    item.hash = whole;
    item.known_before = true;
    push(file, std::move(item));
    return;
  }
  std::optional<ReadItem> plain;  // waits until its bytes can be handed over without a copy
  bool going = true;
  read_(path, *bytes, [&](importers::NamedReading&& named, std::string_view member) {
    if (!going) return;
    const bool itself = !whole.empty() && member.data() == bytes->data() && member.size() == bytes->size();
    ReadItem item;
    item.hash = itself ? whole : sha256_hex(member);
    const bool keep = !named.reading.activities.empty();
    item.named = std::move(named);
    if (itself && !plain) {
      plain = std::move(item);
      return;
    }
    if (keep) item.bytes = member;
    going = push(file, std::move(item));
  });
  if (plain && going) {
    if (!plain->named.reading.activities.empty()) plain->bytes = std::move(*bytes);
    push(file, std::move(*plain));
  }
}

bool ReadAhead::push(std::size_t file, ReadItem item) {
  const std::size_t cost = cost_of(item);
  std::unique_lock lock(mutex_);
  there_is_room_.wait(lock, [&] {
    return stopped_ || held_bytes_ + cost <= most_held_bytes || (file == asked_for_ && lanes_[file].items.empty());
  });
  if (stopped_) return false;
  held_bytes_ += cost;
  lanes_[file].items.push_back(std::move(item));
  there_is_more_.notify_all();
  return true;
}

}  // namespace hipline::app
