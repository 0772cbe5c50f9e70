#include "hipline/exporters/words/promise_words.hpp"

#include <cmath>

#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;
using trends::Course;
using trends::Measure;
using trends::What;

const char* name(What what) {
  switch (what) {
    case What::stiffness: return "stiffness";
    case What::hold_left: return "hold_left";
    case What::hold_right: return "hold_right";
    case What::pain: return "pain";
    case What::days_kept: return "days_kept";
    case What::distance_kept: break;
  }
  return "distance_kept";
}

const char* name(Course course) {
  switch (course) {
    case Course::better: return "better";
    case Course::same: return "same";
    case Course::worse: return "worse";
    case Course::not_enough_yet: break;
  }
  return "not_enough_yet";
}

const char* unit(What what) {
  if (what == What::stiffness || what == What::pain) return "points";
  return what == What::hold_left || what == What::hold_right ? "s" : "share";
}

std::string shown(What what, double value) {
  const std::string kind = unit(what);
  if (kind == "share") return plain_number(std::round(value * 100)) + " %";
  if (kind == "s") return plain_number(std::round(value)) + " s";
  return plain_number(std::round(value * 10) / 10);
}

}  // namespace

MeasureWords measure_words(const Measure& measure, const Texts& texts) {
  const std::string what = name(measure.what);
  MeasureWords words{.what = what,
                     .state = name(measure.course),
                     .unit = unit(measure.what),
                     .label = texts.say("trends.label_" + what)};
  if (measure.course == Course::not_enough_yet) {
    words.sentence = texts.say(
        "trends.not_enough",
        {{"label", words.label}, {"have", std::to_string(measure.have)}, {"need", std::to_string(measure.need)}});
    return words;
  }
  words.sentence = texts.say("trends.measured_" + words.state, {{"label", words.label},
                                                                {"now", shown(measure.what, *measure.now)},
                                                                {"before", shown(measure.what, *measure.before)}});
  return words;
}

PromiseWords promise_words(const std::string& key, const std::vector<Measure>& measures, const Texts& texts) {
  PromiseWords promise{.title = texts.say("trends.promise_" + key), .state = name(trends::course_of(measures))};
  for (const Measure& one : measures) promise.parts.push_back(measure_words(one, texts));
  if (promise.state == name(Course::not_enough_yet)) {
    promise.sentence = texts.say("trends.promise_not_yet_" + key);
    return promise;
  }
  for (const MeasureWords& one : promise.parts) {
    if (one.state == name(Course::not_enough_yet)) continue;
    promise.sentence += (promise.sentence.empty() ? "" : " ") + one.sentence;
  }
  return promise;
}

}  // namespace hipline::exporters
