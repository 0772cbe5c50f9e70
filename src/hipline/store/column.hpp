#pragma once

#include <optional>
#include <string>
#include <type_traits>

#include "hipline/store/soci.hpp"

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"

namespace hipline::store {

/// A value of a column that may be unknown (NULL), for binding and for fetching.
template <typename T>
struct Column {
  T value{};
  soci::indicator known = soci::i_null;

  Column() = default;
  template <typename Value>
  explicit Column(const std::optional<Value>& from) {
    if (!from) return;
    known = soci::i_ok;
    if constexpr (std::is_arithmetic_v<Value>)
      value = static_cast<T>(*from);
    else
      value = static_cast<T>(from->value());
  }

  template <typename Value>
  void give(std::optional<Value>& to) const {
    to.reset();
    if (known != soci::i_ok) return;
    if constexpr (std::is_arithmetic_v<Value>)
      to = static_cast<Value>(value);
    else
      to = Value(static_cast<double>(value));
  }
};

using RealColumn = Column<double>;
using WholeColumn = Column<long long>;

/// The library keeps a reference to the name that it binds by; its own default would not outlive `use` below.
inline const std::string bound_by_position;

template <typename T>
auto use(Column<T>& column) {
  return soci::use(column.value, column.known, bound_by_position);
}
template <typename T>
auto into(Column<T>& column) {
  return soci::into(column.value, column.known);
}

/// The number of the row that was just added.
inline long long last_id(soci::session& sql, const char* table) {
  long long id = 0;
  sql.get_last_insert_id(table, id);
  return id;
}

}  // namespace hipline::store
