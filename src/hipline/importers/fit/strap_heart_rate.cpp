#include "hipline/importers/fit/strap_heart_rate.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "hipline/formats/fit_messages.hpp"
#include "hipline/importers/fit/fit_decoder.hpp"
#include "hipline/importers/track.hpp"

namespace hipline::importers {
namespace {

namespace fit = formats::fit;
namespace field = formats::fit::strap_heart_rate_field;

constexpr double ticks_per_s = 1024;
constexpr std::uint64_t twelve_bits = 0xFFF;
constexpr std::int64_t longest_ms = 5000;

/// The `index`th value of twelve bits: two of them share three bytes, the low bits first.
std::uint64_t packed_12_bits(std::span<const std::byte> bytes, std::size_t index) {
  const std::size_t at = index / 2 * 3;
  const auto byte = [&](std::size_t i) { return static_cast<std::uint64_t>(bytes[at + i]); };
  return index % 2 == 0 ? byte(0) | (byte(1) & 0x0FU) << 8 : byte(1) >> 4 | byte(2) << 4;
}

}  // namespace

void StrapHeartRate::add(std::optional<double> bpm) {
  if (!bpm || !(*bpm >= 1 && *bpm <= 254) || !strap_1024_ || !began_ms_) return;
  const double since_ms = static_cast<double>(*strap_1024_) * 1000 / ticks_per_s;
  beats_.push_back({*began_ms_ + std::llround(since_ms), static_cast<float>(*bpm)});
}

bool StrapHeartRate::take(const FitMessage& message, std::size_t most) {
  const std::size_t rates = message.elements(field::heart_rate);
  if (rates > most - std::min(most, beats_.size())) return false;
  const auto first = message.whole(field::event_time_1024);
  if (first && message.time()) {
    double fraction_s = 0;
    if (const auto part = message.value(field::fraction_32768))
      fraction_s = *part / 32768;
    else if (const auto coarse = message.value(field::time_256))
      fraction_s = *coarse / 256;
    const double now_ms =
        (static_cast<double>(fit::epoch_s) + static_cast<double>(*message.time()) + fraction_s) * 1000;
    began_ms_ = std::llround(now_ms - static_cast<double>(*first) * 1000 / ticks_per_s);
  }
  if (first) {
    for (std::size_t i = 0; i < message.elements(field::event_time_1024); ++i) {
      const auto time = message.element(field::event_time_1024, i);
      if (!time || !(*time >= 0)) break;
      strap_1024_ = static_cast<std::uint64_t>(*time);
      add(message.element(field::heart_rate, i));
    }
    return true;
  }
  // Each value is the lowest twelve bits of the strap's clock, which counts on from the beat before.
  const auto packed = message.raw(field::event_time_12_bits);
  for (std::size_t i = 0; strap_1024_ && i < rates && i / 2 * 3 + 2 < packed.size(); ++i) {
    *strap_1024_ += (packed_12_bits(packed, i) - *strap_1024_) & twelve_bits;
    add(message.element(field::heart_rate, i));
  }
  return true;
}

void StrapHeartRate::shift(std::int64_t seconds) {
  for (Beat& beat : beats_) beat.time_ms += seconds * 1000;
}

void StrapHeartRate::join(StrapHeartRate&& other) {
  beats_.insert(beats_.end(), other.beats_.begin(), other.beats_.end());
}

std::size_t StrapHeartRate::lay_on(Activity& activity) {
  if (beats_.empty()) return 0;
  const auto earlier = [](const Beat& a, const Beat& b) { return a.time_ms < b.time_ms; };
  if (!std::is_sorted(beats_.begin(), beats_.end(), earlier)) std::stable_sort(beats_.begin(), beats_.end(), earlier);
  const std::vector<std::int64_t>& times = activity.samples.time_ms;
  std::vector<float> rates = activity.samples.heart_rate_bpm;
  rates.resize(times.size(), TrackPoint::unknown);
  std::size_t filled = 0;
  std::size_t from = 0;
  std::optional<std::int64_t> earlier_ms;  // records of the same second share their beats
  std::int64_t current_ms = times.empty() ? 0 : times.front();
  double total = 0;
  float highest = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (times[i] > current_ms) {
      earlier_ms = current_ms;
      current_ms = times[i];
    }
    const std::int64_t since_ms = std::max(times[i] - longest_ms, earlier_ms.value_or(times[i] - longest_ms));
    while (from < beats_.size() && beats_[from].time_ms <= since_ms) ++from;
    if (std::isfinite(rates[i])) continue;
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t at = from; at < beats_.size() && beats_[at].time_ms <= times[i]; ++at, ++count)
      sum += static_cast<double>(beats_[at].bpm);
    // A slow heart beats less than once a second: then the last beat still stands.
    if (count == 0 && from > 0 && times[i] - beats_[from - 1].time_ms <= longest_ms) {
      sum = static_cast<double>(beats_[from - 1].bpm);
      count = 1;
    }
    if (count == 0) continue;
    rates[i] = static_cast<float>(sum / static_cast<double>(count));
    total += static_cast<double>(rates[i]);
    highest = std::max(highest, rates[i]);
    ++filled;
  }
  if (filled == 0) return 0;
  activity.samples.heart_rate_bpm = std::move(rates);
  if (!activity.run.heart_rate_mean_bpm) activity.run.heart_rate_mean_bpm = total / static_cast<double>(filled);
  if (!activity.run.heart_rate_max_bpm) activity.run.heart_rate_max_bpm = highest;
  return filled;
}

}  // namespace hipline::importers
