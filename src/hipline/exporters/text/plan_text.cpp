#include "hipline/exporters/text/plan_text.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {
namespace {

using baseline::SessionKind;
using catalog::Filling;
using plan::DayPlan;

/// Where a day's sentences begin, under its date.
constexpr int day_indent = 2;
constexpr int reason_indent = 6;

class PlanPage {
 public:
  PlanPage(const plan::Plan& plan, const catalog::Catalog& catalog, model::Units units,
           const std::optional<model::Race>& race)
      : plan_(plan), catalog_(catalog), units_(units), race_(race) {}

  PlanWords words() {
    PlanWords all;
    all.title = plan_.days.empty() ? say("withheld") : title();
    if (!plan_.days.empty()) all.lead = say("origin_" + std::string(baseline::name(plan_.origin)));
    for (std::size_t i = 0; i < plan_.days.size(); ++i) {
      const DayPlan& day = plan_.days[i];
      if (i == 0 || day.begins_week()) all.weeks.push_back({i == 0 ? plan_.week_from : day.day, week_sentence(i), {}});
      all.weeks.back().days.push_back(day_words(day));
    }
    for (const plan::WeekOutline& week : plan_.outline) all.outline.push_back(outline_sentence(week));
    for (const plan::UnmetAim& aim : plan_.unmet) all.aims.push_back({aim.rule, aim_sentence(aim)});
    for (const DayPlan& day : plan_.days)
      if (day.kind == SessionKind::race && plan_.race_to_longest > 1) all.honest_length = honest_length(day);
    return all;
  }

  std::string write() {
    if (plan_.days.empty()) {
      add(say("withheld"));
      for (const plan::Reason& reason : plan_.withheld) add_reason(reason, reason.text, 0);
      return page_;
    }
    add(title());
    if (const auto& to_race = plan_.days.front().days_to_race;
        to_race && *to_race <= catalog_.parameters.value("plan.race_page_days"))
      add(say("race_page"));
    add(say("origin_" + std::string(baseline::name(plan_.origin))));
    for (std::size_t i = 0; i < plan_.days.size(); ++i) {
      if (i == 0 || plan_.days[i].begins_week()) add_week(i);
      add_day(plan_.days[i]);
    }
    add_outline();
    add_unmet();
    return page_;
  }

 private:
  [[nodiscard]] std::string say(const std::string& key, const std::vector<Filling>& fillings = {}) const {
    return catalog_.texts.say("plan." + key, fillings);
  }
  void add(const std::string& text, int indent = 0, std::string_view first = {}) { page_ += wrap(text, indent, first); }
  [[nodiscard]] std::string km(Metres distance) const { return distance_text(distance, units_); }

  [[nodiscard]] std::string title() const {
    const auto& days = plan_.days;
    if (!race_ || !days.front().days_to_race) return say("title_no_race");
    const std::string race = race_->name.empty() ? say("race_unnamed") : race_->name;
    if (*days.front().days_to_race < 0) return say("title_after_race", {{"race", race}});
    return say("title_race", {{"race", race}, {"date", long_date(race_->day)}});
  }

  void add_week(std::size_t from) {
    page_ += "\n";
    add(week_sentence(from));
  }

  [[nodiscard]] std::string week_sentence(std::size_t from) const {
    Metres distance;
    Seconds only_minutes;
    bool race = false;
    for (std::size_t i = from; i < plan_.days.size() && (i == from || !plan_.days[i].begins_week()); ++i) {
      const DayPlan& day = plan_.days[i];
      race = race || day.kind == SessionKind::race;
      if (day.kind == SessionKind::race) continue;
      distance += day.running();
      if (baseline::is_running(day.kind) && !day.done && !(day.distance.value() > 0)) only_minutes += day.duration;
    }
    Metres done;
    if (from == 0) {
      distance += plan_.done_this_week;
      done = plan_.done_this_week + plan_.days[0].done.value_or(plan::DoneRun{}).distance;
    }
    const Filling date{"date", short_date(from == 0 ? plan_.week_from : plan_.days[from].day)};
    const bool some_km = distance.value() > 0;
    const bool some_minutes = only_minutes.value() > 0;
    std::string week = some_km && some_minutes
                           ? say("week_distance_and_minutes",
                                 {date, {"distance", km(distance)}, {"duration", duration_text(only_minutes)}})
                       : some_km      ? say("week", {date, {"distance", km(distance)}})
                       : some_minutes ? say("week_minutes", {date, {"duration", duration_text(only_minutes)}})
                                      : say("week_no_running", {date});
    if (done.value() > 0) week = say("week_done", {{"week", week}, {"distance", km(done)}});
    return race ? say("week_and_race", {{"week", week}}) : week;
  }

