// How often each part was written: the database counts by itself (migrations/0005_written.sql).
#include "hipline/store/connection.hpp"
#include "hipline/store/sql_store.hpp"

namespace hipline::store {

Result<std::optional<app::Written>> SqlStore::written() {
  if (connection_->inside_transaction()) return std::nullopt;
  app::Written written;
  const auto read = connection_->guarded([&] {
    std::string part;
    long long times = 0;
    soci::statement rows =
        (connection_->sql().prepare << "SELECT part, times FROM written", soci::into(part), soci::into(times));
    rows.execute();
    while (rows.fetch()) {
      if (part == "profile") written.profile = times;
      if (part == "runs") written.runs = times;
      if (part == "check_ins") written.check_ins = times;
      if (part == "check_ins_changed") written.check_ins_changed = times;
      if (part == "advice") written.advice = times;
      if (part == "circuits") written.circuits = times;
    }
  });
  if (!read) return std::unexpected(read.error());
  return written;
}

}  // namespace hipline::store
