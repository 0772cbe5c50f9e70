#include "hipline/store/series.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <type_traits>

#include "hipline/store/steps.hpp"

namespace hipline::store {
namespace {

static_assert(std::endian::native == std::endian::little, "series are written little-endian");

/// Version 1: all columns deflated together. Version 2: each column for itself, as whole numbers where it is made of
/// them, which takes half the room and a tenth of the time.
constexpr std::uint8_t first_version = 1;
constexpr std::uint8_t format_version = 2;
/// Version, which columns there are, how many records.
constexpr std::size_t header_bytes = 1 + 2 + 4;
constexpr std::uint32_t most_records = 50'000'000;
constexpr int fastest = 1;

struct Free {
  void operator()(libdeflate_compressor* it) const { libdeflate_free_compressor(it); }
  void operator()(libdeflate_decompressor* it) const { libdeflate_free_decompressor(it); }
};

/// Visits every column in the order in which they are written. New ones go to the end: what was packed before lacks
/// them.
template <typename Samples, typename Visit>
void each_column(Samples& samples, Visit visit) {
  visit(samples.time_ms);
  visit(samples.distance_m);
  visit(samples.speed_m_per_s);
  visit(samples.altitude_m);
  visit(samples.heart_rate_bpm);
  visit(samples.cadence_strides_per_min);
  visit(samples.power_w);
  visit(samples.temperature_c);
  visit(samples.latitude_deg);
  visit(samples.longitude_deg);
  visit(samples.vertical_oscillation_mm);
  visit(samples.ground_contact_ms);
  visit(samples.ground_contact_left_percent);
  visit(samples.step_length_mm);
}

std::unexpected<Error> damaged() {
  return failure("database_damaged", "run_series.series",
                 "The series of a run in the database is damaged; importing its file again brings it back.");
}

/// Puts the first bytes of all numbers together, then the second ones: neighbours differ little and so pack well.
template <typename Number>
std::string shuffled(const std::vector<Number>& column) {
  const std::size_t count = column.size();
  std::string out(count * sizeof(Number), '\0');
  const char* bytes = reinterpret_cast<const char*>(column.data());
  for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
    for (std::size_t i = 0; i < count; ++i) out[byte * count + i] = bytes[i * sizeof(Number) + byte];
  return out;
}

template <typename Number>
void take_shuffled(std::string_view in, std::vector<Number>& column, std::size_t count) {
  column.resize(count);
  char* bytes = reinterpret_cast<char*>(column.data());
  for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
    for (std::size_t i = 0; i < count; ++i) bytes[i * sizeof(Number) + byte] = in[byte * count + i];
}

std::optional<std::string> inflated(std::string_view packed, std::size_t plain_bytes) {
  // No deflated byte stands for more than 1032 plain ones: a damaged count cannot ask for more room than that.
  constexpr std::size_t most_of_a_byte = 1032;
  if (plain_bytes > packed.size() * most_of_a_byte) return std::nullopt;
  std::string plain(plain_bytes, '\0');
  const std::unique_ptr<libdeflate_decompressor, Free> decompressor(libdeflate_alloc_decompressor());
  const libdeflate_result result = libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(),
                                                                 plain.data(), plain.size(), nullptr);
  if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
  return plain;
}

/// Numbers of devices are whole ones times something by something. Where every number of a column comes out again bit
/// by bit, only the whole ones are kept.
struct Grid {
  double times;
  double per;
};
/// Their places are kept with the columns: new ones go to the end.
constexpr std::array grids = {Grid{1, 1},   Grid{1, 100}, Grid{1, 1000}, Grid{1, 5},
                              Grid{1, 10},  Grid{1, 128}, Grid{1, 256},  Grid{180, 2147483648.0},
                              Grid{1, 1e7}, Grid{1, 1e6}, Grid{1, 1e5}};
/// What stands before a column: its grid, perhaps with gaps, or that it is written as it is.
constexpr std::uint8_t with_gaps = 0x80;
constexpr std::uint8_t as_it_is = 0xFF;

template <typename Number>
using BitsOf = std::conditional_t<sizeof(Number) == 4, std::uint32_t, std::uint64_t>;

template <typename Number>
Number on_grid(double whole, const Grid& grid) {
  return static_cast<Number>(whole * grid.times / grid.per);
}

/// The whole numbers behind a column without gaps; false where they would not give it back.
template <typename Number>
bool find_whole(const std::vector<Number>& column, const Grid& grid, std::vector<std::int64_t>& whole) {
  using Bits = BitsOf<Number>;
  // Adding this rounds to a whole number and leaves it in the lowest bits, as long as it is small enough.
  constexpr double round = 6755399441055744.0;  // 1.5 * 2^52
  constexpr double largest = 1e15;
  constexpr std::size_t at_once = 256;
  const double per_unit = grid.per / grid.times;
  for (std::size_t first = 0; first < column.size(); first += at_once) {
    const std::size_t end = std::min(column.size(), first + at_once);
    Bits wrong = 0;
    for (std::size_t i = first; i < end; ++i) {
      const double rounded = static_cast<double>(column[i]) * per_unit + round;
      const double number = rounded - round;
      // Without a sign: what is too large wraps, and fails below.
      whole[i] = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(rounded) - std::bit_cast<std::uint64_t>(round));
      wrong |= std::bit_cast<Bits>(on_grid<Number>(number, grid)) ^ std::bit_cast<Bits>(column[i]);
      wrong |= std::abs(number) < largest ? Bits{0} : Bits{1};
    }
    if (wrong != 0) return false;
  }
  return true;
}

