#include "hipline/app/setup/profile.hpp"

#include <gtest/gtest.h>
#include <algorithm>

#include "hipline/app/memory_store.hpp"
#include "hipline/bundler/embedded.hpp"

namespace hipline::app {
namespace {

const catalog::Catalog& content() {
  static const catalog::Catalog read = *catalog::read_catalog(bundler::embedded_bundle());
  return read;
}

const catalog::SetupField& field(std::string_view id) {
  return *std::ranges::find(content().setup, id, &catalog::SetupField::id);
}

const SystemZones zones;
const SetupRound round_now{*LocalDay::parse("2026-11-22"), zones};

Status say(Profile& profile, std::string_view id, std::string_view text) {
  return tell(profile, field(id), text, round_now);
}

std::string refused(std::string_view id, std::string_view text) {
  Profile profile;
  EXPECT_TRUE(say(profile, "race-day", "2026-12-09"));
  const Status told = say(profile, id, text);
  return told ? "" : told.error().code;
}

/// An answer that every field of a form understands.
std::string sample(const catalog::SetupField& one) {
  using Form = catalog::SetupField::Form;
  switch (one.form) {
    case Form::text: return "words";
    case Form::yes_no: return "yes";
    case Form::number:
      return one.id == "birth-year" ? "1990" : one.id == "mass-kg" ? "60" : one.id == "height-cm" ? "170" : "10";
    case Form::scale: return "1";
    case Form::day: return one.id == "race-day" ? "2026-12-09" : "2026-11-10";
    case Form::duration: return "3:45:00";
    case Form::zone: return "Europe/Berlin";
    case Form::country: return "DE";
    case Form::one_of:
    case Form::list: break;
  }
  return one.choices.back().word;
}

TEST(Setup, content_and_program_name_the_same_fields) {
  std::vector<std::string> written;
  for (const catalog::SetupField& one : content().setup) written.push_back(one.id);
  std::vector<std::string> filled = setup_field_ids();
  std::ranges::sort(written);
  std::ranges::sort(filled);
  EXPECT_EQ(written, filled);
}

TEST(Setup, every_field_keeps_what_it_is_told_and_can_forget_it) {
  for (const catalog::SetupField& one : content().setup) {
    Profile profile;
    ASSERT_TRUE(say(profile, "race-day", "2026-12-09"));
    ASSERT_TRUE(say(profile, "ache-tried", "yoga"));
    const Status told = tell(profile, one, sample(one), round_now);
    ASSERT_TRUE(told) << one.id << ": " << told.error().message;
    EXPECT_EQ(known_answer(one, profile), sample(one)) << one.id;
    EXPECT_FALSE(is_asked(one, profile, content(), false)) << one.id;
    ASSERT_TRUE(tell(profile, one, "forget", round_now));
    if (one.id == "race-km") continue;  // goes back to a marathon
    EXPECT_EQ(known_answer(one, profile), std::nullopt) << one.id;
  }
}

TEST(Setup, every_choice_of_the_content_has_a_meaning) {
  for (const catalog::SetupField& one : content().setup) {
    for (const auto& choice : one.choices) {
      Profile profile;
      ASSERT_TRUE(tell(profile, one, choice.word, round_now)) << one.id << " " << choice.word;
      EXPECT_EQ(known_answer(one, profile), choice.word);
    }
  }
}

TEST(Setup, the_equipment_asked_for_is_the_circuits) {
  std::vector<std::string> needed;
  for (const auto& circuit : content().library.circuits) {
    for (const auto& piece : circuit.equipment) {
      if (!piece.everyone) needed.push_back(piece.id);
    }
  }
  std::vector<std::string> asked;
  for (const auto& choice : field("equipment").choices) asked.push_back(choice.word);
  std::ranges::sort(needed);
  std::ranges::sort(asked);
  EXPECT_EQ(asked, needed);
}

TEST(Setup, skipping_leaves_a_field_unknown) {
  Profile profile;
  for (const catalog::SetupField& one : content().setup) {
    ASSERT_TRUE(tell(profile, one, "", round_now));
    ASSERT_TRUE(tell(profile, one, "?", round_now));
    EXPECT_EQ(known_answer(one, profile), std::nullopt) << one.id;
  }
}

TEST(Setup, refuses_what_cannot_be) {
  EXPECT_EQ(refused("race-day", "2026-11-07"), "race_long_past");
  EXPECT_EQ(refused("race-day", "2026-11-08"), "");
  EXPECT_EQ(refused("race-day", "2032-11-08"), "out_of_range");
  EXPECT_EQ(refused("race-day", "soon"), "bad_date");
  EXPECT_EQ(refused("race-transfer-by", "2026-12-10"), "out_of_range");
  EXPECT_EQ(refused("birth-year", "2030"), "out_of_range");
  EXPECT_EQ(refused("birth-year", "1990.5"), "out_of_range");
  EXPECT_EQ(refused("usual-pain", "14"), "out_of_range");
  EXPECT_EQ(refused("ache-onset-day", "2026-11-23"), "out_of_range");
  EXPECT_EQ(refused("zone", "Europe/Atlantis"), "unknown_zone");
  EXPECT_EQ(refused("country", "Germany"), "bad_answer");
  EXPECT_EQ(refused("ache-sites", "groin,knee"), "bad_answer");
  EXPECT_EQ(refused("race-goal", "3:75"), "out_of_range");
  EXPECT_EQ(refused("ache-tried-helped", "yes"), "missing_field");
  Profile profile;
  EXPECT_EQ(say(profile, "race-km", "42").error().code, "missing_field");
}

TEST(Setup, choices_go_by_word_or_number_and_none_is_an_answer_where_it_is_offered) {
  Profile profile;
  ASSERT_TRUE(say(profile, "ache-sites", "1, Groin"));
  EXPECT_EQ(known_answer(field("ache-sites"), profile), "front_of_hip,groin");
  EXPECT_EQ(shown_answer(field("ache-sites"), "front_of_hip,groin"), "Front of the hip, Groin");
  ASSERT_TRUE(say(profile, "equipment", "0"));
  EXPECT_TRUE(profile.runner.equipment_known);
  EXPECT_TRUE(profile.runner.equipment.empty());
}

TEST(Setup, asks_what_happened_only_after_a_sudden_beginning) {
  Profile profile;
  EXPECT_FALSE(is_asked(field("ache-pop"), profile, content(), false));
  ASSERT_TRUE(say(profile, "ache-onset", "gradual"));
  EXPECT_FALSE(is_asked(field("ache-pop"), profile, content(), false));
  ASSERT_TRUE(say(profile, "ache-onset", "sudden"));
  EXPECT_TRUE(is_asked(field("ache-pop"), profile, content(), false));
}

TEST(Setup, keeps_all_or_nothing_and_knows_it_again) {
  MemoryStore store;
  Profile profile = *load_profile(store, "me");
  EXPECT_FALSE(profile.zone_known);
  ASSERT_TRUE(say(profile, "race-day", "2026-12-09"));
  ASSERT_TRUE(say(profile, "ache-side", "right"));
  store.fail_at_write(3);
  EXPECT_FALSE(save_profile(store, profile, zones));
  EXPECT_FALSE(load_profile(store, "me")->race);
  ASSERT_TRUE(save_profile(store, profile, zones));
  const Profile again = *load_profile(store, "me");
  EXPECT_EQ(known_answer(field("race-day"), again), "2026-12-09");
  EXPECT_EQ(known_answer(field("ache-side"), again), "right");
  EXPECT_TRUE(again.zone_known);
}

}  // namespace
}  // namespace hipline::app
