#include "hipline/exporters/json/json_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hipline::exporters {
namespace {

using nlohmann::json;

std::string written(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

/// Most texts hold nothing that JSON writes otherwise; only for the others is the library asked.
bool stands_as_it_is(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

std::string written(std::string_view value) {
  return stands_as_it_is(value) ? "\"" + std::string(value) + "\"" : written(json(value));
}

}  // namespace

JsonObject::JsonObject(std::string_view written) {
  const std::size_t first = written.find('{');
  const std::size_t last = written.rfind('}');
  fields_ = std::string(written.substr(first + 1, last - first - 1));
  while (!fields_.empty() && (fields_.back() == ' ' || fields_.back() == '\n')) fields_.pop_back();
}

void JsonObject::begin(std::string_view key) {
  if (!fields_.empty()) fields_ += ',';
  fields_ += written(key);
  fields_ += ':';
}

JsonObject& JsonObject::put_json(std::string_view key, std::string_view text) {
  begin(key);
  fields_ += text;
  return *this;
}

JsonObject& JsonObject::put_null(std::string_view key) { return put_json(key, "null"); }
JsonObject& JsonObject::put(std::string_view key, std::string_view value) { return put_json(key, written(value)); }
JsonObject& JsonObject::put(std::string_view key, bool value) { return put_json(key, value ? "true" : "false"); }
JsonObject& JsonObject::put(std::string_view key, std::int64_t value) { return put_json(key, std::to_string(value)); }
JsonObject& JsonObject::put(std::string_view key, double value) { return put_json(key, written(json(value))); }

JsonObject& JsonObject::put(std::string_view key, const std::optional<int>& value) {
  return value ? put(key, *value) : put_null(key);
}
JsonObject& JsonObject::put(std::string_view key, const std::optional<double>& value) {
  return value ? put(key, *value) : put_null(key);
}
JsonObject& JsonObject::put(std::string_view key, const std::optional<bool>& value) {
  return value ? put(key, *value) : put_null(key);
}
JsonObject& JsonObject::put(std::string_view key, const std::optional<std::string>& value) {
  return value ? put(key, std::string_view(*value)) : put_null(key);
}
JsonObject& JsonObject::put(std::string_view key, const std::vector<std::string>& values) {
  JsonArray array;
  for (const std::string& value : values) array.add(std::string_view(value));
  return put(key, array);
}
JsonObject& JsonObject::put(std::string_view key, const JsonObject& value) { return put_json(key, value.text()); }
JsonObject& JsonObject::put(std::string_view key, const JsonArray& values) { return put_json(key, values.text()); }
JsonObject& JsonObject::put_or_null(std::string_view key, std::string_view text) {
  return text.empty() ? put_null(key) : put(key, text);
}

void JsonArray::add(std::string_view value) {
  begin();
  values_ += written(value);
}
void JsonArray::add(const JsonObject& value) { add_json(value.text()); }
void JsonArray::add_json(std::string_view json) {
  begin();
  values_ += json;
}

}  // namespace hipline::exporters
