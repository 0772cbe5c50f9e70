#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "hipline/base/day.hpp"
#include "hipline/base/error.hpp"
#include "hipline/catalog/json_reader.hpp"

namespace hipline::app {

/// The JSON object that a page sends along, read as strictly as content is: field by field, nothing unasked.
class RequestBody {
 public:
  /// An empty text is an object without fields. Errors: bad_json.
  static Result<RequestBody> read(std::string_view json);

  RequestBody(RequestBody&&) noexcept;
  RequestBody& operator=(RequestBody&&) = delete;
  RequestBody(const RequestBody&) = delete;
  RequestBody& operator=(const RequestBody&) = delete;
  ~RequestBody();

  /// Its fields; ask for all of them, then call `done()` on them.
  [[nodiscard]] catalog::Fields fields() const;
  /// The first thing that was wrong, with a JSON pointer as `where`.
  [[nodiscard]] Status finish() const;

 private:
  struct Held;
  explicit RequestBody(std::unique_ptr<Held> held);

  std::unique_ptr<Held> held_;
};

/// A day or a moment in a field; nothing where it is absent or null. What is neither is a problem.
std::optional<LocalDay> day_in(catalog::Fields& fields, std::string_view key);
std::optional<Instant> instant_in(catalog::Fields& fields, std::string_view key);
/// A field's value, nothing where it is absent or null.
std::optional<catalog::Node> known_in(catalog::Fields& fields, std::string_view key);
/// A text that is always there and may be empty.
std::string words_in(catalog::Fields& fields, std::string_view key);
/// An id that the page made, in the form of a UUID; another one is a problem.
std::string page_id_in(catalog::Fields& fields, std::string_view key);

}  // namespace hipline::app
