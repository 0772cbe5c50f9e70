#include "hipline/app/told/told_json.hpp"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <span>
#include <type_traits>

namespace hipline::app {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 8> sport_words = {"running", "treadmill_running", "trail_running", "walking",
                                                    "cycling", "swimming",          "strength",      "other"};
constexpr std::array<const char*, 5> pain_onset_words = {"none", "warm_up", "mid", "late", "after"};
constexpr std::array<const char*, 3> moment_words = {"morning", "after_run", "other"};
constexpr std::array<const char*, 3> verdict_words = {"may_run", "may_exercise", "not_yet"};
constexpr std::array<const char*, 3> side_words = {"left", "right", "both"};
constexpr std::array<const char*, 2> sex_words = {"female", "male"};
constexpr std::array<const char*, 2> unit_words = {"metric", "imperial"};
constexpr std::array<const char*, 7> site_words = {"front_of_hip", "groin", "front_of_thigh", "side_of_hip", "buttock",
                                                   "lower_belly",  "back"};
constexpr std::array<const char*, 6> quality_words = {"dull", "deep", "sharp", "burning", "pinching", "tight"};
constexpr std::array<const char*, 2> onset_words = {"gradual", "sudden"};

template <typename Enum>
constexpr std::span<const char* const> words_of() {
  if constexpr (std::is_same_v<Enum, model::Sport>)
    return sport_words;
  else if constexpr (std::is_same_v<Enum, model::PainOnset>)
    return pain_onset_words;
  else if constexpr (std::is_same_v<Enum, model::Moment>)
    return moment_words;
  else if constexpr (std::is_same_v<Enum, model::Verdict>)
    return verdict_words;
  else if constexpr (std::is_same_v<Enum, model::Side>)
    return side_words;
  else if constexpr (std::is_same_v<Enum, model::Sex>)
    return sex_words;
  else if constexpr (std::is_same_v<Enum, model::Units>)
    return unit_words;
  else if constexpr (std::is_same_v<Enum, model::Site>)
    return site_words;
  else if constexpr (std::is_same_v<Enum, model::Quality>)
    return quality_words;
  else
    return onset_words;
}

template <typename Enum>
std::optional<Enum> named(std::string_view text) {
  const auto words = words_of<Enum>();
  for (std::size_t i = 0; i < words.size(); ++i)
    if (text == words[i]) return static_cast<Enum>(i);
  return std::nullopt;
}

// Each value lists its fields once, for writing and for reading alike.

template <typename Value, typename T>
concept Is = std::is_same_v<std::remove_const_t<Value>, T>;

/// A list that older documents lack.
template <typename List>
struct AddedLater {
  List& list;
};
template <typename List>
AddedLater<List> added_later(List& list) {
  return {list};
}

template <Is<model::Runner> Value, typename Visit>
void fields(Value& r, Visit visit) {
  visit("id", r.id);
  visit("birth_year", r.birth_year);
  visit("sex", r.sex);
  visit("height_cm", r.height_cm);
  visit("mass_kg", r.mass_kg);
  visit("country", r.country);
  visit("units", r.units);
  visit("time_zone", r.time_zone);
  visit("days_available", r.days_available);
  visit("strength_sessions_per_week", r.strength_sessions_per_week);
  visit("usual_pain", r.usual_pain);
  visit("equipment", r.equipment);
  visit("equipment_known", r.equipment_known);
  visit("done_circuit_before", r.done_circuit_before);
  visit("made_up", r.made_up);
  visit("earlier_episodes", r.earlier_episodes);
  visit("own_plan", r.own_plan);
  visit("favourites", r.favourites);
  visit("own_exercises", added_later(r.own_exercises));  // documents from before the library have none
}
template <Is<model::EarlierEpisode> Value, typename Visit>
void fields(Value& e, Visit visit) {
  visit("side", e.side);
  visit("when", e.when);
  visit("called", e.called);
  visit("healed", e.healed);
}
template <Is<model::Favourite> Value, typename Visit>
void fields(Value& f, Visit visit) {
  visit("exercise", f.exercise);
  visit("since", f.since);
}
template <Is<model::OwnExercise> Value, typename Visit>
void fields(Value& e, Visit visit) {
  visit("id", e.id);
  visit("name", e.name);
  visit("directions", e.directions);
  visit("mobility", e.mobility);
  visit("sets", e.sets);
  visit("repetitions", e.repetitions);
  visit("seconds", e.seconds);
  visit("per_side", e.per_side);
  visit("since", e.since);
}
template <Is<model::PlannedSession> Value, typename Visit>
void fields(Value& p, Visit visit) {
  visit("day", p.day);
  visit("kind", p.kind);
  visit("distance_m", p.distance);
  visit("hilly", p.hilly);
}
template <Is<model::Race> Value, typename Visit>
void fields(Value& r, Visit visit) {
  visit("day", r.day);
  visit("distance_m", r.distance);
  visit("name", r.name);
  visit("goal_s", r.goal);
  visit("transfer_deadline", r.transfer_deadline);
}
template <Is<model::Ache> Value, typename Visit>
void fields(Value& a, Visit visit) {
  visit("side", a.side);
  visit("sites", a.sites);
  visit("qualities", a.qualities);
  visit("onset", a.onset);
  visit("onset_day", a.onset_day);
  visit("what_happened", a.what_happened);
  visit("pop", a.pop);
  visit("stiffness_on_rising", a.stiffness_on_rising);
  visit("called", a.called);
  visit("called_by", a.called_by);
  visit("tried", a.tried);
}
template <Is<model::Tried> Value, typename Visit>
void fields(Value& t, Visit visit) {
  visit("what", t.what);
  visit("helped", t.helped);
}
template <Is<ToldOfRun> Value, typename Visit>
void fields(Value& t, Visit visit) {
  visit("start_ms", t.start);
  visit("session_rpe", t.session_rpe);
  visit("worst_pain", t.answers.worst_pain);
  visit("pain_onset", t.answers.pain_onset);
  visit("eased_within_10_min", t.answers.eased_within_10_min);
  visit("got_worse", t.answers.got_worse);
  visit("became_sharp", t.answers.became_sharp);
  visit("limped", t.answers.limped);
  visit("cut_short", t.answers.cut_short);
  visit("had_to_walk", t.answers.had_to_walk);
  visit("painkiller_taken", t.answers.painkiller_taken);
  visit("next_morning_pain", t.answers.next_morning_pain);
  visit("settled_after_h", t.answers.settled_after_h);
}
template <Is<model::CheckIn> Value, typename Visit>
void fields(Value& c, Visit visit) {
  visit("at_ms", c.at);
  visit("day", c.day);
  visit("moment", c.moment);
  visit("answers", c.answers);
}
template <Is<model::Advice> Value, typename Visit>
void fields(Value& a, Visit visit) {
  visit("at_ms", a.at);
  visit("day", a.day);
  visit("who", a.who);
  visit("verdict", a.verdict);
  visit("limits", a.limits);
}
template <Is<model::PlanMove> Value, typename Visit>
void fields(Value& m, Visit visit) {
  visit("day", m.day);
  visit("to", m.to);
  visit("at_ms", m.at);
}
template <Is<model::CircuitEntry> Value, typename Visit>
void fields(Value& c, Visit visit) {
  visit("day", c.day);
  visit("exercise", c.exercise);
  visit("sets", c.sets);
  visit("hold_left_s", c.hold_left_s);
  visit("hold_right_s", c.hold_right_s);
  visit("band", c.band);
  visit("effort", c.effort);
  visit("pain", c.pain);
  visit("pinching", c.pinching);
  visit("stopped_early", c.stopped_early);
  visit("rounds", c.rounds);
  visit("repetitions", c.repetitions);
  visit("band_brand", c.band_brand);
  visit("band_colour", c.band_colour);
  visit("band_rest_cm", c.band_rest_cm);
  visit("band_stretched_cm", c.band_stretched_cm);
  visit("band_doubled", c.band_doubled);
}
template <Is<LoggedExercise> Value, typename Visit>
void fields(Value& l, Visit visit) {
  visit("at_ms", l.at);
  visit("undone_at_ms", l.undone_at);
  fields(l.entry, visit);
}

template <typename Value>
concept HasFields = requires(Value& value) {
  fields(value, [](const char*, auto&&) {});
};

// Writing: one overload per kind of value; what is unknown is left out.

json plain(bool value) { return value; }
json plain(int value) { return value; }
json plain(double value) { return value; }
json plain(const std::string& value) { return value; }
json plain(LocalDay value) { return value.iso(); }
json plain(Instant value) { return value.milliseconds(); }
template <typename Unit>
json plain(Quantity<Unit> value) {
  return value.value();
}
template <typename Enum>
requires std::is_enum_v<Enum> json plain(Enum value) { return words_of<Enum>()[static_cast<std::size_t>(value)]; }

json plain(const model::Answer& answer) {
  json one{{"fact", answer.fact}};
  if (const bool* truth = std::get_if<bool>(&answer.value))
    one["value"] = *truth;
  else if (const double* number = std::get_if<double>(&answer.value))
    one["value"] = *number;
  else
    one["skipped"] = true;
  return one;
}
template <HasFields Value>
json plain(const Value& value);

template <typename T>
void put(json& into, const char* field, const T& value) {
  into[field] = plain(value);
}
template <typename T>
void put(json& into, const char* field, const std::optional<T>& value) {
  if (value) into[field] = plain(*value);
}
template <typename T>
void put(json& into, const char* field, const std::vector<T>& values) {
  json list = json::array();
  for (const T& value : values) list.push_back(plain(value));
  into[field] = std::move(list);
}
template <typename T>
void put(json& into, const char* field, const SharedList<T>& values) {
  put(into, field, values.items());
}
template <typename List>
void put(json& into, const char* field, const AddedLater<List>& added) {
  put(into, field, added.list);
}

template <HasFields Value>
json plain(const Value& value) {
  json object = json::object();
  fields(value, [&object](const char* field, const auto& part) { put(object, field, part); });
  return object;
}

template <typename Value>
std::string written(const Value& value) {
  return plain(value).dump(-1, ' ', false, json::error_handler_t::replace);
}

// Reading: notes the first field that is not as it was written.

class Document {
 public:
  explicit Document(std::string_view text) : value_(json::parse(text, nullptr, false)) {
    if (!value_.is_object()) fail("");
  }
  explicit Document(json value) : value_(std::move(value)) {
    if (!value_.is_object()) fail("");
  }

