#pragma once

#include <bitset>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rapidjson/fwd.h>

#include "hipline/base/error.hpp"

namespace hipline::catalog {

/// What a reading found wrong, in the order it was met. Readers go on after a problem, so that an author sees all of
/// them; whatever they return meanwhile is only used when the list stayed empty.
using Problems = std::vector<Error>;

class Node;
/// A named part of an object.
struct Member;

/// A JSON text that was read and now stays in memory for its nodes.
class Document {
 public:
  /// What others send: nothing where it is not one complete JSON value in UTF-8, or is nested more than 64 deep.
  static std::optional<Document> read(std::string_view json);
  /// What our own program wrote, in half the time: nothing where it is not one complete JSON value.
  static std::optional<Document> read_own(std::string_view json);

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document();

  /// The whole of it; `pointer` is its own place, empty for a bundle. The document must outlive its nodes.
  [[nodiscard]] Node root(std::string pointer, Problems& problems) const;

 private:
  struct Held;
  explicit Document(std::unique_ptr<Held> held);
  template <unsigned flags>
  static std::optional<Document> parse(std::string_view json);

  std::unique_ptr<Held> held_;
};

/// One JSON value together with the document it lies in and the list its problems go to. Its place is only looked up
/// when something is wrong with it: content that is right is read every time the program starts.
/// Cheap to copy; the document must outlive it.
class Node {
 public:
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] bool is_number() const;
  [[nodiscard]] bool is_yes_no() const;
  [[nodiscard]] bool is_list() const;
  [[nodiscard]] bool is_object() const;
  [[nodiscard]] bool is_null() const;

  /// The value as the type asked for; another type is a problem (wrong_type), an empty text too (empty_text).
  [[nodiscard]] std::string text() const;
  /// The same where an empty text says something.
  [[nodiscard]] std::string text_or_empty() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] int whole_number() const;
  [[nodiscard]] bool yes_no() const;
  [[nodiscard]] std::vector<Node> items() const;
  [[nodiscard]] std::vector<std::string> texts() const;
  /// The parts of an object, sorted by name: for maps whose keys are data. Objects with known fields are read by
  /// `Fields`. A name that stands twice is a problem (double_field).
  [[nodiscard]] std::vector<Member> members() const;

  /// One of a closed list of words; another word is a problem (unknown_word), and the first meaning is returned.
  template <typename Meaning>
  [[nodiscard]] Meaning choice(std::initializer_list<std::pair<std::string_view, Meaning>> words) const {
    const std::string word = text();
    for (const auto& [name, meaning] : words) {
      if (name == word) return meaning;
    }
    std::vector<std::string_view> names;
    for (const auto& [name, meaning] : words) names.push_back(name);
    refuse_word(word, names);
    return words.begin()->second;
  }

  /// Adds a problem at this place.
  void refuse(std::string code, std::string message) const;
  /// Adds unknown_word for a word outside a closed list; says nothing about an empty one, which was refused already.
  void refuse_word(std::string_view word, const std::vector<std::string_view>& names) const;

  /// The place as a JSON pointer into the bundle.
  [[nodiscard]] std::string pointer() const;
  [[nodiscard]] Problems& problems() const { return *problems_; }
  /// The value as JSON text without spaces.
  [[nodiscard]] std::string json() const;

 private:
  friend class Document;
  friend class Fields;
  Node(const rapidjson::Value& document, std::string pointer, Problems& problems)
      : value_(&document), document_(&document), document_pointer_(std::move(pointer)), problems_(&problems) {}
  /// A value inside the document of another node.
  Node(const rapidjson::Value& value, const Node& within)
      : value_(&value),
        document_(within.document_),
        document_pointer_(within.document_pointer_),
        problems_(within.problems_) {}

  const rapidjson::Value* value_;
  const rapidjson::Value* document_;
  std::string document_pointer_;
  Problems* problems_;
};

struct Member {
  std::string name;
  Node value;
};

/// Reads an object field by field and refuses what nobody asked for:
///
///     Fields f(node);
///     exercise.title = f.text("title");
///     exercise.seconds = f.optional_number("seconds");
///     exercise.band = f.choice<Band>("band", {{"none", Band::none}, {"heavy", Band::heavy}});
///     for (const Node& cue : f.items("cues")) exercise.cues.push_back(read_cue(cue));
///     f.done();
///
/// A field asked for without `optional_` and not there is a problem (missing_field).
class Fields {
 public:
  explicit Fields(Node object);

  [[nodiscard]] bool has(std::string_view key);
  /// A field's value to be read further; nothing where it is missing (a problem) or, optional, absent.
  [[nodiscard]] std::optional<Node> node(std::string_view key);
  [[nodiscard]] std::optional<Node> optional_node(std::string_view key);

  [[nodiscard]] std::string text(std::string_view key);
  /// An empty string where the field is absent.
  [[nodiscard]] std::string optional_text(std::string_view key);
  [[nodiscard]] double number(std::string_view key);
  [[nodiscard]] std::optional<double> optional_number(std::string_view key);
  [[nodiscard]] int whole_number(std::string_view key);
  [[nodiscard]] std::optional<int> optional_whole_number(std::string_view key);
  [[nodiscard]] bool yes_no(std::string_view key);
  /// False where the field is absent: only for properties whose absence says no.
  [[nodiscard]] bool optional_yes_no(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] std::vector<std::string> optional_texts(std::string_view key);
  [[nodiscard]] std::vector<Node> items(std::string_view key);
  [[nodiscard]] std::vector<Node> optional_items(std::string_view key);

  template <typename Meaning>
  [[nodiscard]] Meaning choice(std::string_view key,
                               std::initializer_list<std::pair<std::string_view, Meaning>> words) {
    const auto found = node(key);
    return found ? found->choice(words) : words.begin()->second;
  }
  template <typename Meaning>
  [[nodiscard]] std::optional<Meaning> optional_choice(
      std::string_view key, std::initializer_list<std::pair<std::string_view, Meaning>> words) {
    const auto found = optional_node(key);
    return found ? std::optional(found->choice(words)) : std::nullopt;
  }

  /// Refuses every field that nobody asked for (unknown_field) or that stands twice (double_field). Call it last.
  void done();

  [[nodiscard]] const Node& object() const { return object_; }

 private:
  Node object_;
  std::vector<std::string_view> asked_;  ///< the names asked for, written in the program
  std::bitset<64> read_;                 ///< which of the object's first parts were read
};

/// A JSON pointer one step further: `/rules~1triage~1TR-06` + `then` -> `/rules~1triage~1TR-06/then`.
std::string pointer_to(std::string_view pointer, std::string_view key);
std::string pointer_to(std::string_view pointer, std::size_t index);

}  // namespace hipline::catalog