  [[nodiscard]] PlanDayWords day_words(const DayPlan& day) const {
    PlanDayWords words{.day = &day,
                       .short_date = short_date(day.day),
                       .to_go = countdown(day),
                       .title = say(std::string(baseline::name(day.kind))),
                       .beside = beside_the_run(day)};
    if (day.distance.value() > 0)
      words.amount = km(day.distance);
    else if (day.duration.value() > 0)
      words.amount = duration_text(day.duration);
    words.detail = session_details(day);
    if (day.done) words.done = done_sentence(day);
    return words;
  }

  [[nodiscard]] std::string done_sentence(const DayPlan& day) const {
    const bool known = day.done->distance.value() > 0;
    return say("done", {{"run", known ? km(day.done->distance) : duration_text(day.done->duration)}});
  }

  /// What goes with a day's distance, or with its minutes.
  [[nodiscard]] std::vector<std::string> session_details(const DayPlan& day) const {
    std::vector<std::string> details;
    if (day.duration.value() > 0 && day.distance.value() > 0)
      details.push_back(say("about", {{"duration", duration_text(day.duration)}}));
    if (baseline::is_running(day.kind) && day.kind != SessionKind::race) {
      if (day.flat) details.push_back(say("flat"));
      if (day.easy_only && day.kind != SessionKind::easy) details.push_back(say("easy_only"));
      if (day.walk_minutes > 0) {
        details.push_back(
            say("walk_breaks", {{"walk", std::to_string(day.walk_minutes)}, {"run", std::to_string(day.run_minutes)}}));
      }
    }
    return details;
  }

  [[nodiscard]] std::string countdown(const DayPlan& day) const {
    if (!day.days_to_race) return {};
    if (*day.days_to_race == 0) return say("race_today");
    if (*day.days_to_race > 0) return say("days_to_go", {{"days", std::to_string(*day.days_to_race)}});
    return say("days_after", {{"days", std::to_string(-*day.days_to_race)}});
  }

  [[nodiscard]] std::string session(const DayPlan& day) const {
    std::string text = say(std::string(baseline::name(day.kind)));
    if (day.distance.value() > 0) text += " " + km(day.distance);
    if (day.duration.value() > 0 && !(day.distance.value() > 0)) text += ", " + duration_text(day.duration);
    for (const std::string& detail : session_details(day)) text += ", " + detail;
    return text;
  }

  [[nodiscard]] std::string beside_the_run(const DayPlan& day) const {
    const circuit::Prescription& circuit = day.circuit;
    if (circuit.any && circuit.focus == "full") {
      std::string text =
          circuit.rounds == 1 ? say("circuit_one") : say("circuit", {{"rounds", std::to_string(circuit.rounds)}});
      if (baseline::is_running(day.kind)) text += " (" + say("run_first") + ")";
      return text;
    }
    if (circuit.any) return say(circuit.focus == "walk_and_mobility" ? "circuit_walk" : "circuit_mobility");
    if (circuit.focus == "usual_warm_up") return say("circuit_warm_up");
    return day.mobility ? say("mobility") : std::string();
  }

  void add_day(const DayPlan& day) {
    std::string date = short_date(day.day);
    const std::string to_race = countdown(day);
    if (!to_race.empty()) date += " (" + to_race + ")";
    const std::string beside = beside_the_run(day);
    std::string run = session(day);
    if (day.done) run += "; " + done_sentence(day);
    add(date + ": " + run + (beside.empty() ? "" : "; " + beside), day_indent);
    if (day.kind == SessionKind::race) {
      add_race(day);
    } else if (!day.reasons.empty()) {
      const plan::Reason& reason = least_said(day.reasons);
      said_.push_back(reason.rule);
      add_reason(reason, first_sentence(reason.text), reason_indent);
    }
  }

  /// Race day says all it has to say, and how far it goes beyond the rule for single runs.
  void add_race(const DayPlan& day) {
    if (plan_.race_to_longest > 1) add(honest_length(day), reason_indent);
    for (const plan::Reason& reason : day.reasons) {
      // Said above, with the runner's own numbers; the rules of a training day say nothing of a race.
      const bool of_training = reason.rule.starts_with("TD-") && day.kind == SessionKind::race;
      if (reason.rule != "TP-13a" && !of_training) add_reason(reason, reason.text, reason_indent);
    }
  }