  [[nodiscard]] bool sound() const { return !broken_; }
  template <typename T>
  Result<T> finish(T value) const {
    if (broken_)
      return failure("damaged_document", *broken_,
                     "A kept document is not as it was written; a backup can be brought back with restore.");
    return value;
  }

  template <typename T>
  void get(const char* field, T& into) {
    const json* found = find(field);
    if (!found || !convert(*found, into)) fail(field);
  }
  template <typename T>
  void get(const char* field, std::optional<T>& into) {
    const json* found = find(field);
    if (!found) return;
    T value{};
    if (convert(*found, value))
      into = std::move(value);
    else
      fail(field);
  }
  template <typename T>
  void get(const char* field, SharedList<T>& into) {
    get(field, into.edit());
  }
  template <typename T>
  void get(const char* field, std::vector<T>& into) {
    const json* found = find(field);
    if (!found || !found->is_array()) return fail(field);
    for (const json& item : *found) {
      T value{};
      if (!convert(item, value)) return fail(field);
      into.push_back(std::move(value));
    }
  }
  template <typename List>
  void get(const char* field, AddedLater<List>& added) {
    if (find(field)) get(field, added.list);
  }
  template <HasFields Value>
  void get_all(Value& value) {
    fields(value, [this](const char* field, auto&& part) { get(field, part); });
  }
  [[nodiscard]] const json* find(const char* field) const {
    if (!value_.is_object()) return nullptr;
    const auto found = value_.find(field);
    return found == value_.end() ? nullptr : &*found;
  }
  void fail(const std::string& field) {
    if (!broken_) broken_ = field;
  }

