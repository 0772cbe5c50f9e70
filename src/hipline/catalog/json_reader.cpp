#include "hipline/catalog/json_reader.hpp"

#include <algorithm>
#include <cmath>

#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace hipline::catalog {
namespace {

constexpr int deepest = 64;

std::string listed(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

/// Without recursion, and the last bit of a number counts.
constexpr unsigned exactly =
    rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
/// The parser looks ahead in steps of this many bytes.
constexpr std::size_t looked_ahead = 16;

/// Whether no value lies deeper than nodes may: they are walked by recursion.
bool is_shallow(std::string_view json) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text) {
      if (c == '\\') ++i;
      in_text = c != '"';
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > deepest) return false;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return true;
}

std::string_view name_of(const rapidjson::Value& name) { return {name.GetString(), name.GetStringLength()}; }

rapidjson::Value::ConstMemberIterator find(const rapidjson::Value& object, std::string_view key) {
  return std::find_if(object.MemberBegin(), object.MemberEnd(),
                      [&](const auto& member) { return name_of(member.name) == key; });
}

std::string described(const Node& value) {
  if (value.is_yes_no()) return value.json() == "true" ? "yes" : "no";
  if (value.is_number()) return "a number";
  if (value.is_text()) return "text";
  if (value.is_list()) return "a list";
  if (value.is_object()) return "a map";
  return "nothing";
}

void wrong_type(const Node& node, std::string_view wanted) {
  std::string message = "Here belongs " + std::string(wanted) + ", not " + described(node) + ".";
  if (wanted == "text" && (node.is_number() || node.is_yes_no()))
    message += " Put it in quotes if it is meant as text.";
  if (wanted == "a number" && node.is_text()) message += " Write it without quotes.";
  node.refuse("wrong_type", message);
}

/// Adds the way from a value down to another one inside it.
bool find_below(const rapidjson::Value& value, const rapidjson::Value& wanted, std::string& place) {
  if (&value == &wanted) return true;
  const std::size_t length = place.size();
  if (value.IsObject()) {
    for (const auto& member : value.GetObject()) {
      place = pointer_to(place, name_of(member.name));
      if (find_below(member.value, wanted, place)) return true;
      place.resize(length);
    }
  }
  if (value.IsArray()) {
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
      place = pointer_to(place, i);
      if (find_below(value[i], wanted, place)) return true;
      place.resize(length);
    }
  }
  return false;
}

void refuse_double(const Node& node, std::string_view name) {
  node.refuse("double_field", "\"" + std::string(name) + "\" stands here twice. Leave one of them out.");
}

}  // namespace

/// The text that was read, in which the values' texts lie, and the values.
struct Document::Held {
  std::string text;
  rapidjson::Document values;
};

Document::Document(std::unique_ptr<Held> held) : held_(std::move(held)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

template <unsigned flags>
std::optional<Document> Document::parse(std::string_view json) {
  auto held = std::make_unique<Held>();
  held->text.reserve(json.size() + looked_ahead);
  held->text = json;
  held->text.resize(json.size() + looked_ahead);
  held->values.ParseInsitu<flags>(held->text.data());
  if (held->values.HasParseError()) return std::nullopt;
  return Document(std::move(held));
}

std::optional<Document> Document::read(std::string_view json) {
  // A text ends the parser at its first zero byte; what stands behind one would go unread.
  if (!is_shallow(json) || json.find('\0') != std::string_view::npos) return std::nullopt;
  return parse<exactly | rapidjson::kParseValidateEncodingFlag>(json);
}

std::optional<Document> Document::read_own(std::string_view json) { return parse<exactly>(json); }

Node Document::root(std::string pointer, Problems& problems) const {
  return Node(held_->values, std::move(pointer), problems);
}

bool Node::is_text() const { return value_->IsString(); }
bool Node::is_number() const { return value_->IsNumber(); }
bool Node::is_yes_no() const { return value_->IsBool(); }
bool Node::is_list() const { return value_->IsArray(); }
bool Node::is_object() const { return value_->IsObject(); }
bool Node::is_null() const { return value_->IsNull(); }

std::string Node::text_or_empty() const {
  if (is_text()) return std::string(name_of(*value_));
  wrong_type(*this, "text");
  return {};
}

std::string Node::text() const {
  std::string found = text_or_empty();
  if (is_text() && found.find_first_not_of(" \t\n") == std::string::npos)
    refuse("empty_text", "This text is empty. Write it, or leave the field out.");
  return found;
}

double Node::number() const {
  if (is_number()) return value_->GetDouble();
  wrong_type(*this, "a number");
  return 0;
}

int Node::whole_number() const {
  const double found = number();
  if (found == std::trunc(found) && std::abs(found) <= 1e9) return static_cast<int>(found);
  refuse("wrong_type", "Here belongs a whole number.");
  return 0;
}

bool Node::yes_no() const {
  if (is_yes_no()) return value_->GetBool();
  wrong_type(*this, "yes or no");
  return false;
}

std::vector<Node> Node::items() const {
  std::vector<Node> nodes;
  if (!is_list()) {
    wrong_type(*this, "a list");
    return nodes;
  }
  nodes.reserve(value_->Size());
  for (const rapidjson::Value& item : value_->GetArray()) nodes.push_back(Node(item, *this));
  return nodes;
}

std::vector<std::string> Node::texts() const {
  std::vector<std::string> found;
  for (const Node& item : items()) found.push_back(item.text());
  return found;
}

std::vector<Member> Node::members() const {
  std::vector<Member> found;
  if (!is_object()) {
    wrong_type(*this, "a map");
    return found;
  }
  found.reserve(value_->MemberCount());
  for (const auto& member : value_->GetObject())
    found.push_back({std::string(name_of(member.name)), Node(member.value, *this)});
  const auto by_name = [](const Member& a, const Member& b) { return a.name < b.name; };
  if (!std::is_sorted(found.begin(), found.end(), by_name)) std::stable_sort(found.begin(), found.end(), by_name);
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (found[i].name == found[i - 1].name) refuse_double(found[i].value, found[i].name);
  }
  return found;
}

