#include "hipline/server/phone/pairing.hpp"

#include <sys/random.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <utility>

#include "hipline/base/assertion.hpp"
#include "hipline/server/keys/secret.hpp"

namespace hipline::server {
namespace {

/// Without letters that are taken for digits or for each other. 32 of them: five bits each, fifty in a code.
constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr std::size_t length = 10;
constexpr std::int64_t seconds_open = 600;
/// Codes that are remembered, so that a late one is told that it is late.
constexpr std::size_t most_codes = 8;
/// Wrong codes from one address, and from all of them, before we stop listening for as long as a code holds.
constexpr int most_guesses = 5;
constexpr int most_guesses_of_all = 20;
constexpr double seconds_of_silence = 600;

std::string fresh_code() {
  std::array<unsigned char, length> bytes{};
  HIPLINE_ASSERT(::getrandom(bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
  std::string code;
  for (const unsigned char byte : bytes) code += letters[byte % letters.size()];
  return code;
}

/// As it was handed out, however it was typed.
std::string as_handed_out(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return code;
}

}  // namespace

void Pairing::serve_at(std::string address, std::string fingerprint) {
  const std::scoped_lock lock(mutex_);
  address_ = std::move(address);
  fingerprint_ = std::move(fingerprint);
}

std::string Pairing::address() const {
  const std::scoped_lock lock(mutex_);
  return address_;
}

Result<Invitation> Pairing::invite(Instant now) {
  const std::scoped_lock lock(mutex_);
  if (address_.empty())
    return failure("phone_not_served", "",
                   "Hipline works on this computer only: end it and start it with `hipline serve --phone`.");
  if (codes_.size() == most_codes) codes_.erase(codes_.begin());
  codes_.push_back({fresh_code(), now + seconds_open});
  const std::string& code = codes_.back().text;
  const std::string typed = code.substr(0, length / 2) + "-" + code.substr(length / 2);
  return Invitation{fmt::format("{}/pair?code={}", address_, typed), typed, codes_.back().ends_at, fingerprint_};
}

Status Pairing::take(std::string_view code, const std::string& from, Instant now) {
  const std::scoped_lock lock(mutex_);
  std::erase_if(guesses_, [&](const auto& entry) { return now - entry.second.last >= seconds_of_silence; });
  int of_all = 0;
  for (const auto& [address, guesses] : guesses_) of_all += guesses.count;
  const auto own = guesses_.find(from);
  // Before anything is compared: who is not listened to learns nothing by going on.
  if (of_all >= most_guesses_of_all || (own != guesses_.end() && own->second.count >= most_guesses))
    return failure("too_many_tries", "code", "That was wrong too often: wait ten minutes, then ask for a fresh code.");
  const std::string asked = as_handed_out(code);
  const auto found = std::ranges::find_if(codes_, [&](const Code& one) { return same_secret(one.text, asked); });
  if (found == codes_.end()) {
    Guesses& guesses = guesses_[from];
    guesses.count += 1;
    guesses.last = now;
    return failure("wrong_code", "code", "This is not the code that Hipline shows on the computer.");
  }
  if (found->used) return failure("code_used", "code", "This code was used already: each one pairs one device.");
  if (now >= found->ends_at) return failure("code_expired", "code", "This code is older than ten minutes.");
  found->used = true;
  guesses_.erase(from);
  return {};
}

bool Pairing::is_open(Instant now) const {
  const std::scoped_lock lock(mutex_);
  return std::ranges::any_of(codes_, [&](const Code& one) { return !one.used && now < one.ends_at; });
}

}  // namespace hipline::server
