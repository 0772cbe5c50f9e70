#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "hipline/app/ports/databases.hpp"

namespace hipline::server {

/// The open stores of one database: each is lent to one thread at a time, and kept open for the next.
class StorePool {
 public:
  StorePool(app::Databases& databases, std::string path) : databases_(databases), path_(std::move(path)) {}

  /// A store on loan; it goes back by itself.
  class Loan {
   public:
    Loan(StorePool& pool, std::unique_ptr<app::Store> store) : pool_(&pool), store_(std::move(store)) {}
    Loan(Loan&& other) noexcept = default;
    Loan& operator=(Loan&&) = delete;
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() {
      if (store_) pool_->take_back(std::move(store_));
    }
    [[nodiscard]] app::Store& store() const { return *store_; }

   private:
    StorePool* pool_;
    std::unique_ptr<app::Store> store_;
  };

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Opens the database, and makes it where there is none. Errors: those of `Databases::open`.
  Result<Loan> lend();
  /// Waits until every store is back, closes them, removes the database and only then lends again.
  /// Errors: those of `Databases::remove`; removing what is not there is done already.
  Status remove_database();

 private:
  void take_back(std::unique_ptr<app::Store> store);

  app::Databases& databases_;
  std::string path_;
  std::mutex mutex_;
  std::condition_variable back_;
  std::vector<std::unique_ptr<app::Store>> idle_;
  std::size_t lent_ = 0;
  bool removing_ = false;
};

}  // namespace hipline::server
