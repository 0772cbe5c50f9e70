#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "hipline/formats/fit_base_type.hpp"
#include "hipline/importers/track.hpp"

namespace hipline::importers {

struct FitDefinition;
class DeveloperFields;

/// What a field of a record says of a point.
enum class RecordValue : std::uint8_t {
  latitude,
  longitude,
  distance,
  altitude,
  fine_altitude,
  speed,
  fine_speed,
  heart_rate,
  cadence,
  cadence_fraction,
  cadence_256,
  power,
  temperature,
  vertical_oscillation,
  ground_contact,
  ground_contact_balance,
  step_length,
};
inline constexpr std::size_t record_values = 17;

/// How the fields of a record are taken out of its bytes, worked out once when the file defines the message: one step
/// per field, so that nothing is looked up per record.
class RecordPlan {
 public:
  /// Works the plan out anew. A field of an app stands in for one that the record itself lacks, where the file says
  /// that it means the same.
  void make(const FitDefinition& definition, const DeveloperFields& known);
  /// Fills `point` from the bytes of one whole message of the definition, all but its time and its compressed distance.
  void read(const std::byte* message, TrackPoint& point) const;
  /// Whether the record has the three bytes of a compressed speed and distance.
  [[nodiscard]] bool has_compressed_distance() const { return compressed_distance_; }

 private:
  /// The types that nearly every device writes are taken on a short way.
  enum class Load : std::uint8_t { uint8, sint8, uint16, sint32, uint32, any, of_an_app };
  /// Where a value goes. Nearly all are a number in a range, so that one way serves them.
  enum class Goal : std::uint8_t { column, latitude, longitude, distance, cadence_fraction };
  struct Step {
    Goal goal = Goal::column;
    Load load = Load::any;
    formats::fit::BaseType type = formats::fit::BaseType::bytes;
    bool big_endian = false;
    std::uint8_t size = 0;
    std::uint32_t offset = 0;
    double scale = 1;  ///< of an app's field: to the unit in which the record's own field counts
    double shift = 0;
    float TrackPoint::*column = nullptr;  ///< of goal `column`
    double factor = 1;                    ///< from the record's count to our unit
    double add = 0;
    double lowest = 0;  ///< beyond these it cannot be (a damaged file), and counts as not said
    double highest = 0;
  };
  void add(const Step& step);

  std::array<Step, record_values> steps_;
  std::size_t count_ = 0;
  bool compressed_distance_ = false;
};

/// Degrees of a place in FIT's semicircles; unknown (NaN) beyond `highest`.
double degrees_of(double semicircles, double highest);

}  // namespace hipline::importers
