#include "hipline/server/keys/gate.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "hipline/server/keys/secret.hpp"
#include "hipline/server/message/target.hpp"

namespace hipline::server {
namespace {

/// Hand-overs that may be open at once; the oldest goes.
constexpr std::size_t most_keys = 8;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

Status Gate::knows_host(const Head& head) const {
  const auto host = head.header("Host");
  if (host && std::ranges::find(hosts_, lower(*host)) != hosts_.end()) return {};
  return failure("wrong_host", "Host", fmt::format("Hipline answers only at {}://{}.", scheme_, hosts_.front()));
}

Status Gate::is_own_page(Method method, const Head& head) const {
  const auto origin = head.header("Origin");
  // Browsers name the page's origin with everything that changes something; a reading request may come without.
  const bool ours = origin
                        ? std::ranges::any_of(
                              hosts_, [&](const std::string& host) { return lower(*origin) == scheme_ + "://" + host; })
                        : method == Method::get;
  const auto site = head.header("Sec-Fetch-Site");
  if (!ours || (site && *site != "same-origin" && *site != "none"))
    return failure("foreign_origin", "Origin", "Only Hipline's own pages may ask that.");
  return {};
}

std::string Gate::cookie_name(const std::string& name) const { return scheme_ == "https" ? "__Host-" + name : name; }

std::string Gate::set_cookie(const std::string& name, const std::string& value, std::optional<int> seconds) const {
  return fmt::format("{}={}; Path=/{}; HttpOnly; SameSite=Strict{}", name, value,
                     seconds ? fmt::format("; Max-Age={}", *seconds) : "", scheme_ == "https" ? "; Secure" : "");
}

Result<Caller> OwnGate::caller(const Head& head) const {
  const auto header = head.header("Cookie");
  if (header && same_secret(cookie(*header, "hipline"), secret_)) return Caller{.own_computer = true};
  return failure("no_key", "Cookie",
                 "This browser has not been let in yet: open Hipline by the address that `hipline serve` shows.");
}

std::string OwnGate::fresh_key() {
  const std::scoped_lock lock(mutex_);
  if (keys_.size() == most_keys) keys_.erase(keys_.begin());
  keys_.push_back(fresh_secret());
  return keys_.back();
}

bool OwnGate::take_key(std::string_view key) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find_if(keys_, [&](const std::string& known) { return same_secret(known, key); });
  if (found == keys_.end()) return false;
  keys_.erase(found);
  return true;
}

std::string OwnGate::cookie_header() const { return set_cookie("hipline", secret_, a_year_s); }

}  // namespace hipline::server
