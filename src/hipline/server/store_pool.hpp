#pragma once

#include <compare>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "hipline/app/ports/databases.hpp"
#include "hipline/app/today/today.hpp"

namespace hipline::server {

/// The open stores of one database: each is lent to one thread at a time, and kept open for the next.
class StorePool {
 public:
  StorePool(app::Databases& databases, std::string path) : databases_(databases), path_(std::move(path)) {}

  /// Tells one state of the data from every other: another file in the database's place, or another count of writes.
  struct Version {
    std::int64_t file = 0;
    std::int64_t writes = 0;
    friend auto operator<=>(const Version&, const Version&) = default;
  };

  /// What today was made from the last time, for one thread at a time: whoever comes later goes on from there.
  struct Kept {
    std::unique_lock<std::mutex> alone;
    app::KeptDay& day;
  };

  /// A store on loan; it goes back by itself.
  class Loan {
   public:
    Loan(StorePool& pool, std::unique_ptr<app::Store> store, std::int64_t file)
        : pool_(&pool), store_(std::move(store)), file_(file) {}
    Loan(Loan&& other) noexcept = default;
    Loan& operator=(Loan&&) = delete;
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() {
      if (store_) pool_->take_back(std::move(store_), file_);
    }
    [[nodiscard]] app::Store& store() const { return *store_; }
    /// Waits until no other thread has it.
    [[nodiscard]] Kept kept() const { return pool_->kept_of(file_); }

   private:
    StorePool* pool_;
    std::unique_ptr<app::Store> store_;
    std::int64_t file_;
  };

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Opens the database, and makes it where there is none. Errors: those of `Databases::open`.
  Result<Loan> lend();
  /// Also notices what other programs write, and a file that they put in the database's place.
  /// Errors: those of `Databases::open`.
  Result<Version> version();
  /// Waits until every store is back, closes them, removes the database and only then lends again.
  /// Errors: those of `Databases::remove`; removing what is not there is done already.
  Status remove_database();

 private:
  Kept kept_of(std::int64_t file);
  void take_back(std::unique_ptr<app::Store> store, std::int64_t file);
  /// Lets go of everything open where another file has taken the database's place. Under the lock.
  Result<Version> look();
  void forget_file();

  app::Databases& databases_;
  std::string path_;
  std::mutex mutex_;
  std::condition_variable back_;
  std::vector<std::unique_ptr<app::Store>> idle_;
  std::unique_ptr<app::Watch> watch_;
  std::int64_t file_ = 1;  ///< counts the files seen at the path
  std::size_t lent_ = 0;
  bool removing_ = false;
  std::mutex kept_mutex_;
  app::KeptDay kept_;
  std::int64_t kept_file_ = 0;  ///< the file that `kept_` was read from
};

}  // namespace hipline::server
