#pragma once

#include "hipline/app/today/today.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {

/// Today's answer from the database, the content and the day in force, with the content it was made from.
struct AnsweredDay {
  app::TodayAnswer answer;
  const catalog::Catalog* catalog;
};
Result<AnsweredDay> answer_day(Context& context);

}  // namespace hipline::cli
