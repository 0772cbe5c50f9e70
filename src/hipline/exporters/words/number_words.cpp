#include "hipline/exporters/words/number_words.hpp"

#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;

NumberWords amount(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const today::TodaySession& session = page.decision.session;
  const std::string duration = duration_text(session.duration);
  if (session.distance.value() <= 0) return {texts.say("today.number_time"), duration, {}};
  const Metres planned = page.decision.as_planned.distance;
  const std::string detail = session.distance < planned
                                 ? texts.say("today.number_planned", {{"amount", distance_text(planned, page.units)}})
                                 : texts.say("today.number_about", {{"amount", duration}});
  return {texts.say("today.number_distance"), distance_text(session.distance, page.units), detail};
}

NumberWords effort(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const today::TodaySession& session = page.decision.session;
  const std::string range = session.effort_low == session.effort_high
                                ? plain_number(session.effort_high)
                                : plain_number(session.effort_low) + "-" + plain_number(session.effort_high);
  const std::string of_ten = texts.say("today.number_of_ten", {{"range", range}});
  const bool easy = session.easy_only || session.kind == baseline::SessionKind::easy;
  if (easy) {
    return {texts.say("today.number_effort"), texts.say("today.effort_easy"),
            session.effort_high > 0 ? of_ten : texts.say("today.effort_easy_detail")};
  }
  return {texts.say("today.number_effort"), of_ten, texts.say("today.number_of_ten_detail")};
}

NumberWords ground(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const today::TodaySession& session = page.decision.session;
  const std::string kind = session.flat ? "flat" : session.hilly ? "hilly" : "usual";
  return {texts.say("today.number_ground"), texts.say("today.ground_" + kind),
          texts.say("today.ground_" + kind + "_detail")};
}

}  // namespace

std::vector<NumberWords> run_numbers(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const today::TodaySession& session = page.decision.session;
  std::vector<NumberWords> numbers = {amount(page)};
  if (session.effort_high > 0 || session.easy_only) numbers.push_back(effort(page));
  numbers.push_back(ground(page));
  if (session.walk_minutes > 0) {
    numbers.push_back({texts.say("today.number_walk"),
                       texts.say("today.walk_value", {{"walk", std::to_string(session.walk_minutes)}}),
                       texts.say("today.walk_detail", {{"run", std::to_string(session.run_minutes)}})});
  }
  return numbers;
}

}  // namespace hipline::exporters
