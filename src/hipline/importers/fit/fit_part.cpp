#include "hipline/importers/fit/fit_part.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "hipline/formats/fit_messages.hpp"

namespace hipline::importers {
namespace {

namespace fit = formats::fit;

std::optional<double> scaled(std::optional<double> raw, double scale) {
  if (!raw) return std::nullopt;
  return *raw / scale;
}

std::optional<std::uint8_t> small(std::optional<double> value) {
  if (!value || !(*value >= 0 && *value <= 255)) return std::nullopt;
  return static_cast<std::uint8_t>(*value);
}

std::optional<std::int64_t> moment_s(std::optional<std::uint32_t> fit_time) {
  if (!fit_time) return std::nullopt;
  return fit::epoch_s + static_cast<std::int64_t>(*fit_time);
}

/// Counted from when the device was switched on: no moment yet.
bool since_switched_on(std::int64_t moment) {
  return moment < fit::epoch_s + static_cast<std::int64_t>(fit::first_absolute_time);
}

/// A device that never learned the time counts from when it was switched on. `shift_s` brings such a moment to local
/// time; without it the moment is unknown.
void settle(std::optional<std::int64_t>& moment, std::optional<std::int64_t> shift_s) {
  if (!moment || !since_switched_on(*moment)) return;
  if (shift_s) {
    *moment += *shift_s;
  } else {
    moment.reset();
  }
}

/// Twelve bits of speed in cm/s, then twelve bits of distance in 1/16 m that count on from the record before.
class CompressedDistance {
 public:
  void add_to(TrackPoint& point, std::span<const std::byte> bytes) {
    if (bytes.size() < 3) return;
    const unsigned low = static_cast<unsigned>(bytes[0]);
    const unsigned middle = static_cast<unsigned>(bytes[1]);
    const unsigned high = static_cast<unsigned>(bytes[2]);
    if (low == 0xFF && middle == 0xFF && high == 0xFF) return;
    const unsigned speed = low | ((middle & 0x0FU) << 8);
    const unsigned distance = (middle >> 4) | (high << 4);
    total_ += (distance - last_) & 0xFFFU;
    last_ = distance;
    if (!std::isfinite(point.speed_m_per_s)) point.speed_m_per_s = static_cast<float>(speed) / 100.0F;
    if (!std::isfinite(point.distance_m)) point.distance_m = static_cast<double>(total_) / 16.0;
  }

 private:
  unsigned last_ = 0;
  std::uint64_t total_ = 0;
};

FitSummary session_summary(const FitMessage& message) {
  namespace field = fit::session_field;
  FitSummary said;
  said.start_s = moment_s(message.whole(field::start));
  said.end_s = moment_s(message.time());
  said.elapsed_s = scaled(message.value(field::elapsed_ms), 1000);
  said.timer_s = scaled(message.value(field::timer_ms), 1000);
  said.distance_m = scaled(message.value(field::distance_cm), 100);
  said.ascent_m = message.value(field::ascent);
  said.descent_m = message.value(field::descent);
  said.heart_rate_mean_bpm = message.value(field::mean_heart_rate);
  said.heart_rate_max_bpm = message.value(field::highest_heart_rate);
  said.cadence_strides_per_min = message.value(field::mean_cadence);
  if (const auto fraction = message.value(field::mean_cadence_fraction); fraction && said.cadence_strides_per_min) {
    *said.cadence_strides_per_min += *fraction / 128.0;
  }
  said.feel = message.value(field::feel);
  said.effort_times_ten = message.value(field::effort_times_ten);
  said.sport = small(message.value(field::sport));
  said.sub_sport = small(message.value(field::sub_sport));
  return said;
}

FitSummary lap_summary(const FitMessage& message) {
  namespace field = fit::lap_field;
  FitSummary said;
  said.start_s = moment_s(message.whole(field::start));
  said.end_s = moment_s(message.time());
  said.elapsed_s = scaled(message.value(field::elapsed_ms), 1000);
  said.timer_s = scaled(message.value(field::timer_ms), 1000);
  said.distance_m = scaled(message.value(field::distance_cm), 100);
  said.sport = small(message.value(field::sport));
  said.sub_sport = small(message.value(field::sub_sport));
  return said;
}

/// Offset east of UTC; zones lie on quarters of an hour, between 12 h west and 14 h east.
std::optional<int> offset_from(std::optional<std::uint32_t> local, std::optional<std::uint32_t> utc) {
  if (!local || !utc || *local < fit::first_absolute_time || *utc < fit::first_absolute_time) return std::nullopt;
  const double difference = static_cast<double>(*local) - static_cast<double>(*utc);
  const double quarter = 900;
  const double rounded = std::round(difference / quarter) * quarter;
  if (std::abs(difference - rounded) > 60 || rounded < -12 * 3600 || rounded > 14 * 3600) return std::nullopt;
  return static_cast<int>(rounded);
}

/// Collects the messages of one part.
class PartReader {
 public:
  PartReader(std::size_t bytes, const ReadLimits& limits) : bytes_(bytes), limits_(limits) {}

