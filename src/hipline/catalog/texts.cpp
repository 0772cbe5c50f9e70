#include "hipline/catalog/texts.hpp"

#include <algorithm>

#include "hipline/base/assertion.hpp"

namespace hipline::catalog {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace

std::optional<std::vector<std::string>> placeholders_of(std::string_view sentence) {
  std::vector<std::string> names;
  for (std::size_t at = 0; (at = sentence.find_first_of("{}", at)) != std::string_view::npos;) {
    const std::size_t end = sentence.find('}', at);
    if (sentence[at] == '}' || end == std::string_view::npos) return std::nullopt;
    const std::string_view name = sentence.substr(at + 1, end - at - 1);
    if (!is_name(name)) return std::nullopt;
    names.emplace_back(name);
    at = end + 1;
  }
  return names;
}

const std::string* Texts::find(std::string_view key) const {
  const auto found = sentences_.find(key);
  return found == sentences_.end() ? nullptr : &found->second;
}

std::string Texts::say(std::string_view key, const std::vector<Filling>& fillings) const {
  const std::string* sentence = find(key);
  HIPLINE_ASSERT(sentence != nullptr);
  std::string said;
  std::size_t done = 0;
  while (true) {
    const std::size_t open = sentence->find('{', done);
    said.append(*sentence, done, open == std::string::npos ? open : open - done);
    if (open == std::string::npos) return said;
    const std::size_t close = sentence->find('}', open);
    HIPLINE_ASSERT(close != std::string::npos);
    const std::string_view name = std::string_view(*sentence).substr(open + 1, close - open - 1);
    const auto filling =
        std::find_if(fillings.begin(), fillings.end(), [&](const Filling& f) { return f.placeholder == name; });
    HIPLINE_ASSERT(filling != fillings.end());
    said += filling->value;
    done = close + 1;
  }
}

}  // namespace hipline::catalog
