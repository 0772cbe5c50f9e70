#include "hipline/app/setup/profile.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "hipline/app/interview/spoken_answer.hpp"
#include "hipline/base/assertion.hpp"

namespace hipline::app {
namespace {

using catalog::SetupField;
using Form = SetupField::Form;

template <typename Enum>
using Words = std::vector<std::pair<const char*, Enum>>;

const Words<model::Side> sides = {
    {"left", model::Side::left}, {"right", model::Side::right}, {"both", model::Side::both}};
const Words<model::Sex> sexes = {{"female", model::Sex::female}, {"male", model::Sex::male}};
const Words<model::Units> units = {{"metric", model::Units::metric}, {"imperial", model::Units::imperial}};
const Words<model::OnsetManner> onsets = {{"gradual", model::OnsetManner::gradual},
                                          {"sudden", model::OnsetManner::sudden}};
const Words<model::Site> sites = {{"front_of_hip", model::Site::front_of_hip},
                                  {"groin", model::Site::groin},
                                  {"front_of_thigh", model::Site::front_of_thigh},
                                  {"side_of_hip", model::Site::side_of_hip},
                                  {"buttock", model::Site::buttock},
                                  {"lower_belly", model::Site::lower_belly},
                                  {"back", model::Site::back}};
const Words<model::Quality> qualities = {{"dull", model::Quality::dull},         {"deep", model::Quality::deep},
                                         {"sharp", model::Quality::sharp},       {"burning", model::Quality::burning},
                                         {"pinching", model::Quality::pinching}, {"tight", model::Quality::tight}};
const Words<int> weekdays = {{"mon", 0}, {"tue", 1}, {"wed", 2}, {"thu", 3}, {"fri", 4}, {"sat", 5}, {"sun", 6}};

/// An answer that was understood: a word or the words of a list, a number, a day, yes or no, or free words.
struct Told {
  std::string text;
  std::vector<std::string> words;
  double number = 0;
  LocalDay day;
  bool yes = false;
};

/// How one field stands in the profile.
struct Place {
  std::string id;
  std::function<std::optional<std::string>(const Profile&)> known;
  std::function<void(Profile&, const Told&)> put;
  std::function<void(Profile&)> forget;
};

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ",")); }

