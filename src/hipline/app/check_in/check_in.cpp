#include "hipline/app/check_in/check_in.hpp"

#include <algorithm>
#include <cmath>

#include "hipline/app/interview/spoken_answer.hpp"
#include "hipline/app/requests/request_body.hpp"

namespace hipline::app {
namespace {

using catalog::Fields;
using catalog::Node;

constexpr int seven_in_the_morning = 7 * 3600;

/// A value as a flag would say it, so that one reader judges both: null is left open, never "no".
std::string spoken(const Node& value) {
  if (value.is_yes_no()) return value.yes_no() ? "yes" : "no";
  if (!value.is_number()) return "skip";
  const double number = value.number();
  return number == std::floor(number) && std::abs(number) < 1e9 ? std::to_string(static_cast<std::int64_t>(number))
                                                                : std::to_string(number);
}

model::Answer answer_in(const Node& node, const catalog::Catalog& catalog) {
  Fields fields(node);
  model::Answer answer{fields.text("fact"), model::Skipped{}};
  const auto value = fields.node("value");
  fields.done();
  if (!value || answer.fact.empty()) return answer;
  if (value->is_text() || value->is_list() || value->is_object()) {
    value->refuse("bad_answer", "An answer is true, false, a number, or null where it is left open.");
    return answer;
  }
  const auto parsed = parse_fact(catalog, answer.fact, spoken(*value));
  if (parsed) return *parsed;
  value->refuse(parsed.error().code, parsed.error().message);
  return answer;
}

std::vector<model::Answer> answers_in(Fields& fields, std::string_view key, const catalog::Catalog& catalog) {
  std::vector<model::Answer> answers;
  for (const Node& node : fields.optional_items(key)) answers.push_back(answer_in(node, catalog));
  return answers;
}

}  // namespace

Result<CheckInSetting> check_in_setting(const CheckInMoment& moment, KeptHistory& kept, Store& store,
                                        const Zones& zones) {
  Instant at = moment.at;
  auto day = check_in_day(zones, moment.zone, at);
  if (!day) return std::unexpected(day.error());
  if (moment.today && *day != *moment.today) {
    // A day that was asked for is meant as that day, even by someone who tries it out after midnight.
    day = *moment.today;
    const auto morning = zones.at(moment.zone, *day, seven_in_the_morning);
    if (!morning) return std::unexpected(morning.error());
    at = *morning;
  }
  const auto offset = zones.offset_at(moment.zone, at);
  if (!offset) return std::unexpected(offset.error());
  auto so_far = kept.read(moment.runner_id, *day, at, store);
  if (!so_far) return std::unexpected(so_far.error());
  CheckInSetting setting;
  setting.check_in.at = at;
  setting.check_in.day = *day;
  setting.check_in.moment = moment_of(*so_far, at, *offset);
  setting.so_far = std::move(*so_far);
  return setting;
}

Result<InterviewSoFar> interview_so_far(std::string_view json, const catalog::Catalog& catalog) {
  auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  InterviewSoFar so_far;
  Fields fields = body->fields();
  so_far.asking =
      fields
          .optional_choice<Asking>(
              "asking", {{"due", Asking::due}, {"again", Asking::again}, {"corrections", Asking::corrections}})
          .value_or(Asking::due);
  so_far.at = instant_in(fields, "at");
  so_far.told = answers_in(fields, "answers", catalog);
  for (const Node& node : fields.optional_items("steps")) {
    Fields step(node);
    InterviewSoFar::Step one{step.text("question"), answers_in(step, "answers", catalog)};
    step.done();
    so_far.steps.push_back(std::move(one));
  }
  fields.done();
  if (const Status read = body->finish(); !read) return std::unexpected(read.error());
  return so_far;
}

Result<NewCheckIn> new_check_in(std::string_view json, const catalog::Catalog& catalog) {
  auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  NewCheckIn told;
  Fields fields = body->fields();
  told.id = page_id_in(fields, "id");
  told.at = instant_in(fields, "at");
  told.answers = answers_in(fields, "answers", catalog);
  fields.done();
  if (const Status read = body->finish(); !read) return std::unexpected(read.error());
  if (told.answers.empty()) return failure("nothing_said", "/answers", "A check-in needs at least one answer.");
  return told;
}

Result<bool> keep_check_in(const std::string& runner_id, const NewCheckIn& told, CheckInSetting setting, Store& store) {
  bool is_new = false;
  setting.check_in.answers = told.answers;
  const Status kept = store.in_transaction([&]() -> Status {
    const auto noted = store.note_page_id(runner_id, told.id, setting.check_in.at);
    if (!noted) return std::unexpected(noted.error());
    is_new = *noted;
    return is_new ? store.add_check_in(runner_id, setting.check_in) : Status{};
  });
  if (!kept) return std::unexpected(kept.error());
  return is_new;
}

}  // namespace hipline::app
