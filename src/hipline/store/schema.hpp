#pragma once

#include "hipline/store/connection.hpp"

namespace hipline::store {

/// The version of the tables; 0 where there are none yet.
/// Errors: not_a_database for tables that are not ours, database_newer, and the connection's.
Result<int> table_version(Connection& connection);

/// Brings the tables up to this program's version: whole steps or none. Errors: the connection's.
Status bring_up_to_date(Connection& connection);

/// The version of the tables that this program writes.
int newest_version();

}  // namespace hipline::store
