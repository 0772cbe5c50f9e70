#include "hipline/server/store_pool.hpp"

namespace hipline::server {

Result<StorePool::Loan> StorePool::lend() {
  {
    std::unique_lock lock(mutex_);
    back_.wait(lock, [this] { return !removing_; });
    ++lent_;
    if (!idle_.empty()) {
      Loan loan(*this, std::move(idle_.back()));
      idle_.pop_back();
      return loan;
    }
  }
  // Opening takes milliseconds; nobody else has to wait for it.
  auto opened = databases_.open(path_);
  if (opened) return Loan(*this, std::move(*opened));
  const std::scoped_lock lock(mutex_);
  --lent_;
  back_.notify_all();
  return std::unexpected(opened.error());
}

void StorePool::take_back(std::unique_ptr<app::Store> store) {
  const std::scoped_lock lock(mutex_);
  --lent_;
  idle_.push_back(std::move(store));
  back_.notify_all();
}

Status StorePool::remove_database() {
  std::unique_lock lock(mutex_);
  back_.wait(lock, [this] { return !removing_; });
  removing_ = true;
  back_.wait(lock, [this] { return lent_ == 0; });
  idle_.clear();
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