template <typename Number>
constexpr Number no_value = std::numeric_limits<Number>::quiet_NaN();

template <typename Number>
bool is_gap(Number number) {
  return std::bit_cast<BitsOf<Number>>(number) == std::bit_cast<BitsOf<Number>>(no_value<Number>);
}

/// Writes a bit for each number, whether it is there, and puts the number before in the place of each that is not.
template <typename Number>
std::vector<Number> bridged(const std::vector<Number>& column, std::string& there) {
  std::vector<Number> whole(column);
  there.assign((column.size() + 7) / 8, '\0');
  const auto first = std::ranges::find_if_not(column, is_gap<Number>);
  Number before = first == column.end() ? Number{0} : *first;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (is_gap(column[i])) {
      whole[i] = before;
    } else {
      there[i / 8] = static_cast<char>(there[i / 8] | (1 << (i % 8)));
      before = column[i];
    }
  }
  return whole;
}

template <typename Value>
void append_value(std::string& out, Value value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename Value>
std::optional<Value> take_value(std::string_view& in) {
  Value value{};
  if (in.size() < sizeof value) return std::nullopt;
  std::memcpy(&value, in.data(), sizeof value);
  in.remove_prefix(sizeof value);
  return value;
}

void append_column(std::string& out, const std::vector<std::int64_t>& column) { append_steps(out, column); }

template <typename Number>
void append_column(std::string& out, const std::vector<Number>& column) {
  const bool gaps = std::ranges::any_of(column, is_gap<Number>);
  std::string there;
  const std::vector<Number> without_gaps = gaps ? bridged(column, there) : std::vector<Number>();
  std::vector<std::int64_t> whole(column.size());
  for (std::size_t i = 0; i < grids.size(); ++i) {
    if (!find_whole(gaps ? without_gaps : column, grids[i], whole)) continue;
    append_value(out, static_cast<std::uint8_t>(i | (gaps ? with_gaps : 0U)));
    out += there;
    append_steps(out, whole);
    return;
  }
  const std::string plain = shuffled(column);
  const std::unique_ptr<libdeflate_compressor, Free> compressor(libdeflate_alloc_compressor(fastest));
  std::string packed(libdeflate_deflate_compress_bound(compressor.get(), plain.size()), '\0');
  packed.resize(
      libdeflate_deflate_compress(compressor.get(), plain.data(), plain.size(), packed.data(), packed.size()));
  append_value(out, as_it_is);
  append_value(out, static_cast<std::uint32_t>(packed.size()));
  out += packed;
}

bool take_column(std::string_view& in, std::vector<std::int64_t>& column, std::size_t count) {
  auto times = take_steps(in, count);
  if (times) column = std::move(*times);
  return times.has_value();
}

template <typename Number>
bool take_column(std::string_view& in, std::vector<Number>& column, std::size_t count) {
  const auto written = take_value<std::uint8_t>(in);
  if (!written) return false;
  if (*written == as_it_is) {
    const auto size = take_value<std::uint32_t>(in);
    if (!size || *size > in.size()) return false;
    const auto plain = inflated(in.substr(0, *size), count * sizeof(Number));
    if (!plain) return false;
    in.remove_prefix(*size);
    take_shuffled(*plain, column, count);
    return true;
  }
  const std::size_t grid = *written & ~with_gaps & 0xFFU;
  if (grid >= grids.size()) return false;
  std::string_view there;
  if ((*written & with_gaps) != 0) {
    there = in.substr(0, (count + 7) / 8);
    if (there.size() < (count + 7) / 8) return false;
    in.remove_prefix(there.size());
  }
  const auto whole = take_steps(in, count);
  if (!whole) return false;
  column.resize(count);
  for (std::size_t i = 0; i < count; ++i) column[i] = on_grid<Number>(static_cast<double>((*whole)[i]), grids[grid]);
  for (std::size_t i = 0; i < count && !there.empty(); ++i)
    if ((there[i / 8] >> (i % 8) & 1) == 0) column[i] = no_value<Number>;
  return true;
}

Result<model::Samples> unpack_first_version(std::string_view packed, unsigned present, std::uint32_t count) {
  model::Samples samples;
  std::size_t plain_bytes = 0;
  unsigned column_number = 0;
  each_column(samples, [&](const auto& column) {
    if (present & (1U << column_number)) plain_bytes += count * sizeof(column[0]);
    ++column_number;
  });
  const auto plain = inflated(packed, plain_bytes);
  if (!plain) return damaged();
  std::string_view rest = *plain;
  column_number = 0;
  each_column(samples, [&](auto& column) {
    if (present & (1U << column_number)) {
      take_shuffled(rest, column, count);
      rest.remove_prefix(count * sizeof(column[0]));
    }
    ++column_number;
  });
  for (std::size_t i = 1; i < samples.time_ms.size(); ++i) samples.time_ms[i] += samples.time_ms[i - 1];
  return samples;
}

}  // namespace

