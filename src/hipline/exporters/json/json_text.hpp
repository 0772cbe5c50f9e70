#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hipline::exporters {

class JsonArray;

/// A JSON object as text, written field by field. It knows plain values only, so that what writes a page needs neither
/// a tree of values nor the library's header. What is not known is null.
class JsonObject {
 public:
  JsonObject() = default;
  /// Goes on with an object that is written already.
  explicit JsonObject(std::string_view written);

  JsonObject& put(std::string_view key, std::string_view value);
  JsonObject& put(std::string_view key, const std::string& value) { return put(key, std::string_view(value)); }
  JsonObject& put(std::string_view key, const char* value) { return put(key, std::string_view(value)); }
  JsonObject& put(std::string_view key, bool value);
  JsonObject& put(std::string_view key, int value) { return put(key, static_cast<std::int64_t>(value)); }
  JsonObject& put(std::string_view key, std::size_t value) { return put(key, static_cast<std::int64_t>(value)); }
  JsonObject& put(std::string_view key, std::int64_t value);
  JsonObject& put(std::string_view key, double value);
  JsonObject& put(std::string_view key, const std::optional<int>& value);
  JsonObject& put(std::string_view key, const std::optional<double>& value);
  JsonObject& put(std::string_view key, const std::optional<bool>& value);
  JsonObject& put(std::string_view key, const std::optional<std::string>& value);
  JsonObject& put(std::string_view key, const std::vector<std::string>& values);
  JsonObject& put(std::string_view key, const JsonObject& value);
  JsonObject& put(std::string_view key, const JsonArray& values);
  JsonObject& put_null(std::string_view key);
  /// An empty text is null.
  JsonObject& put_or_null(std::string_view key, std::string_view text);
  /// A value that is JSON already.
  JsonObject& put_json(std::string_view key, std::string_view json);

  [[nodiscard]] std::string text() const { return "{" + fields_ + "}"; }

 private:
  void begin(std::string_view key);

  std::string fields_;
};

/// A JSON array as text.
class JsonArray {
 public:
  void add(std::string_view value);
  void add(const JsonObject& value);
  void add_json(std::string_view json);

  [[nodiscard]] std::string text() const { return "[" + values_ + "]"; }

 private:
  void begin() {
    if (!values_.empty()) values_ += ',';
  }

  std::string values_;
};

}  // namespace hipline::exporters
