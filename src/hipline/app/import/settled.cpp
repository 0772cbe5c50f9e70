#include "hipline/app/import/settled.hpp"

namespace hipline::app {

Result<model::Run> settled(const importers::Activity& activity, const Zones& zones, const std::string& zone) {
  using importers::StartKnown;
  model::Run run = activity.run;
  if (activity.start_known == StartKnown::not_at_all) return run;
  if (activity.start_known != StartKnown::exactly) {
    run.day = day_at_offset(run.start, 0);
    const auto second = static_cast<int>(run.start - start_of_day(run.day, 0));
    const auto start = zones.at(zone, run.day, second);
    if (!start) return std::unexpected(start.error());
    run.start = *start;
    return run;
  }
  if (run.file_offset_s) {
    run.day = day_at_offset(run.start, *run.file_offset_s);
    return run;
  }
  const auto day = local_day(zones, zone, run.start);
  if (!day) return std::unexpected(day.error());
  run.day = *day;
  return run;
}

}  // namespace hipline::app