std::string pack_series(const model::Samples& samples) {
  const auto count = static_cast<std::uint32_t>(samples.records());
  std::uint16_t present = 0;
  std::string columns;
  unsigned column_number = 0;
  each_column(samples, [&](const auto& column) {
    // A column of another length than the times cannot be told apart from noise when it is read back: left out.
    if (count > 0 && column.size() == count) {
      present = static_cast<std::uint16_t>(present | (1U << column_number));
      append_column(columns, column);
    }
    ++column_number;
  });
  std::string packed;
  packed.reserve(header_bytes + columns.size());
  append_value(packed, format_version);
  append_value(packed, present);
  append_value(packed, count);
  packed += columns;
  return packed;
}

Result<model::Samples> unpack_series(std::string_view packed) {
  const auto version = take_value<std::uint8_t>(packed);
  const auto present = take_value<std::uint16_t>(packed);
  const auto count = take_value<std::uint32_t>(packed);
  if (!version || !present || !count || !(*count <= most_records)) return damaged();
  if (*version == first_version) return unpack_first_version(packed, *present, *count);
  if (*version != format_version) return damaged();
  model::Samples samples;
  unsigned column_number = 0;
  bool sound = true;
  each_column(samples, [&](auto& column) {
    if (sound && (*present & (1U << column_number)) != 0) sound = take_column(packed, column, *count);
    ++column_number;
  });
  if (!sound || !packed.empty()) return damaged();
  return samples;
}

}  // namespace hipline::store
