#include "hipline/bundler/yaml_reader.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <exception>
#include <istream>
#include <optional>
#include <streambuf>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace hipline::bundler {
namespace {

/// Leaves the parser at the first problem; caught in read_yaml, never further out.
struct Refusal : std::exception {
  explicit Refusal(Error found) : error(std::move(found)) {}
  Error error;
};

std::string place(const std::string& file, const YAML::Mark& mark) {
  return file + ":" + std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 2026-11-22 without quotes: other YAML readers make a date of it, this one would make text; so neither.
bool looks_like_a_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[i])) return false;
  }
  return text.size() == 10 || !is_digit(text[10]);
}

/// -12, 0.7, 28: as JSON writes numbers, without exponent.
std::optional<double> number_of(std::string_view text) {
  std::string_view rest = text;
  if (rest.starts_with('-')) rest.remove_prefix(1);
  const auto whole = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin());
  if (whole == 0 || (whole > 1 && rest.front() == '0')) return std::nullopt;
  rest.remove_prefix(whole);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    if (rest.empty() || !std::all_of(rest.begin(), rest.end(), is_digit)) return std::nullopt;
  } else if (!rest.empty()) {
    return std::nullopt;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number == 0 ? 0.0 : number;  // -0 is 0
}

/// Words that some YAML readers take for true, false or nothing.
bool is_ambiguous(std::string_view text) {
  constexpr std::array<std::string_view, 8> words = {"true", "false", "on", "off", "yes", "no", "null", "~"};
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(words.begin(), words.end(), small) != words.end();
}

/// Builds the value while yaml-cpp reports what it meets.
class Builder : public YAML::EventHandler {
 public:
  explicit Builder(const std::string& file) : file_(file) {}

  [[nodiscard]] bool complete() const { return complete_; }
  ContentValue take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (complete_)
      refuse(mark, "yaml_several_documents", "One file holds one item: take the second document (---) out.");
  }
  void OnDocumentEnd() override { complete_ = true; }

  void OnNull(const YAML::Mark& found, YAML::anchor_t) override {
    const YAML::Mark mark =
        open_.empty() || !open_.back().key ? found : open_.back().key_mark;  // the line that lacks it
    refuse(mark, "yaml_empty_value", "There is no value here (nothing, ~ or null). Write one, or take the line out.");
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "yaml_alias", "References to another place (*name) are not used here: write the value out.");
  }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_anchor(mark); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    if (anchor != YAML::NullAnchor) refuse_anchor(mark);
    const bool plain = tag == "?";
    if (!plain && tag != "!") refuse_tag(mark);
    if (plain && looks_like_a_date(text)) {
      refuse(mark, "yaml_unquoted_date", "Put the date in quotes: \"" + text + "\".");
    }
    if (expects_key()) return add_key(mark, plain, text);
    if (!plain) return add(ContentValue{text});
    if (text == "yes" || text == "no") return add(ContentValue{text == "yes"});
    if (is_ambiguous(text)) {
      refuse(mark, "yaml_ambiguous_word",
             "Write yes or no; if the word itself is meant, put it in quotes: \"" + text + "\".");
    }
    if (const auto number = number_of(text)) return add(ContentValue{*number});
    add(ContentValue{text});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, ContentValue{ContentValue::List{}});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, ContentValue{ContentValue::Map{}});
  }
  void OnMapEnd() override {
    auto& map = std::get<ContentValue::Map>(open_.back().value.value);
    std::sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    close();
  }

 private:
  struct Open {
    ContentValue value;
    std::optional<std::string> key;  ///< of a map: the key whose value comes next
    YAML::Mark key_mark;
  };

  [[noreturn]] void refuse(const YAML::Mark& mark, std::string code, std::string message) const {
    throw Refusal({std::move(code), place(file_, mark), std::move(message)});
  }
  [[noreturn]] void refuse_anchor(const YAML::Mark& mark) const {
    refuse(mark, "yaml_anchor", "Names for a place (&name) are not used here: take the anchor out.");
  }
  [[noreturn]] void refuse_tag(const YAML::Mark& mark) const {
    refuse(mark, "yaml_tag", "Types (!name) are not used here: take the tag out.");
  }

  [[nodiscard]] bool expects_key() const {
    return !open_.empty() && std::holds_alternative<ContentValue::Map>(open_.back().value.value) && !open_.back().key;
  }

  void add_key(const YAML::Mark& mark, bool plain, const std::string& text) {
    if (plain && text == "<<") refuse(mark, "yaml_merge_key", "Merging (<<) is not used here: write the fields out.");
    if (text.empty()) refuse(mark, "yaml_empty_key", "This field has no name.");
    const auto& map = std::get<ContentValue::Map>(open_.back().value.value);
    if (std::any_of(map.begin(), map.end(), [&](const auto& entry) { return entry.first == text; })) {
      refuse(mark, "yaml_duplicate_key", "\"" + text + "\" stands here twice: keep one.");
    }
    open_.back().key = text;
    open_.back().key_mark = mark;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, ContentValue empty) {
    if (anchor != YAML::NullAnchor) refuse_anchor(mark);
    if (tag != "?" && !tag.empty()) refuse_tag(mark);
    if (expects_key()) refuse(mark, "yaml_key_is_no_text", "A field's name must be a word, not a list or map.");
    open_.push_back({std::move(empty), std::nullopt, mark});
  }
  void close() {
    ContentValue done = std::move(open_.back().value);
    open_.pop_back();
    add(std::move(done));
  }
  void add(ContentValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto* map = std::get_if<ContentValue::Map>(&open_.back().value.value)) {
      map->emplace_back(std::move(*open_.back().key), std::move(value));
      open_.back().key.reset();
    } else {
      std::get<ContentValue::List>(open_.back().value.value).push_back(std::move(value));
    }
  }

  const std::string& file_;
  std::vector<Open> open_;
  ContentValue root_;
  bool complete_ = false;
};

