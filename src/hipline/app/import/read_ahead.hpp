#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "hipline/app/ports/files.hpp"
#include "hipline/importers/reading.hpp"

namespace hipline::app {

/// Takes one reading with the bytes it was made from.
using TakeReading = std::function<void(importers::NamedReading&& reading, std::string_view bytes)>;

/// Turns a file's bytes into what they hold, one reading at a time; an archive gives one per member, as unpacked.
/// Called on several threads at once.
using ReadTrainingFile = std::function<void(const std::string& name, std::string_view bytes, const TakeReading& take)>;

/// One reading on its way to the store.
struct ReadItem {
  importers::NamedReading named;
  std::string hash;           ///< of `bytes`, or of what would stand there
  std::string bytes;          ///< empty where nothing of it is to be kept
  bool known_before = false;  ///< these bytes are in the store already: not read again
};

/// Reads files on all cores ahead of the one who keeps them, in bounded memory. Order is that of the files.
class ReadAhead {
 public:
  /// `is_known` is asked on other threads, for a file's hash. All references must outlive this object.
  ReadAhead(const std::vector<FoundFile>& found, Files& files, const ReadTrainingFile& read,
            std::function<bool(const std::string& hash)> is_known);
  /// Stops where it is.
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// The next reading of a file; nothing where it gave all. To be asked for the files in order.
  std::optional<ReadItem> next(std::size_t file);

 private:
  struct Lane {
    std::deque<ReadItem> items;
    bool done = false;
  };
  void work();
  void read_one(std::size_t file);
  /// False where all is to stop.
  bool push(std::size_t file, ReadItem item);

  const std::vector<FoundFile>& found_;
  Files& files_;
  const ReadTrainingFile& read_;
  std::function<bool(const std::string&)> is_known_;

  std::mutex mutex_;
  std::condition_variable there_is_more_;
  std::condition_variable there_is_room_;
  std::vector<Lane> lanes_;
  std::size_t next_file_ = 0;
  std::size_t asked_for_ = 0;
  std::size_t held_bytes_ = 0;
  bool stopped_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace hipline::app
