#include "hipline/exporters/text/race_text.hpp"

#include <cmath>

#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {
namespace {

using catalog::Filling;
using plan::GateLine;
using plan::GateState;

class RacePage {
 public:
  enum class Place { terminal, browser };
  RacePage(const TodayPage& page, Place place)
      : page_(page), race_(*page.race), week_(*page.race_week), place_(place) {}

  std::string write() {
    add(title());
    if (week_.days_to_race < 0) {
      if (week_.closed) add_referral();
      add_after();
      return text_;
    }
    if (week_.closed) {
      page_break(say("closed_title"));
      add_gate();
      add_referral();
      add_choices();
      return text_;
    }
    page_break(say("gate_title"));
    add_gate();
    add(start());
    add_choices();
    add_length();
    add_script();
    add_after();
    text_ += "\n";
    add(say("opinion"));
    return text_;
  }

  RaceWords words() {
    RaceWords all{.title = title()};
    if (week_.days_to_race >= 0) {
      for (const GateLine& line : week_.gate) {
        const char* state = line.state == GateState::met       ? "met"
                            : line.state == GateState::not_met ? "not_met"
                                                               : "unanswered";
        all.gate.push_back({line.what, state, line.rule, gate_sentence(line)});
      }
      all.choices = choices();
      if (!all.choices.empty()) all.stake = say("choice_stake");
      if (!week_.closed) {
        all.start = start();
        all.length = length();
        all.script = script();
        all.opinion = say("opinion");
      }
    }
    if (!week_.closed) {
      for (int row = 1; row <= after_rows; ++row) all.after.push_back(after_row(row));
    }
    all.after.push_back(say("after_see"));
    return all;
  }

  std::string open_gate() {
    for (const GateLine& line : week_.gate) {
      if (line.state != GateState::met) add_line(line);
    }
    return text_;
  }

 private:
  [[nodiscard]] std::string say(const std::string& key, const std::vector<Filling>& fillings = {}) const {
    return page_.catalog.texts.say("race." + key, fillings);
  }
  void add(const std::string& text, int indent = 0, std::string_view first = {}) { text_ += wrap(text, indent, first); }
  void add_item(const std::string& text) { add(text, 2, "- "); }
  void page_break(const std::string& title) {
    text_ += "\n";
    add(title);
  }
  [[nodiscard]] std::string km(Metres distance) const { return distance_text(distance, page_.units); }
  /// What to type, where one types; the browser has a button for it.
  [[nodiscard]] std::string how(const std::string& joined, const std::string& command) const {
    return place_ == Place::browser ? "." : joined + "hipline\u00a0" + command;
  }
  [[nodiscard]] std::string stop() const {
    return plain_number(page_.catalog.parameters.value("pain.acceptable_highest"));
  }

  [[nodiscard]] std::string title() const {
    const std::string race = race_.name.empty() ? say("unnamed") : race_.name;
    const int days = week_.days_to_race;
    if (days == 0) return say("title_day", {{"race", race}});
    if (days == 1) return say("title_tomorrow", {{"race", race}, {"date", long_date(race_.day)}});
    if (days == -1) return say("title_after_one", {{"race", race}});
    if (days < 0) return say("title_after", {{"race", race}, {"days", std::to_string(-days)}});
    return say("title_before", {{"race", race}, {"date", long_date(race_.day)}, {"days", std::to_string(days)}});
  }

  void add_line(const GateLine& line) {
    const std::string state = say(line.state == GateState::met       ? "state_met"
                                  : line.state == GateState::not_met ? "state_not_met"
                                                                     : "state_unanswered");
    add(gate_sentence(line) + (line.rule.empty() ? "" : " (" + line.rule + ")"), columns_of(state), state);
  }

  [[nodiscard]] std::string gate_sentence(const GateLine& line) const {
    return say("gate_" + line.what,
               line.what == "pain" ? std::vector<Filling>{{"limit", stop()}} : std::vector<Filling>{});
  }

  void add_gate() {
    for (const GateLine& line : week_.gate) add_line(line);
  }

  [[nodiscard]] std::string start() const {
    switch (week_.start) {
      case GateState::met: return say(week_.days_to_race == 0 ? "start_met_today" : "start_met");
      case GateState::not_met: return say("start_not_met", {{"reason", reason()}});
      case GateState::unanswered: break;
    }
    return say("start_unanswered", {{"how", how(": ", "checkin")}});
  }

  /// Why the first line that is not met is not.
  [[nodiscard]] std::string reason() const {
    for (const GateLine& line : week_.gate) {
      const rules::Rule* rule = line.state == GateState::not_met ? page_.catalog.find_rule(line.rule) : nullptr;
      if (rule) return rule->why;
    }
    return {};
  }

