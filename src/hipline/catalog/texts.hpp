#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hipline::catalog {

/// A value for a placeholder: {"km", "8"} fills `{km}`.
struct Filling {
  std::string placeholder;
  std::string value;
};

/// The sentences of content/text, by `NAME.key` (the key `headline` of today.yaml is `today.headline`).
class Texts {
 public:
  void add(std::string key, std::string sentence) { sentences_.insert_or_assign(std::move(key), std::move(sentence)); }

  /// The sentence with its placeholders filled: `texts.say("today.distance", {{"km", "8"}})`.
  /// A missing key or placeholder is our own mistake and stops the program; `find` looks without that promise.
  [[nodiscard]] std::string say(std::string_view key, const std::vector<Filling>& fillings = {}) const;
  /// The unfilled sentence, nothing where there is none.
  [[nodiscard]] const std::string* find(std::string_view key) const;
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return sentences_; }

 private:
  std::map<std::string, std::string, std::less<>> sentences_;
};

/// The placeholders of a sentence, in order; nothing where a brace stands alone or a name is not made of a-z, 0-9 and
/// _.
std::optional<std::vector<std::string>> placeholders_of(std::string_view sentence);

}  // namespace hipline::catalog