std::string in_words(const std::string& text) { return text; }
std::string in_words(int number) { return std::to_string(number); }
std::string in_words(double number) { return fmt::format("{}", number); }
std::string in_words(bool yes) { return yes ? "yes" : "no"; }
std::string in_words(LocalDay day) { return day.iso(); }
std::string in_words(Seconds time) {
  const int seconds = static_cast<int>(time.value());
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void take(const Told& told, std::string& into) { into = told.text; }
void take(const Told& told, int& into) { into = static_cast<int>(told.number); }
void take(const Told& told, double& into) { into = told.number; }
void take(const Told& told, bool& into) { into = told.yes; }
void take(const Told& told, LocalDay& into) { into = told.day; }
void take(const Told& told, Seconds& into) { into = Seconds(told.number); }

/// A field that is an optional value, found in the profile by `find` (null: what it belongs to is not there).
template <typename Find>
Place plain_place(std::string id, Find find) {
  return {std::move(id),
          [find](const Profile& profile) -> std::optional<std::string> {
            const auto* value = find(const_cast<Profile&>(profile), false);
            return value && *value ? std::optional(in_words(**value)) : std::nullopt;
          },
          [find](Profile& profile, const Told& told) { take(told, find(profile, true)->emplace()); },
          [find](Profile& profile) {
            if (auto* value = find(profile, false)) value->reset();
          }};
}

/// A field that is a text, empty where not known.
template <typename Find>
Place text_place(std::string id, Find find) {
  return {std::move(id),
          [find](const Profile& profile) -> std::optional<std::string> {
            const std::string* text = find(const_cast<Profile&>(profile), false);
            return text && !text->empty() ? std::optional(*text) : std::nullopt;
          },
          [find](Profile& profile, const Told& told) { *find(profile, true) = told.text; },
          [find](Profile& profile) {
            if (std::string* text = find(profile, false)) text->clear();
          }};
}

template <typename Enum>
std::string word_of(const Words<Enum>& words, Enum value) {
  const auto found = std::ranges::find(words, value, &std::pair<const char*, Enum>::second);
  HIPLINE_ASSERT(found != words.end());
  return found->first;
}
template <typename Enum>
Enum value_of(const Words<Enum>& words, const std::string& word) {
  const auto found = std::ranges::find_if(words, [&](const auto& one) { return word == one.first; });
  HIPLINE_ASSERT(found != words.end());  // content and words are held together by a test
  return found->second;
}

template <typename Enum, typename Find>
Place choice_place(std::string id, const Words<Enum>& words, Find find) {
  return {std::move(id),
          [find, &words](const Profile& profile) -> std::optional<std::string> {
            const std::optional<Enum>* value = find(const_cast<Profile&>(profile), false);
            return value && *value ? std::optional(word_of(words, **value)) : std::nullopt;
          },
          [find, &words](Profile& profile, const Told& told) { *find(profile, true) = value_of(words, told.text); },
          [find](Profile& profile) {
            if (auto* value = find(profile, false)) value->reset();
          }};
}

template <typename Enum, typename Find>
Place list_place(std::string id, const Words<Enum>& words, Find find) {
  return {std::move(id),
          [find, &words](const Profile& profile) -> std::optional<std::string> {
            const std::vector<Enum>& values = *find(const_cast<Profile&>(profile));
            std::vector<std::string> named;
            for (const Enum value : values) named.push_back(word_of(words, value));
            return named.empty() ? std::nullopt : std::optional(joined(named));
          },
          [find, &words](Profile& profile, const Told& told) {
            auto& values = *find(profile);
            values.clear();
            for (const std::string& word : told.words) values.push_back(value_of(words, word));
          },
          [find](Profile& profile) { find(profile)->clear(); }};
}

/// The one earlier strain that setup asks about; more of them come with the case file.
model::EarlierEpisode* strain(Profile& profile, bool make) {
  auto& episodes = profile.runner.earlier_episodes;
  if (episodes.empty() && make) episodes.emplace_back();
  return episodes.empty() ? nullptr : &episodes.front();
}

Place race_day_place() {
  return {"race-day",
          [](const Profile& p) -> std::optional<std::string> {
            return p.race ? std::optional(p.race->day.iso()) : std::nullopt;
          },
          [](Profile& p, const Told& told) {
            if (!p.race) p.race.emplace();
            p.race->day = told.day;
          },
          [](Profile& p) { p.race.reset(); }};
}

Place race_km_place() {
  return {"race-km",
          [](const Profile& p) -> std::optional<std::string> {
            return p.race ? std::optional(in_words(p.race->distance.value() / 1000)) : std::nullopt;
          },
          [](Profile& p, const Told& told) { p.race->distance = kilometres(told.number); },
          [](Profile& p) {
            if (p.race) p.race->distance = model::Race{}.distance;
          }};
}

Place tried_place() {
  return {"ache-tried",
          [](const Profile& p) -> std::optional<std::string> {
            std::vector<std::string> what;
            for (const model::Tried& tried : p.ache.tried) what.push_back(tried.what);
            return what.empty() ? std::nullopt : std::optional(joined(what));
          },
          [](Profile& p, const Told& told) {
            p.ache.tried.clear();
            for (const std::string& word : told.words) p.ache.tried.push_back({word, std::nullopt});
          },
          [](Profile& p) { p.ache.tried.clear(); }};
}

Place tried_helped_place() {
  return {"ache-tried-helped",
          [](const Profile& p) -> std::optional<std::string> {
            if (p.ache.tried.empty() || !p.ache.tried.front().helped) return std::nullopt;
            return in_words(std::ranges::any_of(
                p.ache.tried, [](const model::Tried& tried) { return tried.helped.value_or(false); }));
          },
          [](Profile& p, const Told& told) {
            for (model::Tried& tried : p.ache.tried) tried.helped = told.yes;
          },
          [](Profile& p) {
            for (model::Tried& tried : p.ache.tried) tried.helped.reset();
          }};
}

Place equipment_place() {
  return {"equipment",
          [](const Profile& p) -> std::optional<std::string> {
            if (!p.runner.equipment_known) return std::nullopt;
            return p.runner.equipment.empty() ? "none" : joined(p.runner.equipment);
          },
          [](Profile& p, const Told& told) {
            p.runner.equipment = told.words;
            p.runner.equipment_known = true;
          },
          [](Profile& p) {
            p.runner.equipment.clear();
            p.runner.equipment_known = false;
          }};
}

Place zone_place() {
  return {"zone",
          [](const Profile& p) -> std::optional<std::string> {
            return p.zone_known ? std::optional(p.runner.time_zone) : std::nullopt;
          },
          [](Profile& p, const Told& told) {
            p.runner.time_zone = told.text;
            p.zone_known = true;
          },
          [](Profile& p) { p.zone_known = false; }};
}

Place units_place() {
  return {"units",
          [](const Profile& p) -> std::optional<std::string> {
            return p.units_known ? std::optional(word_of(units, p.runner.units)) : std::nullopt;
          },
          [](Profile& p, const Told& told) {
            p.runner.units = value_of(units, told.text);
            p.units_known = true;
          },
          [](Profile& p) {
            p.runner.units = model::Units::metric;
            p.units_known = false;
          }};
}

std::vector<Place> make_places() {
  const auto race = [](auto member) {
    return [member](Profile& p, bool) { return p.race ? &((*p.race).*member) : nullptr; };
  };
  const auto runner = [](auto member) { return [member](Profile& p, bool) { return &(p.runner.*member); }; };
  const auto ache = [](auto member) { return [member](Profile& p, bool) { return &(p.ache.*member); }; };
  const auto episode = [](auto member) {
    return [member](Profile& p, bool make) {
      model::EarlierEpisode* one = strain(p, make);
      return one ? &(one->*member) : nullptr;
    };
  };
  std::vector<Place> places;
  places.push_back(race_day_place());
  places.push_back(race_km_place());
  places.push_back(text_place("race-name", race(&model::Race::name)));
  places.push_back(plain_place("race-goal", race(&model::Race::goal)));
  places.push_back(plain_place("race-transfer-by", race(&model::Race::transfer_deadline)));
  places.push_back(choice_place("ache-side", sides, ache(&model::Ache::side)));
  places.push_back(list_place("ache-sites", sites, [](Profile& p) { return &p.ache.sites; }));
  places.push_back(list_place("ache-qualities", qualities, [](Profile& p) { return &p.ache.qualities; }));
  places.push_back(choice_place("ache-onset", onsets, ache(&model::Ache::onset)));
  places.push_back(plain_place("ache-onset-day", ache(&model::Ache::onset_day)));
  places.push_back(text_place("ache-what-happened", ache(&model::Ache::what_happened)));
  places.push_back(plain_place("ache-pop", ache(&model::Ache::pop)));
  places.push_back(plain_place("ache-stiffness", ache(&model::Ache::stiffness_on_rising)));
  places.push_back(tried_place());
  places.push_back(tried_helped_place());
  places.push_back(text_place("ache-called", ache(&model::Ache::called)));
  places.push_back(text_place("ache-called-by", ache(&model::Ache::called_by)));
  places.push_back(plain_place("usual-pain", runner(&model::Runner::usual_pain)));
  places.push_back(plain_place("strain-when", episode(&model::EarlierEpisode::when)));
  places.push_back(choice_place("strain-side", sides, episode(&model::EarlierEpisode::side)));
  places.push_back(text_place("strain-called", episode(&model::EarlierEpisode::called)));
  places.push_back(plain_place("strain-healed", episode(&model::EarlierEpisode::healed)));
  places.push_back(equipment_place());
  places.push_back(plain_place("done-circuit", runner(&model::Runner::done_circuit_before)));
  places.push_back(list_place("days", weekdays, [](Profile& p) { return &p.runner.days_available; }));
  places.push_back(plain_place("strength-sessions", runner(&model::Runner::strength_sessions_per_week)));
  places.push_back(zone_place());
  places.push_back(units_place());
  places.push_back(plain_place("country", runner(&model::Runner::country)));
  places.push_back(plain_place("birth-year", runner(&model::Runner::birth_year)));
  places.push_back(choice_place("sex", sexes, runner(&model::Runner::sex)));
  places.push_back(plain_place("height-cm", runner(&model::Runner::height_cm)));
  places.push_back(plain_place("mass-kg", runner(&model::Runner::mass_kg)));
  return places;
}

const std::vector<Place>& places() {
  static const std::vector<Place> all = make_places();
  return all;
}

const Place& place_of(const SetupField& field) {
  const auto found = std::ranges::find(places(), field.id, &Place::id);
  HIPLINE_ASSERT(found != places().end());  // content and places are held together by a test
  return *found;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return std::string(text);
}

/// Small letters, `_` for spaces and hyphens: how words of choices are compared.
std::string as_word(std::string_view text) {
  std::string word = trimmed(text);
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') c = '_';
  }
  return word;
}

