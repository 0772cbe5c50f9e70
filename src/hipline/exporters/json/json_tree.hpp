#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

namespace hipline::exporters {

/// One field of a JSON object.
struct Field {
  const char* name;
  nlohmann::ordered_json value;
};

/// An object of these fields, in their order; no name may stand there twice. The library's own braces copy what stands
/// in them, and whatever an object holds again each time it grows.
template <std::size_t count>
nlohmann::ordered_json object(Field (&&fields)[count]) {
  nlohmann::ordered_json::object_t object;
  object.reserve(count);
  for (Field& field : fields) object.emplace_back(field.name, std::move(field.value));
  return object;
}

/// An array with what `write` makes of each of these.
template <typename Item, typename Write>
nlohmann::ordered_json array(const std::vector<Item>& items, const Write& write) {
  nlohmann::ordered_json::array_t array;
  array.reserve(items.size());
  for (const Item& item : items) array.push_back(write(item));
  return array;
}

/// What is not known is null.
template <typename Value>
nlohmann::ordered_json or_null(const std::optional<Value>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

}  // namespace hipline::exporters
