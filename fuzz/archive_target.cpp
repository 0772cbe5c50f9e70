#include <cstddef>
#include <cstdint>
#include <span>

#include "account.hpp"
#include "hipline/importers/read_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hipline;
  // Small bounds, so that a bomb is met as one.
  constexpr importers::UnpackLimits limits{.member_bytes = 1 << 20, .total_bytes = 4 << 20, .members = 64};
  for (const auto& named : importers::read_file("some.zip", std::as_bytes(std::span(data, size)), limits))
    fuzz::hold_to_account(named.reading);
  return 0;
}