std::optional<std::string> choice_named(const SetupField& field, std::string_view text) {
  const std::string word = as_word(text);
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    if (word == field.choices[i].word || word == as_word(field.choices[i].label) || word == std::to_string(i + 1))
      return field.choices[i].word;
  }
  return std::nullopt;
}

std::unexpected<Error> no_choice(const SetupField& field, const std::string& text) {
  std::vector<std::string> words;
  for (const SetupField::Choice& choice : field.choices) words.push_back(choice.word);
  return failure("bad_answer", field.id,
                 fmt::format("\"{}\" is none of the answers: {}.", text, fmt::join(words, ", ")));
}

/// `3:45` and `3:45:00` as seconds.
std::optional<double> seconds_of(std::string_view text) {
  std::vector<int> parts;
  while (true) {
    const std::size_t colon = text.find(':');
    const std::string_view part = text.substr(0, colon);
    int value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (part.empty() || error != std::errc() || end != part.data() + part.size() || value < 0) return std::nullopt;
    parts.push_back(value);
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  if (parts.size() == 2) parts.push_back(0);
  if (parts.size() != 3 || parts[0] > 99 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
  return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

Status check_day(const SetupField& field, LocalDay day, const SetupRound& round, const Profile& profile) {
  if (field.id == "race-day") {
    if (round.today - day > 14)
      return failure("race_long_past", field.id,
                     "This race is more than 14 days past; give the next race or leave it out.");
    if (day - round.today > 2 * 366)
      return failure("out_of_range", field.id, "This race is more than two years ahead; please check the year.");
  } else if (field.id == "race-transfer-by") {
    if (profile.race && day > profile.race->day)
      return failure("out_of_range", field.id, "This day lies after the race; please check it.");
  } else if (day > round.today) {
    return failure("out_of_range", field.id, "This day is still to come; please check it.");
  }
  return {};
}

Result<Told> understood_list(const SetupField& field, const std::string& text) {
  Told told;
  const std::string whole = as_word(text);
  if (!field.none_label.empty() && (whole == "none" || whole == "0")) return told;
  std::string_view rest = text;
  while (true) {
    const std::size_t comma = rest.find(',');
    const std::string piece = trimmed(rest.substr(0, comma));
    const auto word = choice_named(field, piece);
    if (!word) return no_choice(field, piece);
    if (std::ranges::find(told.words, *word) == told.words.end()) told.words.push_back(*word);
    if (comma == std::string_view::npos) return told;
    rest.remove_prefix(comma + 1);
  }
}

Result<Told> understood_number(const SetupField& field, const std::string& text, const SetupRound& round) {
  const double highest = field.id == "birth-year" ? round.today.year() : field.highest.value_or(1e9);
  const auto number = spoken_number(text);
  const bool fits =
      number && *number >= *field.lowest && *number <= highest && (!field.whole || *number == std::floor(*number));
  if (!fits)
    return failure("out_of_range", field.id,
                   fmt::format("\"{}\" does not fit: write a {}number from {} to {} ({}).", text,
                               field.whole ? "whole " : "", *field.lowest, highest, field.unit));
  Told told;
  told.number = *number;
  return told;
}

Result<Told> understood(const SetupField& field, const std::string& text, const SetupRound& round,
                        const Profile& profile) {
  Told told;
  told.text = text;
  switch (field.form) {
    case Form::text:
      if (text.size() > 500)
        return failure("out_of_range", field.id, "That is long; please say it in 500 letters or fewer.");
      return told;
    case Form::yes_no: {
      const auto yes = spoken_yes_no(text);
      if (!yes) return failure("bad_answer", field.id, fmt::format("\"{}\" is not yes or no.", text));
      told.yes = *yes;
      return told;
    }
    case Form::number: return understood_number(field, text, round);
    case Form::scale: {
      const auto pain = spoken_pain(text);
      if (!pain)
        return failure("out_of_range", field.id,
                       fmt::format("\"{}\" does not fit: write a whole number from 0 to 10.", text));
      told.number = *pain;
      return told;
    }
    case Form::day: {
      const auto day = LocalDay::parse(text);
      if (!day) return failure(day.error().code, field.id, day.error().message);
      if (const Status fits = check_day(field, *day, round, profile); !fits) return std::unexpected(fits.error());
      told.day = *day;
      return told;
    }
    case Form::duration: {
      const auto seconds = seconds_of(text);
      if (!seconds || *seconds < field.lowest.value_or(0) || *seconds > field.highest.value_or(*seconds))
        return failure("out_of_range", field.id,
                       fmt::format("\"{}\" does not fit: write hours and minutes, like 3:45 or 3:45:00.", text));
      told.number = *seconds;
      return told;
    }
    case Form::zone:
      if (!round.zones.knows(text))
        return failure("unknown_zone", field.id,
                       fmt::format("There is no time zone \"{}\"; write it like Europe/London.", text));
      return told;
    case Form::country: {
      for (char& c : told.text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      }
      const bool two_letters =
          told.text.size() == 2 && std::ranges::all_of(told.text, [](char c) { return c >= 'A' && c <= 'Z'; });
      if (!two_letters)
        return failure("bad_answer", field.id,
                       fmt::format("\"{}\" is not a country's two letters, like US, GB or DE.", text));
      return told;
    }
    case Form::one_of: {
      const auto word = choice_named(field, text);
      if (!word) return no_choice(field, text);
      told.text = *word;
      return told;
    }
    case Form::list: return understood_list(field, text);
  }
  return told;
}

}  // namespace

Result<Profile> load_profile(Store& store, const std::string& runner_id) {
  const auto runner = store.runner(runner_id);
  if (!runner) return std::unexpected(runner.error());
  const auto race = store.race(runner_id);
  if (!race) return std::unexpected(race.error());
  const auto ache = store.ache(runner_id);
  if (!ache) return std::unexpected(ache.error());
  Profile profile;
  if (*runner) profile.runner = **runner;
  profile.runner.id = runner_id;
  profile.race = *race;
  profile.ache = *ache;
  profile.zone_known = profile.units_known = runner->has_value();
  return profile;
}

Status save_profile(Store& store, Profile profile, const Zones& zones) {
  if (!profile.zone_known) profile.runner.time_zone = zones.of_this_machine();
  const std::string& id = profile.runner.id;
  return store.in_transaction([&]() -> Status {
    if (const Status saved = store.save_runner(profile.runner); !saved) return saved;
    if (const Status saved = store.save_race(id, profile.race); !saved) return saved;
    return store.save_ache(id, profile.ache);
  });
}

const std::vector<std::string>& setup_field_ids() {
  static const std::vector<std::string> ids = [] {
    std::vector<std::string> all;
    for (const Place& place : places()) all.push_back(place.id);
    return all;
  }();
  return ids;
}

std::optional<std::string> known_answer(const SetupField& field, const Profile& profile) {
  return place_of(field).known(profile);
}

std::string shown_answer(const SetupField& field, const std::string& answer) {
  if (field.form != Form::one_of && field.form != Form::list) return answer;
  if (answer == "none" && !field.none_label.empty()) return field.none_label;
  std::vector<std::string> labels;
  std::string_view rest = answer;
  while (true) {
    const std::size_t comma = rest.find(',');
    const std::string word(rest.substr(0, comma));
    const auto choice = std::ranges::find(field.choices, word, &SetupField::Choice::word);
    labels.push_back(choice == field.choices.end() ? word : choice->label);
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  return fmt::format("{}", fmt::join(labels, ", "));
}

Status tell(Profile& profile, const SetupField& field, std::string_view text, const SetupRound& round) {
  const Place& place = place_of(field);
  const std::string said = trimmed(text);
  if (said.empty() || said == "?") return {};
  if (as_word(said) == "forget") {
    place.forget(profile);
    return {};
  }
  if (field.id.starts_with("race-") && field.id != "race-day" && !profile.race)
    return failure("missing_field", field.id, "Tell me the day of the race first (race-day).");
  if (field.id == "ache-tried-helped" && profile.ache.tried.empty())
    return failure("missing_field", field.id, "Tell me first what you tried (ache-tried).");
  const auto told = understood(field, said, round, profile);
  if (!told) return std::unexpected(told.error());
  place.put(profile, *told);
  return {};
}

bool is_asked(const SetupField& field, const Profile& profile, const catalog::Catalog& catalog, bool again) {
  if (field.by_flag_only) return false;
  if (field.asked_when) {
    const auto other = std::ranges::find(catalog.setup, field.asked_when->field, &SetupField::id);
    HIPLINE_ASSERT(other != catalog.setup.end());  // the reader refuses anything else
    const auto answer = known_answer(*other, profile);
    if (!answer || (field.asked_when->is != "known" && *answer != field.asked_when->is)) return false;
  }
  return again || !known_answer(field, profile);
}

}  // namespace hipline::app
