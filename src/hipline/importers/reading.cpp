#include "hipline/importers/reading.hpp"

#include <utility>

namespace hipline::importers {
namespace {

Reading without_activity(Verdict verdict, std::string format, std::string code, std::string reason) {
  Reading reading;
  reading.verdict = verdict;
  reading.format = std::move(format);
  reading.code = std::move(code);
  reading.reason = std::move(reason);
  return reading;
}

}  // namespace

const char* word(Verdict verdict) {
  switch (verdict) {
    case Verdict::activities: return "activities";
    case Verdict::not_an_activity: return "not_an_activity";
    case Verdict::refused: return "refused";
  }
  return "refused";
}

Reading not_an_activity(std::string format, std::string code, std::string reason) {
  return without_activity(Verdict::not_an_activity, std::move(format), std::move(code), std::move(reason));
}

Reading refused(std::string format, std::string code, std::string reason) {
  return without_activity(Verdict::refused, std::move(format), std::move(code), std::move(reason));
}

}  // namespace hipline::importers
