#include <cstddef>
#include <cstdint>
#include <span>

#include "account.hpp"
#include "hipline/importers/table/list_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hipline;
  fuzz::hold_to_account(importers::read_activity_list("some.csv", std::as_bytes(std::span(data, size))));
  return 0;
}
