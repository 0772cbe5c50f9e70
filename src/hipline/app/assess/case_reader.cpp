#include "hipline/app/assess/case_reader.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "hipline/catalog/json_reader.hpp"

namespace hipline::app {
namespace {

using catalog::Fields;
using catalog::Node;

constexpr Seconds noon = Seconds(12 * 3600);

std::optional<LocalDay> day_in(const std::optional<Node>& node) {
  if (!node) return std::nullopt;
  const auto day = LocalDay::parse(node->text());
  if (day) return *day;
  node->refuse(day.error().code, day.error().message);
  return std::nullopt;
}

std::optional<Instant> instant_in(const std::optional<Node>& node) {
  if (!node) return std::nullopt;
  const auto at = Instant::parse(node->text());
  if (at) return *at;
  node->refuse(at.error().code, at.error().message);
  return std::nullopt;
}

std::optional<double> number_within(Fields& f, std::string_view key, double lowest, double highest) {
  const auto node = f.optional_node(key);
  if (!node) return std::nullopt;
  const double value = node->number();
  if (value >= lowest && value <= highest) return value;
  const auto plain = [](double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
  };
  node->refuse("out_of_range", "This must lie between " + plain(lowest) + " and " + plain(highest) + ".");
  return std::nullopt;
}

std::optional<int> pain_in(Fields& f, std::string_view key) {
  const auto value = number_within(f, key, 0, 10);
  if (!value) return std::nullopt;
  if (*value != std::floor(*value)) {
    f.optional_node(key)->refuse("out_of_range", "Pain is a whole number from 0 (none) to 10 (worst).");
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

std::optional<bool> yes_no_in(Fields& f, std::string_view key) {
  const auto node = f.optional_node(key);
  if (!node || node->is_null()) return std::nullopt;
  return node->yes_no();
}

std::optional<model::Side> side_in(Fields& f) {
  return f.optional_choice<model::Side>(
      "side", {{"left", model::Side::left}, {"right", model::Side::right}, {"both", model::Side::both}});
}

model::EarlierEpisode read_episode(const Node& node) {
  Fields f(node);
  model::EarlierEpisode episode;
  episode.side = side_in(f);
  episode.when = day_in(f.optional_node("when"));
  episode.called = f.optional_text("called");
  episode.healed = yes_no_in(f, "healed");
  f.done();
  return episode;
}

model::PlannedSession read_planned(const Node& node) {
  Fields f(node);
  model::PlannedSession session;
  session.day = day_in(f.node("day")).value_or(LocalDay());
  session.kind = f.choice<const char*>("kind", {{"easy", "easy"},
                                                {"long", "long"},
                                                {"quality", "quality"},
                                                {"race", "race"},
                                                {"cross_train", "cross_train"},
                                                {"rest", "rest"}});
  if (const auto km = number_within(f, "distance_km", 0, 300)) session.distance = kilometres(*km);
  session.hilly = f.optional_yes_no("hilly");
  f.done();
  return session;
}

/// A favourite is an id, done for long before, or an object that also says since when.
model::Favourite read_favourite(const Node& node) {
  if (node.is_text()) return {node.text(), std::nullopt};
  Fields f(node);
  model::Favourite favourite{f.text("exercise"), day_in(f.optional_node("since"))};
  f.done();
  return favourite;
}

model::OwnExercise read_own_exercise(const Node& node) {
  Fields f(node);
  model::OwnExercise own;
  own.id = f.text("id");
  own.name = f.text("name");
  own.directions = f.texts("directions");
  own.mobility = f.optional_yes_no("mobility");
  own.sets = f.whole_number("sets");
  own.repetitions = f.optional_whole_number("repetitions");
  own.seconds = number_within(f, "seconds", 1, 600);
  own.per_side = f.optional_yes_no("per_side");
  own.since = day_in(f.optional_node("since"));
  f.done();
  if (own.repetitions.has_value() == own.seconds.has_value())
    node.refuse("missing_field", "An exercise has either \"repetitions\" or \"seconds\".");
  return own;
}

model::Runner read_runner(const Node& node, LocalDay today) {
  Fields f(node);
  model::Runner runner;
  if (const auto year = number_within(f, "birth_year", 1900, today.year())) runner.birth_year = static_cast<int>(*year);
  runner.sex = f.optional_choice<model::Sex>("sex", {{"female", model::Sex::female}, {"male", model::Sex::male}});
  runner.height_cm = number_within(f, "height_cm", 100, 250);
  runner.mass_kg = number_within(f, "mass_kg", 25, 250);
  if (const auto country = f.optional_text("country"); !country.empty()) runner.country = country;
  runner.units =
      f.optional_choice<model::Units>("units", {{"metric", model::Units::metric}, {"imperial", model::Units::imperial}})
          .value_or(model::Units::metric);
  if (auto zone = f.optional_text("time_zone"); !zone.empty()) runner.time_zone = std::move(zone);
  for (const Node& weekday : f.optional_items("days_available")) {
    runner.days_available.push_back(
        weekday.choice<int>({{"mon", 0}, {"tue", 1}, {"wed", 2}, {"thu", 3}, {"fri", 4}, {"sat", 5}, {"sun", 6}}));
  }
  runner.strength_sessions_per_week = number_within(f, "strength_sessions_per_week", 0, 14);
  runner.usual_pain = pain_in(f, "usual_pain");
  for (const Node& episode : f.optional_items("earlier_episodes"))
    runner.earlier_episodes.push_back(read_episode(episode));
  for (const Node& favourite : f.optional_items("favourites")) runner.favourites.push_back(read_favourite(favourite));
  for (const Node& own : f.optional_items("own_exercises")) runner.own_exercises.push_back(read_own_exercise(own));
  for (const Node& planned : f.optional_items("own_plan")) runner.own_plan.push_back(read_planned(planned));
  runner.done_circuit_before = yes_no_in(f, "done_circuit_before");
  f.done();
  return runner;
}

model::Race read_race(const Node& node, LocalDay today) {
  Fields f(node);
  model::Race race;
  const auto day_node = f.node("day");
  if (const auto day = day_in(day_node)) {
    race.day = *day;
    if (today - *day > 14)
      day_node->refuse("race_long_past", "This race is more than 14 days past; give the next race or leave it out.");
  }
  if (const auto km = number_within(f, "distance_km", 1, 300)) race.distance = kilometres(*km);
  race.name = f.optional_text("name");
  if (const auto goal = number_within(f, "goal_time_s", 600, 200'000)) race.goal = Seconds(*goal);
  race.transfer_deadline = day_in(f.optional_node("transfer_deadline"));
  f.done();
  return race;
}

model::Ache read_ache(const Node& node, LocalDay today) {
  Fields f(node);
  model::Ache ache;
  ache.side = side_in(f);
  for (const Node& site : f.optional_items("sites")) {
    using model::Site;
    ache.sites.push_back(site.choice<Site>({{"front_of_hip", Site::front_of_hip},
                                            {"groin", Site::groin},
                                            {"front_of_thigh", Site::front_of_thigh},
                                            {"side_of_hip", Site::side_of_hip},
                                            {"buttock", Site::buttock},
                                            {"lower_belly", Site::lower_belly},
                                            {"back", Site::back}}));
  }
  for (const Node& quality : f.optional_items("qualities")) {
    using model::Quality;
    ache.qualities.push_back(quality.choice<Quality>({{"dull", Quality::dull},
                                                      {"deep", Quality::deep},
                                                      {"sharp", Quality::sharp},
                                                      {"burning", Quality::burning},
                                                      {"pinching", Quality::pinching},
                                                      {"tight", Quality::tight}}));
  }
  ache.onset = f.optional_choice<model::OnsetManner>(
      "onset", {{"gradual", model::OnsetManner::gradual}, {"sudden", model::OnsetManner::sudden}});
  const auto onset_node = f.optional_node("onset_day");
  ache.onset_day = day_in(onset_node);
  if (ache.onset_day && *ache.onset_day > today)
    onset_node->refuse("out_of_range", "The ache cannot begin after the date of the case.");
  ache.what_happened = f.optional_text("what_happened");
  ache.pop = yes_no_in(f, "pop");
  ache.stiffness_on_rising = pain_in(f, "stiffness_on_rising");
  for (const Node& tried : f.optional_items("tried")) {
    Fields t(tried);
    model::Tried entry;
    entry.what = t.text("what");
    entry.helped = yes_no_in(t, "helped");
    t.done();
    ache.tried.push_back(std::move(entry));
  }
  ache.called = f.optional_text("called");
  ache.called_by = f.optional_text("called_by");
  f.done();
  return ache;
}

/// A moment given as `at`, or as a `day` that then stands for its noon.
void read_moment(Fields& f, std::string_view at_key, Instant& at, LocalDay& day) {
  const auto instant = instant_in(f.optional_node(at_key));
  const auto given_day = day_in(f.optional_node("day"));
  if (!instant && !given_day) {
    f.object().refuse("missing_field", "Give `day` or `" + std::string(at_key) + "`.");
    return;
  }
  if (instant && given_day && std::abs(*given_day - day_at_offset(*instant, 0)) > 1) {
    f.object().refuse("out_of_range", "`day` and `" + std::string(at_key) + "` name two days. Leave one of them out.");
    return;
  }
  at = instant ? *instant : start_of_day(*given_day, 0) + static_cast<std::int64_t>(noon.value());
  day = given_day ? *given_day : day_at_offset(*instant, 0);
}

model::Run read_run(const Node& node, LocalDay today) {
  Fields f(node);
  model::Run run;
  read_moment(f, "start", run.start, run.day);
  if (run.day > today) f.object().refuse("out_of_range", "A run cannot lie after the date of the case.");
  using model::Sport;
  run.sport = f.optional_choice<Sport>("sport", {{"running", Sport::running},
                                                 {"treadmill_running", Sport::treadmill_running},
                                                 {"trail_running", Sport::trail_running},
                                                 {"walking", Sport::walking},
                                                 {"cycling", Sport::cycling},
                                                 {"swimming", Sport::swimming},
                                                 {"strength", Sport::strength},
                                                 {"other", Sport::other}})
                  .value_or(Sport::running);
  if (const auto seconds = number_within(f, "elapsed_s", 0, 400'000)) run.elapsed = Seconds(*seconds);
  if (const auto seconds = number_within(f, "moving_s", 0, 400'000)) run.moving = Seconds(*seconds);
  if (const auto km = number_within(f, "distance_km", 0, 500)) run.distance = kilometres(*km);
  if (const auto metres = number_within(f, "ascent_m", 0, 20'000)) run.ascent = Metres(*metres);
  if (const auto metres = number_within(f, "descent_m", 0, 20'000)) run.descent = Metres(*metres);
  run.heart_rate_mean_bpm = number_within(f, "heart_rate_mean_bpm", 20, 250);
  run.heart_rate_max_bpm = number_within(f, "heart_rate_max_bpm", 20, 250);
  run.cadence_strides_per_min = number_within(f, "cadence_strides_per_min", 20, 150);
  run.session_rpe = number_within(f, "session_rpe", 0, 10);
  run.walk_share = number_within(f, "walk_share", 0, 1);
  model::RunAnswers& answers = run.answers;
  answers.worst_pain = pain_in(f, "worst_pain");
  using model::PainOnset;
  answers.pain_onset = f.optional_choice<PainOnset>("pain_onset", {{"none", PainOnset::none},
                                                                   {"warm_up", PainOnset::warm_up},
                                                                   {"mid", PainOnset::mid},
                                                                   {"late", PainOnset::late},
                                                                   {"after", PainOnset::after}});
  answers.eased_within_10_min = yes_no_in(f, "eased_within_10_min");
  answers.got_worse = yes_no_in(f, "got_worse");
  answers.became_sharp = yes_no_in(f, "became_sharp");
  answers.limped = yes_no_in(f, "limped");
  answers.cut_short = yes_no_in(f, "cut_short");
  answers.had_to_walk = yes_no_in(f, "had_to_walk");
  answers.painkiller_taken = yes_no_in(f, "painkiller_taken");
  answers.next_morning_pain = pain_in(f, "next_morning_pain");
  answers.settled_after_h = number_within(f, "settled_after_h", 0, 240);
  f.done();
  return run;
}

/// Facts that questions set, with whether they are screening facts.
struct AskedFacts {
  std::set<std::string, std::less<>> all;
  std::set<std::string, std::less<>> screening;
};

AskedFacts asked_facts(const catalog::Catalog& catalog) {
  AskedFacts asked;
  for (const rules::Question& question : catalog.questions) {
    for (const rules::Choice& choice : question.sets) {
      asked.all.insert(choice.fact);
      if (question.screening) asked.screening.insert(choice.fact);
    }
  }
  return asked;
}

std::vector<model::Answer> read_answers(const Node& node, const AskedFacts& asked) {
  std::vector<model::Answer> answers;
  for (const catalog::Member& member : node.members()) {
    if (!asked.all.contains(member.name)) {
      member.value.refuse("unknown_fact", "No question sets this; `hipline schema case` lists every answer.");
      continue;
    }
    if (member.value.is_null()) {
      answers.push_back({member.name, model::Skipped{}});
    } else if (member.value.is_number()) {
      const double value = member.value.number();
      const bool whole = value == std::floor(value);
      if (!(value >= 0 && value <= 10) || !whole) {
        member.value.refuse("out_of_range", "Pain is a whole number from 0 (none) to 10 (worst).");
      }
      answers.push_back({member.name, value});
    } else {
      answers.push_back({member.name, member.value.yes_no()});
    }
  }
  return answers;
}

/// What the last run itself says yes to: the shorthand for all others must not take it back.
std::vector<std::string_view> said_of_last_run(const std::vector<model::Run>& runs) {
  const model::Run* last = nullptr;
  for (const model::Run& run : runs) {
    if (model::is_run(run.sport) && (!last || run.start >= last->start)) last = &run;
  }
  std::vector<std::string_view> said;
  if (!last) return said;
  if (last->answers.limped.value_or(false)) said.emplace_back("ran_with_limp");
  if (last->answers.became_sharp.value_or(false)) said.emplace_back("became_sharp");
  if (last->answers.painkiller_taken.value_or(false)) said.emplace_back("painkiller_taken");
  return said;
}

/// The screening answers of the case's own date, with the shorthand that says no to everything not named.
std::vector<model::Answer> read_screening(const Node& node, const AskedFacts& asked,
                                          const std::vector<model::Run>& runs) {
  Fields f(node);
  std::vector<model::Answer> answers;
  if (const auto given = f.optional_node("answers")) answers = read_answers(*given, asked);
  if (f.optional_yes_no("all_others_no")) {
    std::set<std::string, std::less<>> missing = asked.screening;
    for (const model::Answer& answer : answers) missing.erase(answer.fact);
    for (const std::string_view fact : said_of_last_run(runs)) missing.erase(std::string(fact));
    for (const std::string& fact : missing) answers.push_back({fact, false});
  }
  f.done();
  return answers;
}

model::CheckIn read_check_in(const Node& node, const AskedFacts& asked) {
  Fields f(node);
  model::CheckIn check_in;
  read_moment(f, "at", check_in.at, check_in.day);
  using model::Moment;
  check_in.moment =
      f.optional_choice<Moment>(
           "moment", {{"morning", Moment::morning}, {"after_run", Moment::after_run}, {"other", Moment::other}})
          .value_or(Moment::other);
  if (const auto answers = f.node("answers")) check_in.answers = read_answers(*answers, asked);
  f.done();
  return check_in;
}

model::Advice read_advice(const Node& node) {
  Fields f(node);
  model::Advice advice;
  read_moment(f, "at", advice.at, advice.day);
  advice.who = f.optional_text("who");
  using model::Verdict;
  advice.verdict = f.choice<Verdict>(
      "verdict",
      {{"not_yet", Verdict::not_yet}, {"may_exercise", Verdict::may_exercise}, {"may_run", Verdict::may_run}});
  advice.limits = f.optional_text("limits");
  f.done();
  return advice;
}

std::optional<int> count_within(Fields& f, std::string_view key, int lowest, int highest) {
  const auto value = number_within(f, key, lowest, highest);
  if (!value) return std::nullopt;
  if (*value == std::floor(*value)) return static_cast<int>(*value);
  f.optional_node(key)->refuse("out_of_range", "This must be a whole number.");
  return std::nullopt;
}

model::CircuitEntry read_circuit_entry(const Node& node, LocalDay today, const circuit::Library& library) {
  Fields f(node);
  model::CircuitEntry entry;
  const auto day_node = f.node("day");
  entry.day = day_in(day_node).value_or(LocalDay());
  if (entry.day > today) day_node->refuse("out_of_range", "A circuit cannot lie after the date of the case.");
  const auto exercise = f.node("exercise");
  if (exercise) entry.exercise = exercise->text();
  if (exercise && !library.find_exercise(entry.exercise))
    exercise->refuse("unknown_exercise", "There is no such exercise; `hipline exercises` lists them.");
  entry.sets = count_within(f, "sets", 0, 20).value_or(0);
  entry.rounds = count_within(f, "rounds", 0, 10);
  entry.repetitions = count_within(f, "repetitions", 0, 100);
  entry.hold_left_s = number_within(f, "hold_left_s", 0, 3600);
  entry.hold_right_s = number_within(f, "hold_right_s", 0, 3600);
  entry.band =
      f.optional_choice<const char*>("band", {{"none", "none"}, {"light", "light"}, {"heavy", "heavy"}}).value_or("");
  if (auto brand = f.optional_text("band_brand"); !brand.empty()) entry.band_brand = std::move(brand);
  if (auto colour = f.optional_text("band_colour"); !colour.empty()) entry.band_colour = std::move(colour);
  entry.band_rest_cm = number_within(f, "band_rest_cm", 5, 500);
  entry.band_stretched_cm = number_within(f, "band_stretched_cm", 5, 1000);
  entry.band_doubled = yes_no_in(f, "band_doubled");
  entry.effort = number_within(f, "effort", 0, 10);
  entry.pain = pain_in(f, "pain");
  entry.pinching = yes_no_in(f, "pinching");
  entry.stopped_early = yes_no_in(f, "stopped_early");
  f.done();
  return entry;
}

model::History read_fields(const Node& root, const catalog::Catalog& catalog) {
  Fields f(root);
  const AskedFacts asked = asked_facts(catalog);
  model::History history;
  history.today = day_in(f.node("date")).value_or(LocalDay());
  history.now = instant_in(f.optional_node("now"));
  if (const auto runner = f.optional_node("runner")) history.runner = read_runner(*runner, history.today);
  if (f.has("equipment")) {
    history.runner.equipment = f.optional_texts("equipment");
    history.runner.equipment_known = true;
  }
  if (const auto race = f.optional_node("race")) history.race = read_race(*race, history.today);
  if (const auto ache = f.optional_node("ache")) history.ache = read_ache(*ache, history.today);
  for (const Node& run : f.optional_items("runs")) history.runs.push_back(read_run(run, history.today));
  for (const Node& check_in : f.optional_items("check_ins"))
    history.check_ins.push_back(read_check_in(check_in, asked));
  if (const auto screening = f.optional_node("screening")) {
    model::CheckIn today;
    today.day = history.today;
    // Before the check-ins of the same day, so that those have the last word.
    today.at = start_of_day(history.today, 0) + 3 * 3600;
    if (history.now) today.at = std::min(today.at, *history.now);
    today.answers = read_screening(*screening, asked, history.runs);
    history.check_ins.push_back(std::move(today));
  }
  for (const Node& advice : f.optional_items("advice")) history.advice.push_back(read_advice(advice));
  for (const Node& node : f.optional_items("circuits")) {
    model::CircuitEntry entry = read_circuit_entry(node, history.today, catalog.library);
    const bool before = std::any_of(history.circuits.begin(), history.circuits.end(), [&](const auto& other) {
      return other.day == entry.day && other.exercise == entry.exercise;
    });
    if (before) node.refuse("told_twice", "This exercise stands here for that day already; keep the one that counts.");
    history.circuits.push_back(std::move(entry));
  }
  std::ranges::stable_sort(history.circuits.edit(), {}, &model::CircuitEntry::day);
  f.done();
  std::ranges::stable_sort(history.check_ins.edit(), {}, &model::CheckIn::at);
  std::ranges::stable_sort(history.runs.edit(), {}, &model::Run::start);
  return history;
}

}  // namespace

Result<model::History> read_case(std::string_view json, const catalog::Catalog& catalog) {
  const auto document = catalog::Document::read(json);
  if (!document)
    return failure("bad_json", "", "This is not a complete JSON text; check for a missing bracket or comma.");
  catalog::Problems problems;
  model::History history = read_fields(document->root("", problems), catalog);
  if (!problems.empty()) return std::unexpected(problems.front());
  return history;
}

}  // namespace hipline::app
