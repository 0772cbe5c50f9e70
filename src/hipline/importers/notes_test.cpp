#include "hipline/importers/notes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <simdjson.h>

namespace hipline::importers {
namespace {

TEST(Notes, are_kept_as_they_were_written) {
  EXPECT_EQ(note_of("  Hip sore,\r\nthen \"fine\"\t. \n"), "Hip sore,\nthen \"fine\"\t.");
  EXPECT_EQ(note_of("Hüfte zwickt \xE2\x86\x92 kürzer"), "Hüfte zwickt \xE2\x86\x92 kürzer");
  EXPECT_EQ(note_of(""), "");
}

TEST(Notes, of_two_kinds_stand_below_each_other_and_the_same_words_once) {
  EXPECT_EQ(note_of("Easy.", "Hip 3 of 10."), "Easy.\nHip 3 of 10.");
  EXPECT_EQ(note_of("", "Hip 3 of 10."), "Hip 3 of 10.");
  EXPECT_EQ(note_of("Easy.", "Easy. "), "Easy.");
}

TEST(Notes, in_latin_1_become_utf_8_and_control_characters_go) {
  EXPECT_EQ(note_of("H\xFC"
                    "fte\x01\x1B[2J"),
            "H\xC3\xBC"
            "fte[2J");
  EXPECT_EQ(note_of("H\xC3\xBC"
                    "fte\xC2\x9B"
                    "2J"),
            "H\xC3\xBC"
            "fte2J");
}

TEST(Notes, of_any_bytes_are_short_utf_8_that_stays_as_it_is) {
  rc::check([](const std::string& words, const std::string& more) {
    const std::string note = note_of(words, more + std::string(*rc::gen::inRange(0, 5000), '\xE9'));
    RC_ASSERT(note.size() <= 4000U);
    RC_ASSERT(simdjson::validate_utf8(note.data(), note.size()));
    RC_ASSERT(note_of(note).size() <= note.size());
  });
}

}  // namespace
}  // namespace hipline::importers