class Bytes : public std::streambuf {
 public:
  explicit Bytes(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // a streambuf wants char*, an istream only reads
    setg(begin, begin, begin + text.size());
  }
};

/// Whether every byte belongs to well-formed UTF-8, and there is no byte-order mark or control character but tab and
/// newline.
std::optional<std::size_t> first_bad_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t more = c < 0x80                ? 0
                             : c >= 0xC2 && c < 0xE0 ? 1
                             : c >= 0xE0 && c < 0xF0 ? 2
                             : c >= 0xF0 && c < 0xF5 ? 3
                                                     : 9;
    if (more == 9 || i + more >= text.size() + (more == 0)) return i;
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return i;
    std::uint32_t point = more == 0 ? c : c & (0x3FU >> more);
    for (std::size_t k = 1; k <= more; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0U) != 0x80U) return i;
      point = point << 6U | (next & 0x3FU);
    }
    const bool overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    if (overlong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000) || point == 0xFEFF) return i;
    i += more + 1;
  }
  return std::nullopt;
}

std::string place_of_byte(const std::string& file, std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return file + ":" + std::to_string(lines + 1) + ":" + std::to_string(at - start + 1);
}

/// `%YAML` and `%TAG` change how the rest is read; yaml-cpp follows them silently.
std::optional<std::size_t> directive(std::string_view text) {
  if (text.starts_with('%')) return 0;
  const std::size_t at = text.find("\n%");
  return at == std::string_view::npos ? std::nullopt : std::optional(at + 1);
}

}  // namespace

Result<ContentValue> read_yaml(std::string_view text, const std::string& file) {
  if (const auto bad = first_bad_byte(text)) {
    return failure("yaml_bad_text", place_of_byte(file, text, *bad),
                   "This is not plain UTF-8 text. Save the file as UTF-8.");
  }
  if (const auto at = directive(text)) {
    return failure("yaml_directive", place_of_byte(file, text, *at),
                   "Lines that begin with % are not used here: take it out.");
  }
  try {
    Bytes bytes(text);
    std::istream stream(&bytes);
    YAML::Parser parser(stream);
    Builder builder(file);
    while (parser.HandleNextDocument(builder)) {
    }
    if (!builder.complete()) return failure("yaml_empty_file", file + ":1:1", "This file is empty.");
    return builder.take();
  } catch (const Refusal& refusal) {
    return std::unexpected(refusal.error);
  } catch (const YAML::Exception& broken) {
    const bool colon = broken.msg == YAML::ErrorMsg::MAP_VALUE;
    return failure("yaml_broken", place(file, broken.mark),
                   colon ? "A text with a colon and a space in it must stand in quotes."
                         : "This is not YAML: " + broken.msg + ".");
  }
}

void write_canonical(std::string_view text, std::string& json) {
  constexpr std::string_view digits = "0123456789abcdef";
  json += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      (json += '\\') += c;
    else if (c == '\n')
      json += "\\n";
    else if (byte < 0x20)
      ((json += "\\u00") += digits[byte >> 4U]) += digits[byte & 15U];
    else
      json += c;
  }
  json += '"';
}

void write_canonical(const ContentValue& value, std::string& json) {
  if (const auto* text = std::get_if<std::string>(&value.value)) return write_canonical(std::string_view(*text), json);
  if (const auto* truth = std::get_if<bool>(&value.value)) {
    json += *truth ? "true" : "false";
  } else if (const auto* number = std::get_if<double>(&value.value)) {
    std::array<char, 400> digits{};  // fixed notation of any double fits
    json.append(digits.data(),
                std::to_chars(digits.data(), digits.data() + digits.size(), *number, std::chars_format::fixed).ptr);
  } else if (const auto* list = std::get_if<ContentValue::List>(&value.value)) {
    char before = '[';
    for (const ContentValue& item : *list) {
      json += before;
      write_canonical(item, json);
      before = ',';
    }
    json += list->empty() ? "[]" : "]";
  } else {
    const auto& map = std::get<ContentValue::Map>(value.value);
    char before = '{';
    for (const auto& [key, item] : map) {
      json += before;
      write_canonical(std::string_view(key), json);
      json += ':';
      write_canonical(item, json);
      before = ',';
    }
    json += map.empty() ? "{}" : "}";
  }
}

}  // namespace hipline::bundler
