#include "hipline/store/series.hpp"

#include <libdeflate.h>

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>

namespace hipline::store {
namespace {

static_assert(std::endian::native == std::endian::little, "series are written little-endian");

constexpr std::uint8_t format_version = 1;
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

/// Puts the first bytes of all numbers together, then the second ones: neighbours differ little and so pack well.
template <typename Number>
void append_shuffled(std::string& out, const std::vector<Number>& column) {
  const std::size_t begin = out.size();
  const std::size_t count = column.size();
  out.resize(begin + count * sizeof(Number));
  const char* bytes = reinterpret_cast<const char*>(column.data());
  for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
    for (std::size_t i = 0; i < count; ++i) out[begin + byte * count + i] = bytes[i * sizeof(Number) + byte];
}

template <typename Number>
void take_shuffled(std::string_view in, std::vector<Number>& column, std::size_t count) {
  column.resize(count);
  char* bytes = reinterpret_cast<char*>(column.data());
  for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
    for (std::size_t i = 0; i < count; ++i) bytes[i * sizeof(Number) + byte] = in[byte * count + i];
}

std::unexpected<Error> damaged() {
  return failure("database_damaged", "run_series.series",
                 "The series of a run in the database is damaged; importing its file again brings it back.");
}

}  // namespace

std::string pack_series(const model::Samples& samples) {
  const auto count = static_cast<std::uint32_t>(samples.records());
  std::uint16_t present = 0;
  std::string plain;
  unsigned column_number = 0;
  each_column(samples, [&](const auto& column) {
    // A column of another length than the times cannot be told apart from noise when it is read back: left out.
    if (count > 0 && column.size() == count) {
      present = static_cast<std::uint16_t>(present | (1U << column_number));
      if constexpr (std::is_same_v<std::decay_t<decltype(column)>, std::vector<std::int64_t>>) {
        std::vector<std::int64_t> steps(column);
        for (std::size_t i = steps.size() - 1; i > 0; --i) steps[i] -= steps[i - 1];
        append_shuffled(plain, steps);
      } else {
        append_shuffled(plain, column);
      }
    }
    ++column_number;
  });

  std::string packed(header_bytes, '\0');
  packed[0] = static_cast<char>(format_version);
  std::memcpy(packed.data() + 1, &present, sizeof present);
  std::memcpy(packed.data() + 3, &count, sizeof count);
  const std::unique_ptr<libdeflate_compressor, Free> compressor(libdeflate_alloc_compressor(fastest));
  packed.resize(header_bytes + libdeflate_deflate_compress_bound(compressor.get(), plain.size()));
  const std::size_t size = libdeflate_deflate_compress(compressor.get(), plain.data(), plain.size(),
                                                       packed.data() + header_bytes, packed.size() - header_bytes);
  packed.resize(header_bytes + size);
  return packed;
}

Result<model::Samples> unpack_series(std::string_view packed) {
  if (packed.size() < header_bytes || static_cast<std::uint8_t>(packed[0]) != format_version) return damaged();
  std::uint16_t present = 0;
  std::uint32_t count = 0;
  std::memcpy(&present, packed.data() + 1, sizeof present);
  std::memcpy(&count, packed.data() + 3, sizeof count);
  if (!(count <= most_records)) return damaged();

  model::Samples samples;
  std::size_t plain_bytes = 0;
  unsigned column_number = 0;
  each_column(samples, [&](const auto& column) {
    if (present & (1U << column_number)) plain_bytes += count * sizeof(column[0]);
    ++column_number;
  });
  std::string plain(plain_bytes, '\0');
  const std::unique_ptr<libdeflate_decompressor, Free> decompressor(libdeflate_alloc_decompressor());
  const libdeflate_result result =
      libdeflate_deflate_decompress(decompressor.get(), packed.data() + header_bytes, packed.size() - header_bytes,
                                    plain.data(), plain.size(), nullptr);
  if (result != LIBDEFLATE_SUCCESS) return damaged();

  std::string_view rest = plain;
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

}  // namespace hipline::store
