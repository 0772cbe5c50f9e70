#include "hipline/cli/today_answer.hpp"

namespace hipline::cli {

Result<AnsweredDay> answer_day(Context& context) {
  const auto catalog = context.catalog();
  if (!catalog) return std::unexpected(catalog.error());
  const auto today = context.today();
  if (!today) return std::unexpected(today.error());
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  auto answer = app::answer_today({context.runner_id(), *today, context.now(), context.version()}, **store, **catalog);
  if (!answer) return std::unexpected(answer.error());
  return AnsweredDay{std::move(*answer), *catalog};
}

}  // namespace hipline::cli
