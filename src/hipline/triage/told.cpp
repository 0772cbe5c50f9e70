#include "hipline/triage/told.hpp"

namespace hipline::triage {

void Told::go_on_to(const model::History& then) {
  pain_.go_on_to(then);
  for (; read_ < then.check_ins.size(); ++read_) {
    const model::CheckIn& check_in = then.check_ins[read_];
    // Check-ins come in the order of time: where a moment is given, all others lie after it.
    if (is_told(then, check_in))
      add(check_in);
    else if (then.now)
      break;
  }
}

void Told::add(const model::CheckIn& check_in) {
  answers_.add(check_in);
  pain_.take(check_in);
}

Told told(const model::History& history, const std::vector<rules::Question>& questions) {
  Told all(questions);
  all.go_on_to(history);
  return all;
}

}  // namespace hipline::triage
