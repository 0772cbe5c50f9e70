#include "hipline/server/store_pool.hpp"

namespace hipline::server {

Result<StorePool::Loan> StorePool::lend() {
  std::unique_lock lock(mutex_);
  back_.wait(lock, [this] { return !removing_; });
  if (const auto seen = look(); !seen) return std::unexpected(seen.error());
  if (!idle_.empty()) {
    Loan loan(*this, std::move(idle_.back()), file_);
    idle_.pop_back();
    ++lent_;
    return loan;
  }
  ++lent_;
  const std::int64_t file = file_;
  lock.unlock();
  // Opening takes milliseconds; nobody else has to wait for it.
  auto opened = databases_.open(path_);
  if (opened) return Loan(*this, std::move(*opened), file);
  lock.lock();
  --lent_;
  back_.notify_all();
  return std::unexpected(opened.error());
}

Result<StorePool::Version> StorePool::version() {
  std::unique_lock lock(mutex_);
  back_.wait(lock, [this] { return !removing_; });
  return look();
}

Result<StorePool::Version> StorePool::look() {
  if (watch_) {
    const auto writes = watch_->version();
    if (!writes) return std::unexpected(writes.error());
    if (*writes) return Version{file_, **writes};
    forget_file();
  }
  // Opening makes the database where there is none; only then is there something to watch.
  auto opened = databases_.open(path_);
  if (!opened) return std::unexpected(opened.error());
  auto watch = databases_.watch(path_);
  if (!watch) return std::unexpected(watch.error());
  const auto writes = (*watch)->version();
  if (!writes) return std::unexpected(writes.error());
  if (!*writes)
    return failure("cannot_open_database", path_, "The database " + path_ + " is being replaced; try again.");
  watch_ = std::move(*watch);
  idle_.push_back(std::move(*opened));
  return Version{file_, **writes};
}

void StorePool::forget_file() {
  idle_.clear();
  watch_.reset();
  ++file_;
}

StorePool::Kept StorePool::kept_of(std::int64_t file) {
  std::unique_lock alone(kept_mutex_);
  // Another file counts its writes anew: nothing of the one before it may stand in for it.
  if (kept_file_ != file) kept_ = {};
  kept_file_ = file;
  return {std::move(alone), kept_};
}

void StorePool::take_back(std::unique_ptr<app::Store> store, std::int64_t file) {
  const std::scoped_lock lock(mutex_);
  --lent_;
  if (file == file_) idle_.push_back(std::move(store));
  back_.notify_all();
}

Status StorePool::remove_database() {
  std::unique_lock lock(mutex_);
  back_.wait(lock, [this] { return !removing_; });
  removing_ = true;
  back_.wait(lock, [this] { return lent_ == 0; });
  forget_file();
  Status removed;
  if (const auto state = databases_.inspect(path_); !state)
    removed = std::unexpected(state.error());
  else if (state->exists)
    removed = databases_.remove(path_);
  removing_ = false;
  back_.notify_all();
  return removed;
}

}  // namespace hipline::server