std::string Node::json() const {
  rapidjson::StringBuffer text;
  rapidjson::Writer<rapidjson::StringBuffer> writer(text);
  value_->Accept(writer);
  return {text.GetString(), text.GetSize()};
}

std::string Node::pointer() const {
  std::string place = document_pointer_;
  // Every value of the document lies under it; only one from elsewhere would not, and then the document is its place.
  static_cast<void>(find_below(*document_, *value_, place));
  return place;
}

void Node::refuse(std::string code, std::string message) const {
  problems_->push_back({std::move(code), pointer(), std::move(message)});
}

void Node::refuse_word(std::string_view word, const std::vector<std::string_view>& names) const {
  if (!word.empty()) refuse("unknown_word", "\"" + std::string(word) + "\" is not one of: " + listed(names) + ".");
}

Fields::Fields(Node object) : object_(std::move(object)) {
  if (!object_.is_object()) wrong_type(object_, "a map");
}

bool Fields::has(std::string_view key) {
  return object_.is_object() && find(*object_.value_, key) != object_.value_->MemberEnd();
}

std::optional<Node> Fields::optional_node(std::string_view key) {
  asked_.push_back(key);
  if (!object_.is_object()) return std::nullopt;
  const auto found = find(*object_.value_, key);
  if (found == object_.value_->MemberEnd()) return std::nullopt;
  const auto index = static_cast<std::size_t>(found - object_.value_->MemberBegin());
  if (index < read_.size()) read_.set(index);
  return Node(found->value, object_);
}

std::optional<Node> Fields::node(std::string_view key) {
  auto found = optional_node(key);
  if (!found && object_.is_object())
    object_.refuse("missing_field", "The field \"" + std::string(key) + "\" is missing.");
  return found;
}

std::string Fields::text(std::string_view key) {
  const auto found = node(key);
  return found ? found->text() : std::string();
}

std::string Fields::optional_text(std::string_view key) {
  const auto found = optional_node(key);
  return found ? found->text() : std::string();
}

double Fields::number(std::string_view key) {
  const auto found = node(key);
  return found ? found->number() : 0;
}

std::optional<double> Fields::optional_number(std::string_view key) {
  const auto found = optional_node(key);
  return found ? std::optional(found->number()) : std::nullopt;
}

int Fields::whole_number(std::string_view key) {
  const auto found = node(key);
  return found ? found->whole_number() : 0;
}

std::optional<int> Fields::optional_whole_number(std::string_view key) {
  const auto found = optional_node(key);
  return found ? std::optional(found->whole_number()) : std::nullopt;
}

bool Fields::yes_no(std::string_view key) {
  const auto found = node(key);
  return found && found->yes_no();
}

bool Fields::optional_yes_no(std::string_view key) {
  const auto found = optional_node(key);
  return found && found->yes_no();
}

std::vector<std::string> Fields::texts(std::string_view key) {
  const auto found = node(key);
  return found ? found->texts() : std::vector<std::string>();
}

std::vector<std::string> Fields::optional_texts(std::string_view key) {
  const auto found = optional_node(key);
  return found ? found->texts() : std::vector<std::string>();
}

std::vector<Node> Fields::items(std::string_view key) {
  const auto found = node(key);
  return found ? found->items() : std::vector<Node>();
}

std::vector<Node> Fields::optional_items(std::string_view key) {
  const auto found = optional_node(key);
  return found ? found->items() : std::vector<Node>();
}

void Fields::done() {
  if (!object_.is_object()) return;
  const rapidjson::Value& object = *object_.value_;
  // A name that stands twice is read at its first place only: where each place was read, nothing is left to refuse.
  if (read_.count() == object.MemberCount()) return;
  for (auto field = object.MemberBegin(); field != object.MemberEnd(); ++field) {
    const std::string_view name = name_of(field->name);
    if (find(object, name) != field) refuse_double(Node(field->value, object_), name);
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    Node(field->value, object_)
        .refuse("unknown_field",
                "\"" + std::string(name) + "\" is not a field here; known are: " + listed(asked_) + ".");
  }
}

std::string pointer_to(std::string_view pointer, std::string_view key) {
  std::string text(pointer);
  text += '/';
  for (const char c : key) {
    if (c == '~')
      text += "~0";
    else if (c == '/')
      text += "~1";
    else
      text += c;
  }
  return text;
}

std::string pointer_to(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + "/" + std::to_string(index);
}

}  // namespace hipline::catalog
