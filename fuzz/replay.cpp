// Runs a target over its saved corpus, and over each entry cut short and with single bytes changed.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<Bytes> corpus() {
  std::vector<Bytes> entries;
  for (const auto& entry : std::filesystem::directory_iterator(HIPLINE_CORPUS)) {
    std::ifstream file(entry.path(), std::ios::binary);
    entries.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return entries;
}

TEST(Corpus, is_read_without_a_fault) {
  const auto entries = corpus();
  ASSERT_FALSE(entries.empty());
  for (const Bytes& bytes : entries) LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

TEST(Corpus, cut_short_or_with_a_byte_changed_is_read_without_a_fault) {
  for (Bytes bytes : corpus()) {
    const std::size_t step = bytes.size() / 60 + 1;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      // A buffer of just that size: one byte too far is seen.
      const Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
      LLVMFuzzerTestOneInput(cut.data(), cut.size());
      for (const std::uint8_t wrong : std::initializer_list<std::uint8_t>{0xFF, 0x01, 0x80}) {
        bytes[at] ^= wrong;
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        bytes[at] ^= wrong;
      }
    }
  }
}

}  // namespace
