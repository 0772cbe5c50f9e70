#pragma once

#include <span>

namespace hipline::store {

/// One step of the tables from the version before to `number`.
struct Migration {
  int number;
  const char* name;
  const char* statements;
};

/// All of them in order, numbered from 1 without gaps: the files of store/migrations, compiled in.
std::span<const Migration> migrations();

}  // namespace hipline::store
