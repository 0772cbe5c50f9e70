#include "hipline/server/phone/pairing.hpp"

#include <gtest/gtest.h>

namespace hipline::server {
namespace {

const Instant start = *Instant::parse("2026-11-25T18:00:00Z");
const std::string phone = "192.168.1.20";

class OpenPairing : public testing::Test {
 protected:
  OpenPairing() { pairing_.serve_at("https://192.168.1.5:4748", "AB:CD"); }
  std::string code() { return pairing_.invite(start)->code; }
  std::string taken(const std::string& code, Instant at = start, const std::string& from = phone) {
    const Status status = pairing_.take(code, from, at);
    return status ? "taken" : status.error().code;
  }
  Pairing pairing_;
};

TEST(Pairing, where_phones_are_not_served_nobody_is_invited) {
  Pairing pairing;
  EXPECT_EQ(pairing.invite(start).error().code, "phone_not_served");
}

TEST_F(OpenPairing, an_invitation_leads_to_the_code_and_holds_for_ten_minutes) {
  const auto invitation = pairing_.invite(start);
  ASSERT_TRUE(invitation);
  EXPECT_EQ(invitation->address, "https://192.168.1.5:4748/pair?code=" + invitation->code);
  EXPECT_EQ(invitation->ends_at, start + 600);
  EXPECT_NE(invitation->code, code());
}

TEST_F(OpenPairing, a_code_pairs_once) {
  const std::string one = code();
  EXPECT_EQ(taken(one), "taken");
  EXPECT_EQ(taken(one), "code_used");
  EXPECT_FALSE(pairing_.is_open(start));
}

TEST_F(OpenPairing, a_code_may_be_typed_with_small_letters_and_without_its_dash) {
  std::string typed = code();
  typed.erase(5, 1);
  for (char& c : typed) c = static_cast<char>(std::tolower(c));
  EXPECT_EQ(taken(" " + typed), "taken");
}

TEST_F(OpenPairing, a_code_ends_after_ten_minutes) {
  const std::string one = code();
  EXPECT_EQ(taken(one, start + 600), "code_expired");
  EXPECT_FALSE(pairing_.is_open(start + 600));
  EXPECT_EQ(taken(one, start + 599), "taken");
}

TEST_F(OpenPairing, who_guesses_is_no_longer_heard_not_even_with_the_right_code) {
  const std::string right = code();
  for (int i = 0; i < 5; ++i) EXPECT_EQ(taken("AAAAA-AAAAA"), "wrong_code");
  EXPECT_EQ(taken(right), "too_many_tries");
  EXPECT_EQ(taken(right, start, "192.168.1.21"), "taken");
  EXPECT_EQ(taken("AAAAA-AAAAA", start + 600), "wrong_code");
}

TEST_F(OpenPairing, many_who_guess_together_are_no_longer_heard) {
  const std::string right = code();
  for (int i = 0; i < 20; ++i) taken("", start, "10.0.0." + std::to_string(i));
  EXPECT_EQ(taken(right, start, "10.0.0.99"), "too_many_tries");
}

}  // namespace
}  // namespace hipline::server
