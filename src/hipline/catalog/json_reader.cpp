#include "hipline/catalog/json_reader.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace hipline::catalog {
namespace {

std::string listed(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

std::string described(const nlohmann::json& value) {
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_number()) return "a number";
  if (value.is_string()) return "text";
  if (value.is_array()) return "a list";
  if (value.is_object()) return "a map";
  return "nothing";
}

void wrong_type(const Node& node, std::string_view wanted) {
  std::string message = "Here belongs " + std::string(wanted) + ", not " + described(node.json()) + ".";
  if (wanted == "text" && (node.is_number() || node.is_yes_no()))
    message += " Put it in quotes if it is meant as text.";
  if (wanted == "a number" && node.is_text()) message += " Write it without quotes.";
  node.refuse("wrong_type", message);
}

/// Adds the way from a value down to another one inside it.
bool find_below(const nlohmann::json& value, const nlohmann::json& wanted, std::string& place) {
  if (&value == &wanted) return true;
  const std::size_t length = place.size();
  std::size_t index = 0;
  for (auto part = value.begin(); value.is_structured() && part != value.end(); ++part, ++index) {
    place = value.is_object() ? pointer_to(place, part.key()) : pointer_to(place, index);
    if (find_below(*part, wanted, place)) return true;
    place.resize(length);
  }
  return false;
}

}  // namespace

bool Node::is_text() const { return value_->is_string(); }
bool Node::is_number() const { return value_->is_number(); }
bool Node::is_yes_no() const { return value_->is_boolean(); }
bool Node::is_list() const { return value_->is_array(); }
bool Node::is_object() const { return value_->is_object(); }

std::string Node::text() const {
  if (!is_text()) {
    wrong_type(*this, "text");
    return {};
  }
  std::string found = value_->get<std::string>();
  if (found.find_first_not_of(" \t\n") == std::string::npos)
    refuse("empty_text", "This text is empty. Write it, or leave the field out.");
  return found;
}

double Node::number() const {
  if (is_number()) return value_->get<double>();
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
  if (is_yes_no()) return value_->get<bool>();
  wrong_type(*this, "yes or no");
  return false;
}

std::vector<Node> Node::items() const {
  std::vector<Node> nodes;
  if (!is_list()) {
    wrong_type(*this, "a list");
    return nodes;
  }
  nodes.reserve(value_->size());
  for (const nlohmann::json& item : *value_) nodes.emplace_back(item, *this);
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
  found.reserve(value_->size());
  for (auto item = value_->begin(); item != value_->end(); ++item) found.push_back({item.key(), Node(*item, *this)});
  return found;
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
  return object_.is_object() && object_.json().find(key) != object_.json().end();
}

std::optional<Node> Fields::optional_node(std::string_view key) {
  asked_.emplace_back(key);
  if (!object_.is_object()) return std::nullopt;
  const auto found = object_.json().find(key);
  return found == object_.json().end() ? std::nullopt : std::optional(Node(*found, object_));
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
  const nlohmann::json& object = object_.json();
  for (auto field = object.begin(); field != object.end(); ++field) {
    if (std::find(asked_.begin(), asked_.end(), field.key()) != asked_.end()) continue;
    const std::vector<std::string_view> known(asked_.begin(), asked_.end());
    Node(*field, object_)
        .refuse("unknown_field", "\"" + field.key() + "\" is not a field here; known are: " + listed(known) + ".");
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