 private:
  static bool convert(const json& from, bool& into) {
    if (from.is_boolean()) into = from.get<bool>();
    return from.is_boolean();
  }
  static bool convert(const json& from, int& into) {
    if (!from.is_number_integer()) return false;
    into = from.get<int>();
    return true;
  }
  static bool convert(const json& from, double& into) {
    if (!from.is_number()) return false;
    into = from.get<double>();
    return std::isfinite(into);
  }
  static bool convert(const json& from, std::string& into) {
    if (!from.is_string()) return false;
    into = from.get<std::string>();
    return true;
  }
  static bool convert(const json& from, LocalDay& into) {
    if (!from.is_string()) return false;
    const auto day = LocalDay::parse(from.get<std::string>());
    if (day) into = *day;
    return day.has_value();
  }
  static bool convert(const json& from, Instant& into) {
    if (!from.is_number_integer()) return false;
    into = Instant(from.get<std::int64_t>());
    return true;
  }
  static bool convert(const json& from, model::Answer& into) {
    Document document(from);
    if (!document.sound()) return false;
    document.get("fact", into.fact);
    const json* value = document.find("value");
    if (value && value->is_boolean())
      into.value = value->get<bool>();
    else if (value && value->is_number())
      into.value = value->get<double>();
    else if (value || !document.find("skipped"))
      return false;
    return document.sound();
  }
  template <HasFields Value>
  static bool convert(const json& from, Value& into) {
    Document document(from);
    if (document.sound()) document.get_all(into);
    return document.sound();
  }
  template <typename Unit>
  static bool convert(const json& from, Quantity<Unit>& into) {
    double number = 0;
    if (!convert(from, number)) return false;
    into = Quantity<Unit>(number);
    return true;
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  static bool convert(const json& from, Enum& into) {
    if (!from.is_string()) return false;
    const auto value = named<Enum>(from.get<std::string>());
    if (value) into = *value;
    return value.has_value();
  }

  json value_;
  std::optional<std::string> broken_;
};

template <typename Value>
Result<Value> read(std::string_view text) {
  Document document(text);
  Value value;
  if (document.sound()) document.get_all(value);
  return document.finish(std::move(value));
}

}  // namespace

std::string to_json(const model::Runner& runner) { return written(runner); }
std::string to_json(const model::Race& race) { return written(race); }
std::string to_json(const model::Ache& ache) { return written(ache); }
std::string to_json(const ToldOfRun& told) { return written(told); }
std::string to_json(const model::CheckIn& check_in) { return written(check_in); }
std::string to_json(const model::Advice& advice) { return written(advice); }
std::string to_json(const LoggedExercise& line) { return written(line); }
std::string to_json(const model::PlanMove& move) { return written(move); }

Result<model::Runner> runner_from_json(std::string_view text) { return read<model::Runner>(text); }
Result<model::Race> race_from_json(std::string_view text) { return read<model::Race>(text); }
Result<model::Ache> ache_from_json(std::string_view text) { return read<model::Ache>(text); }
Result<ToldOfRun> told_of_run_from_json(std::string_view text) { return read<ToldOfRun>(text); }
Result<model::CheckIn> check_in_from_json(std::string_view text) { return read<model::CheckIn>(text); }
Result<model::Advice> advice_from_json(std::string_view text) { return read<model::Advice>(text); }
Result<LoggedExercise> logged_exercise_from_json(std::string_view text) { return read<LoggedExercise>(text); }
Result<model::PlanMove> plan_move_from_json(std::string_view text) { return read<model::PlanMove>(text); }

const char* word(model::Sport sport) { return sport_words[static_cast<std::size_t>(sport)]; }
const char* word(model::PainOnset onset) { return pain_onset_words[static_cast<std::size_t>(onset)]; }
const char* word(model::Moment moment) { return moment_words[static_cast<std::size_t>(moment)]; }
const char* word(model::Verdict verdict) { return verdict_words[static_cast<std::size_t>(verdict)]; }
std::optional<model::Sport> sport_named(std::string_view text) { return named<model::Sport>(text); }
std::optional<model::PainOnset> pain_onset_named(std::string_view text) { return named<model::PainOnset>(text); }
std::optional<model::Moment> moment_named(std::string_view text) { return named<model::Moment>(text); }
std::optional<model::Verdict> verdict_named(std::string_view text) { return named<model::Verdict>(text); }

}  // namespace hipline::app
