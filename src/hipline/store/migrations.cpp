#include "hipline/store/migrations.hpp"

#include <array>

namespace hipline::store {
namespace {

constexpr auto all = std::to_array<Migration>({
#include "hipline/store/migration_list.inc"
});

constexpr bool numbered_without_gaps() {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].number != static_cast<int>(i) + 1) return false;
  return true;
}
static_assert(numbered_without_gaps(), "migrations are numbered 0001, 0002, … without gaps");

}  // namespace

std::span<const Migration> migrations() { return all; }

}  // namespace hipline::store
