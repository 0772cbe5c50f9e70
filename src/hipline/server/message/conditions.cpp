#include "hipline/server/message/conditions.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <cstdint>

namespace hipline::server {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

/// Calls `take` with each piece of a list with commas, until it answers true; answers whether it did.
template <typename Take>
bool any_of_list(std::string_view list, Take take) {
  while (!list.empty()) {
    const std::string_view piece = list.substr(0, list.find(','));
    list.remove_prefix(std::min(piece.size() + 1, list.size()));
    if (take(trimmed(piece))) return true;
  }
  return false;
}

bool names_tag(std::string_view list, std::string_view tag) {
  return any_of_list(list, [&](std::string_view piece) {
    if (piece.starts_with("W/")) piece.remove_prefix(2);
    return piece == "*" || piece == tag;
  });
}

/// Digits and nothing else.
std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Part {
  std::size_t from = 0;
  std::size_t size = 0;  ///< 0: the part is not there
};

/// One part of bytes; nothing where it is not asked for in a form that we answer, so that the whole is sent.
std::optional<Part> part_of(std::string_view range, std::size_t whole) {
  constexpr std::string_view unit = "bytes=";
  if (!range.starts_with(unit)) return std::nullopt;
  range.remove_prefix(unit.size());
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos || range.find(',') != std::string_view::npos) return std::nullopt;
  const std::string_view first = trimmed(range.substr(0, dash));
  const std::string_view last = trimmed(range.substr(dash + 1));
  if (first.empty()) {
    const auto count = number(last);
    if (!count) return std::nullopt;
    const std::size_t size = std::min(*count, whole);
    return Part{whole - size, size};
  }
  const auto from = number(first);
  const auto to = last.empty() ? std::optional(SIZE_MAX) : number(last);
  if (!from || !to || *to < *from) return std::nullopt;
  if (*from >= whole) return Part{};
  return Part{*from, std::min(*to, whole - 1) - *from + 1};
}

}  // namespace

void meet_conditions(Answer& answer, const Head& head, const std::string& tag, Parts parts) {
  answer.headers.emplace_back("ETag", tag);
  if (const auto known = head.header("If-None-Match"); known && names_tag(*known, tag)) {
    answer.status = 304;
    answer.from = answer.size = 0;
    answer.body.reset();
    return;
  }
  if (parts == Parts::no || !answer.body) return;
  answer.headers.emplace_back("Accept-Ranges", "bytes");
  const auto range = head.header("Range");
  if (!range) return;
  // A part of another version would make a broken whole.
  if (const auto only_if = head.header("If-Range"); only_if && *only_if != tag) return;
  const auto part = part_of(*range, answer.body->size());
  if (!part) return;
  if (part->size == 0) {
    answer.status = 416;
    answer.headers.emplace_back("Content-Range", fmt::format("bytes */{}", answer.body->size()));
    answer.body.reset();
    answer.from = answer.size = 0;
    return;
  }
  answer.status = 206;
  answer.headers.emplace_back(
      "Content-Range", fmt::format("bytes {}-{}/{}", part->from, part->from + part->size - 1, answer.body->size()));
  answer.from = part->from;
  answer.size = part->size;
}

bool accepts(std::string_view list, std::string_view coding) {
  return any_of_list(list, [&](std::string_view piece) {
    const std::size_t semicolon = std::min(piece.find(';'), piece.size());
    if (trimmed(piece.substr(0, semicolon)) != coding) return false;
    std::string_view weight = trimmed(piece.substr(std::min(semicolon + 1, piece.size())));
    if (!weight.starts_with("q=")) return true;
    weight.remove_prefix(2);
    return weight.find_first_not_of("0.") != std::string_view::npos;
  });
}

}  // namespace hipline::server