  void add_referral() {
    text_ += "\n";
    if (week_.unanswered) {
      add(say("closed_unanswered"));
      return;
    }
    const std::string referral = referral_lines(page_);
    if (referral.empty()) add(say("closed_whom"));
    text_ += referral;
  }

  void add_choices() {
    const std::vector<std::string> all = choices();
    if (all.empty()) return add(say("closed_emergency"));
    page_break(say(week_.closed ? "choices_closed_title" : "choices_title"));
    for (const std::string& choice : all) add_item(choice);
    add(say("choice_stake"));
  }

  /// What is left to choose; nothing in an emergency, which comes before any race.
  [[nodiscard]] std::vector<std::string> choices() const {
    std::vector<std::string> all;
    if (page_.decision.level == rules::Level::emergency) return all;
    if (!week_.closed) {
      const std::string goal =
          race_.goal ? say("choice_goal", {{"goal", duration_text(*race_.goal)}}) : say("choice_no_goal");
      all.push_back(say("choice_start", {{"goal", goal}}));
    }
    all.push_back(say("choice_defer", {{"deadline", deadline()}}));
    all.push_back(say("choice_not_start"));
    return all;
  }

  [[nodiscard]] std::string deadline() const {
    if (!race_.transfer_deadline)
      return say("deadline_unknown", {{"how", how(" with ", "setup\u00a0--race-transfer-by\u00a0DATE.")}});
    const LocalDay last = *race_.transfer_deadline;
    if (last == page_.decision.day) return say("deadline_today");
    return say(last > page_.decision.day ? "deadline_open" : "deadline_gone", {{"date", long_date(last)}});
  }

  void add_length() {
    page_break(say("breaks_title"));
    for (const std::string& line : length()) add(line);
  }

  /// How far the race goes beyond what was run lately.
  [[nodiscard]] std::vector<std::string> length() const {
    if (!(week_.ratio > 0)) return {say("breaks_unknown")};
    const std::vector<Filling> lengths = {{"race", km(race_.distance)}, {"longest", km(week_.longest)}};
    if (week_.spike_band == 0) return {say("within", lengths)};
    auto with_percent = lengths;
    with_percent.push_back({"percent", plain_number(std::round((week_.ratio - 1) * 100))});
    return {say("breaks", with_percent), say("band_" + std::to_string(week_.spike_band)), say("band_limits")};
  }

  void add_script() {
    page_break(say("script_title"));
    for (const std::string& line : script()) add_item(line);
  }

  [[nodiscard]] std::vector<std::string> script() const {
    std::vector<std::string> all = {say("script_painkiller")};
    if (!week_.checks.empty()) all.push_back(say("script_slow", {{"at", km(week_.checks.front().at)}}));
    all.push_back(week_.walk_minutes > 0 ? say("script_walk", {{"run", std::to_string(week_.run_minutes)},
                                                               {"walk", std::to_string(week_.walk_minutes)}})
                                         : say("script_walk_aid"));
    for (const plan::RaceCheck& check : week_.checks) {
      const std::string key = "check_" + std::to_string(check.number);
      const std::vector<Filling> with_stop =
          check.number == 3 ? std::vector<Filling>{{"stop", stop()}} : std::vector<Filling>{};
      all.push_back(say("check", {{"at", km(check.at)}, {"ask", say(key, with_stop)}}));
    }
    all.push_back(say("ends", {{"stop", stop()}}));
    return all;
  }

  void add_after() {
    page_break(say("after_title"));
    if (!week_.closed) {
      constexpr int last_days[] = {2, 4, 7, 10, 14};
      const int since = -week_.days_to_race;
      int first = 1;
      for (int row = 1; row <= after_rows; ++row) {
        const bool here = since >= first && since <= last_days[row - 1];
        add(after_row(row), 3, here ? say("after_here") : "   ");
        first = last_days[row - 1] + 1;
      }
      add(say("after_source"));
    }
    add(say("after_see"));
  }

  static constexpr int after_rows = 5;

  [[nodiscard]] std::string after_row(int row) const {
    const std::string minutes = plain_number(page_.catalog.parameters.value("baseline.minutes_after_race"));
    return say("after_" + std::to_string(row),
               row == 4 ? std::vector<Filling>{{"minutes", minutes}} : std::vector<Filling>{});
  }

  const TodayPage& page_;
  const model::Race& race_;
  const plan::RaceWeek& week_;
  Place place_;
  std::string text_;
};

}  // namespace

std::string race_text(const TodayPage& page) { return RacePage(page, RacePage::Place::terminal).write(); }

RaceWords race_words(const TodayPage& page) { return RacePage(page, RacePage::Place::browser).words(); }

std::string open_gate_text(const TodayPage& page) { return RacePage(page, RacePage::Place::terminal).open_gate(); }

}  // namespace hipline::exporters