  void take(const FitMessage& message) {
    switch (static_cast<fit::MessageNumber>(message.number())) {
      case fit::MessageNumber::file_id: take_file_id(message); break;
      case fit::MessageNumber::sport: take_sport(message); break;
      case fit::MessageNumber::session:
        if (is_room(part.sessions.size(), limits_.activities)) part.sessions.push_back(session_summary(message));
        break;
      case fit::MessageNumber::lap:
        if (is_room(part.laps.size(), limits_.laps)) part.laps.push_back(lap_summary(message));
        break;
      case fit::MessageNumber::record: take_record(message); break;
      case fit::MessageNumber::event: take_event(message); break;
      case fit::MessageNumber::activity: take_activity(message); break;
      case fit::MessageNumber::strap_heart_rate:
        if (!part.strap.take(message, limits_.records)) part.beyond_limits = true;
        break;
      case fit::MessageNumber::swim_length: part.has_swim_lengths = true; break;
      case fit::MessageNumber::strength_set: part.has_strength_sets = true; break;
      default: break;
    }
  }

  /// Everything is there now: brings times that count from the switching on to local time, where the file says how.
  FitPart finish() {
    const std::size_t before = part.records.size();
    std::erase_if(part.records, [&](TrackPoint& point) {
      if (!since_switched_on(point.time_ms / 1000)) return false;
      if (!shift_s_) return true;
      point.time_ms += *shift_s_ * 1000;
      part.local_times_only = true;
      return false;
    });
    part.records_without_time += before - part.records.size();
    for (auto* summaries : {&part.sessions, &part.laps}) {
      for (FitSummary& summary : *summaries) {
        settle(summary.start_s, shift_s_);
        settle(summary.end_s, shift_s_);
      }
    }
    // The local day comes out right: the times are local, so they lie 0 s from themselves.
    if (part.local_times_only) {
      part.offset_s = 0;
      part.strap.shift(*shift_s_);
    }
    return std::move(part);
  }

  FitPart part;

 private:
  void take_file_id(const FitMessage& message) {
    if (!part.kind) part.kind = small(message.value(fit::file_id_field::kind));
  }

  void take_sport(const FitMessage& message) {
    if (const auto sport = small(message.value(fit::sport_field::sport))) part.sport = sport;
    if (const auto sub_sport = small(message.value(fit::sport_field::sub_sport))) part.sub_sport = sub_sport;
  }

  void take_record(const FitMessage& message) {
    const auto time_s = moment_s(message.time());
    if (!time_s) {
      ++part.records_without_time;
      return;
    }
    if (!is_room(part.records.size(), limits_.records)) return;
    if (part.records.size() == part.records.capacity()) make_room(message);
    TrackPoint& point = part.records.emplace_back();
    point.time_ms = *time_s * 1000;
    const RecordPlan& plan = message.definition().records;
    plan.read(message.bytes().data(), point);
    if (plan.has_compressed_distance())
      compressed_.add_to(point, message.raw(fit::record_field::compressed_speed_distance));
    if (stopped_at_s_ && *time_s > *stopped_at_s_) {
      point.after_pause = true;
      stopped_at_s_.reset();
    }
  }

  bool is_room(std::size_t held, std::size_t most) {
    if (held < most) return true;
    part.beyond_limits = true;
    return false;
  }

  /// At once for as many records of this size as the bytes can still hold, where that is a modest number.
  void make_room(const FitMessage& message) {
    const std::size_t most = bytes_ / (message.bytes().size() + 1);
    constexpr std::size_t modest = 100'000;
    part.records.reserve(part.records.capacity() == 0 ? std::min(most, modest) + 1 : part.records.capacity() * 2);
  }

  void take_event(const FitMessage& message) {
    if (message.value(fit::event_field::event) != static_cast<double>(fit::EventNumber::timer)) return;
    const auto raw_kind = small(message.value(fit::event_field::kind));
    if (!raw_kind) return;
    switch (static_cast<fit::EventKind>(*raw_kind)) {
      case fit::EventKind::stop:
      case fit::EventKind::stop_all:
      case fit::EventKind::stop_disable:
      case fit::EventKind::stop_disable_all:
        if (const auto time_s = moment_s(message.time())) stopped_at_s_ = time_s;
        break;
      case fit::EventKind::start: break;
    }
  }

  void take_activity(const FitMessage& message) {
    const auto local = message.whole(fit::activity_field::local_time);
    const auto time = message.time();
    if (const auto offset = offset_from(local, time)) part.offset_s = offset;
    if (local && time && *local >= fit::first_absolute_time && *time < fit::first_absolute_time) {
      shift_s_ = static_cast<std::int64_t>(*local) - static_cast<std::int64_t>(*time);
    }
  }

  std::size_t bytes_;
  const ReadLimits& limits_;
  CompressedDistance compressed_;
  std::optional<std::int64_t> stopped_at_s_;
  std::optional<std::int64_t> shift_s_;
};

}  // namespace

FitPart read_fit_part(std::span<const std::byte> messages, std::size_t promised, const ReadLimits& limits) {
  FitDecoder decoder(messages, promised);
  PartReader reader(messages.size(), limits);
  while (const auto message = decoder.next()) reader.take(*message);
  reader.part.ending = decoder.ending();
  reader.part.sound_bytes = decoder.sound_bytes();
  return reader.finish();
}

}  // namespace hipline::importers
