#include "hipline/store/steps.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace hipline::store {
namespace {

constexpr std::size_t block = 128;
constexpr unsigned word_bits = 64;

// Differences are counted without a sign, so that they wrap and come back whatever the numbers are.
using Word = std::uint64_t;

std::size_t bytes_of(std::size_t count, unsigned width) { return (count * width + 7) / 8; }

/// Seven bits a byte, the lowest first; small numbers of either sign take one byte.
void append_number(std::string& out, std::int64_t number) {
  Word left = (static_cast<Word>(number) << 1) ^ static_cast<Word>(number >> 63);
  while (left >= 0x80) {
    out.push_back(static_cast<char>(left | 0x80));
    left >>= 7;
  }
  out.push_back(static_cast<char>(left));
}

std::optional<std::int64_t> take_number(std::string_view& in) {
  Word word = 0;
  for (unsigned shift = 0; shift < word_bits && !in.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    word |= static_cast<Word>(byte & 0x7FU) << shift;
    if (byte < 0x80) return static_cast<std::int64_t>((word >> 1) ^ (~(word & 1) + 1));
  }
  return std::nullopt;
}

void append_bits(std::string& out, std::span<const Word> numbers, unsigned width) {
  std::array<Word, block + 1> words;
  std::size_t filled = 0;
  Word word = 0;
  unsigned used = 0;
  for (const Word number : numbers) {
    word |= number << used;
    used += width;
    if (used < word_bits) continue;
    words[filled++] = word;
    used -= word_bits;
    // The part of the number that the full word had no room for.
    word = used == 0 ? 0 : number >> (width - used);
  }
  words[filled] = word;
  out.append(reinterpret_cast<const char*>(words.data()), bytes_of(numbers.size(), width));
}

/// `in` holds all the bits.
void take_bits(std::string_view in, std::span<Word> numbers, unsigned width) {
  std::array<Word, block + 2> words{};
  std::memcpy(words.data(), in.data(), bytes_of(numbers.size(), width));
  const Word mask = width == word_bits ? ~Word{0} : (Word{1} << width) - 1;
  std::size_t at = 0;
  for (Word& number : numbers) {
    const std::size_t word = at / word_bits;
    const unsigned shift = at % word_bits;
    number = words[word] >> shift;
    if (shift > 0) number |= words[word + 1] << (word_bits - shift);
    number &= mask;
    at += width;
  }
}

}  // namespace

void append_steps(std::string& out, std::span<const std::int64_t> numbers) {
  if (numbers.empty()) return;
  append_number(out, numbers.front());
  for (std::size_t first = 1; first < numbers.size(); first += block) {
    const std::size_t count = std::min(block, numbers.size() - first);
    std::array<Word, block> steps;
    auto smallest = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 0; i < count; ++i) {
      steps[i] = static_cast<Word>(numbers[first + i]) - static_cast<Word>(numbers[first + i - 1]);
      smallest = std::min(smallest, static_cast<std::int64_t>(steps[i]));
    }
    Word any = 0;
    for (std::size_t i = 0; i < count; ++i) {
      steps[i] -= static_cast<Word>(smallest);
      any |= steps[i];
    }
    const auto width = static_cast<unsigned>(std::bit_width(any));
    append_number(out, smallest);
    out.push_back(static_cast<char>(width));
    if (width > 0) append_bits(out, std::span(steps).first(count), width);
  }
}

std::optional<std::vector<std::int64_t>> take_steps(std::string_view& in, std::size_t count) {
  std::vector<std::int64_t> numbers;
  if (count == 0) return numbers;
  // No block takes less than two bytes, so that a damaged count cannot ask for more room than there are bytes.
  if ((count - 1) / block > in.size()) return std::nullopt;
  numbers.resize(count);
  const auto begin = take_number(in);
  if (!begin) return std::nullopt;
  numbers.front() = *begin;
  for (std::size_t first = 1; first < count; first += block) {
    const std::size_t held = std::min(block, count - first);
    const auto smallest = take_number(in);
    if (!smallest || in.empty()) return std::nullopt;
    const unsigned width = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    if (width > word_bits || in.size() < bytes_of(held, width)) return std::nullopt;
    std::array<Word, block> steps{};
    if (width > 0) take_bits(in, std::span(steps).first(held), width);
    in.remove_prefix(bytes_of(held, width));
    for (std::size_t i = 0; i < held; ++i) {
      const Word step = steps[i] + static_cast<Word>(*smallest);
      numbers[first + i] = static_cast<std::int64_t>(static_cast<Word>(numbers[first + i - 1]) + step);
    }
  }
  return numbers;
}

}  // namespace hipline::store
