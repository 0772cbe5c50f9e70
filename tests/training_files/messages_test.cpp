#include <gtest/gtest.h>

#include "hipline/exporters/fit/fit_encoder.hpp"
#include "hipline/importers/fit/fit_reader.hpp"

namespace hipline {
namespace {

namespace fit = formats::fit;
using exporters::FitEncoder;
using fit::BaseType;
using fit::MessageNumber;

constexpr double begin = 0x4000'0000;

/// A file of `kind` with a record every 5 s at `speed_mm_per_s`; `more` adds what else stands in it.
template <typename More>
importers::Reading read(fit::FileKind kind, double speed_mm_per_s, const More& more) {
  FitEncoder encoder;
  encoder.define(0, MessageNumber::file_id, {{fit::file_id_field::kind, BaseType::enumeration}});
  encoder.write(0, {static_cast<double>(kind)});
  encoder.define(1, MessageNumber::record,
                 {{fit::time_field, BaseType::uint32}, {fit::record_field::speed_mm_per_s, BaseType::uint16}});
  for (int i = 0; i <= 60; ++i) encoder.write(1, {begin + i * 5, speed_mm_per_s});
  more(encoder);
  return importers::read_fit("made.fit", encoder.finish());
}

void add_session(FitEncoder& encoder) {
  encoder.define(2, MessageNumber::session,
                 {{fit::session_field::start, BaseType::uint32}, {fit::session_field::sport, BaseType::enumeration}});
  encoder.write(2, {begin, static_cast<double>(fit::SportNumber::running)});
}

TEST(FitMessages, lengths_of_a_pool_are_a_swim_and_no_run_where_no_session_was_written) {
  const auto lengths = [](FitEncoder& encoder) {
    encoder.define(3, MessageNumber::swim_length, {{fit::time_field, BaseType::uint32}});
    for (int i = 1; i <= 10; ++i) encoder.write(3, {begin + i * 30});
  };
  const auto reading = read(fit::FileKind::activity, 2500, lengths);  // at a pace that would pass for a run
  EXPECT_EQ(reading.activities.at(0).run.sport, model::Sport::swimming);
  EXPECT_TRUE(reading.warnings.empty());
}

TEST(FitMessages, sets_and_repetitions_are_a_strength_session_and_no_run) {
  const auto sets = [](FitEncoder& encoder) {
    encoder.define(3, MessageNumber::strength_set, {{fit::time_field, BaseType::uint32}});
    for (int i = 1; i <= 5; ++i) encoder.write(3, {begin + i * 60});
  };
  const auto reading = read(fit::FileKind::activity, 2500, sets);
  EXPECT_EQ(reading.activities.at(0).run.sport, model::Sport::strength);
}

TEST(FitMessages, what_was_done_is_read_under_a_wrong_file_kind_and_a_course_to_follow_is_not) {
  EXPECT_EQ(read(fit::FileKind::settings, 3000, add_session).activities.size(), 1U);
  EXPECT_EQ(read(fit::FileKind::course, 3000, [](FitEncoder&) {}).code, "fit_course");
}

}  // namespace
}  // namespace hipline