  [[nodiscard]] std::string honest_length(const DayPlan& race_day) const {
    const Metres longest = race_day.distance / plan_.race_to_longest;
    const double percent = std::round((plan_.race_to_longest - 1) * 100);
    return say("race_ratio", {{"longest", km(longest)}, {"percent", plain_number(percent)}});
  }

  /// Of a day's reasons the first that the days just before did not give: said again it would not be news.
  [[nodiscard]] const plan::Reason& least_said(const std::vector<plan::Reason>& reasons) const {
    const auto recent = said_.end() - std::min<std::ptrdiff_t>(3, std::ssize(said_));
    const auto news = std::find_if(reasons.begin(), reasons.end(), [&](const plan::Reason& reason) {
      return std::find(recent, said_.end(), reason.rule) == said_.end();
    });
    return news == reasons.end() ? reasons.front() : *news;
  }

  static std::string first_sentence(const std::string& text) {
    const std::size_t end = text.find(". ");
    return end == std::string::npos ? text : text.substr(0, end + 1);
  }

  void add_reason(const plan::Reason& reason, const std::string& sentence, int indent) {
    add(say("reason", {{"sentence", sentence}, {"rule", reason.rule}}), indent);
  }

  void add_outline() {
    if (plan_.outline.empty()) return;
    page_ += "\n";
    add(say("outline_title"));
    for (const plan::WeekOutline& week : plan_.outline) add(outline_sentence(week), day_indent);
  }

  [[nodiscard]] std::string outline_sentence(const plan::WeekOutline& week) const {
    return say("outline_week",
               {{"date", short_date(week.first_day)}, {"distance", km(week.distance)}, {"longest", km(week.longest)}});
  }

  [[nodiscard]] std::string prevented(const std::string& by) const {
    if (catalog_.texts.find("plan.prevented_" + by)) return say("prevented_" + by);
    const rules::Rule* rule = catalog_.find_rule(by);
    if (!rule) return say("prevented_rule_id", {{"rule", by}});
    return say("prevented_rule", {{"rule", by}, {"sentence", first_sentence(rule->why)}});
  }

  void add_unmet() {
    page_ += "\n";
    if (plan_.unmet.empty()) {
      add(say("unmet_none"));
      return;
    }
    add(say("unmet_title"));
    for (const plan::UnmetAim& aim : plan_.unmet) add(aim_sentence(aim), reason_indent, "    - ");
  }

 public:
  [[nodiscard]] std::string aim_sentence(const plan::UnmetAim& aim) const {
    const bool share = aim.what.find("share") != std::string::npos;
    const double scale = share ? 100 : 1;
    const std::string key = aim.prevented_by == "little_known" && share ? "unmet_unknown_peak" : "unmet_" + aim.what;
    const std::string sentence = say(key, {{"date", short_date(aim.day)},
                                           {"got", plain_number(std::round(aim.got * scale))},
                                           {"wanted", plain_number(std::round(aim.wanted * scale))},
                                           {"rule", aim.rule}});
    return sentence + " " + prevented(aim.prevented_by);
  }
  [[nodiscard]] PlanDayWords words_of(const DayPlan& day) const { return day_words(day); }

 private:
  const plan::Plan& plan_;
  const catalog::Catalog& catalog_;
  model::Units units_;
  const std::optional<model::Race>& race_;
  std::string page_;
  std::vector<std::string> said_;  ///< rule ids of the reasons shown, day by day
};

}  // namespace

std::string plan_text(const plan::Plan& plan, const catalog::Catalog& catalog, model::Units units,
                      const std::optional<model::Race>& race) {
  return PlanPage(plan, catalog, units, race).write();
}

PlanWords plan_words(const plan::Plan& plan, const catalog::Catalog& catalog, model::Units units,
                     const std::optional<model::Race>& race) {
  return PlanPage(plan, catalog, units, race).words();
}

std::string aim_sentence(const plan::UnmetAim& aim, const catalog::Catalog& catalog) {
  const plan::Plan none;
  const std::optional<model::Race> no_race;
  return PlanPage(none, catalog, model::Units::metric, no_race).aim_sentence(aim);
}

PlanDayWords plan_day_words(const plan::DayPlan& day, const catalog::Catalog& catalog, model::Units units) {
  const plan::Plan none;
  const std::optional<model::Race> no_race;
  return PlanPage(none, catalog, units, no_race).words_of(day);
}

}  // namespace hipline::exporters
