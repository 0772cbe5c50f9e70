#include "hipline/app/requests/request_body.hpp"

namespace hipline::app {

struct RequestBody::Held {
  catalog::Document document;
  catalog::Problems problems;
};

RequestBody::RequestBody(std::unique_ptr<Held> held) : held_(std::move(held)) {}
RequestBody::RequestBody(RequestBody&&) noexcept = default;
RequestBody::~RequestBody() = default;

Result<RequestBody> RequestBody::read(std::string_view json) {
  auto document = catalog::Document::read(json.empty() ? "{}" : json);
  catalog::Problems none;
  if (!document || !document->root("", none).is_object())
    return failure("bad_json", "body", "What was sent is not a JSON object; reload the page and try again.");
  return RequestBody(std::make_unique<Held>(std::move(*document), catalog::Problems{}));
}

catalog::Fields RequestBody::fields() const { return catalog::Fields(held_->document.root("", held_->problems)); }

Status RequestBody::finish() const {
  if (held_->problems.empty()) return {};
  return std::unexpected(held_->problems.front());
}

std::optional<catalog::Node> known_in(catalog::Fields& fields, std::string_view key) {
  const auto node = fields.optional_node(key);
  return node && node->is_null() ? std::nullopt : node;
}

std::optional<LocalDay> day_in(catalog::Fields& fields, std::string_view key) {
  const auto node = known_in(fields, key);
  if (!node) return std::nullopt;
  const auto day = LocalDay::parse(node->text());
  if (day) return *day;
  node->refuse(day.error().code, day.error().message);
  return std::nullopt;
}

std::optional<Instant> instant_in(catalog::Fields& fields, std::string_view key) {
  const auto node = known_in(fields, key);
  if (!node) return std::nullopt;
  const auto at = Instant::parse(node->text());
  if (at) return *at;
  node->refuse(at.error().code, at.error().message);
  return std::nullopt;
}

std::string words_in(catalog::Fields& fields, std::string_view key) {
  const auto node = fields.node(key);
  if (!node) return {};
  if (node->is_text()) return node->text_or_empty();
  node->refuse("wrong_type", "Here stands a text, which may be empty.");
  return {};
}

std::string page_id_in(catalog::Fields& fields, std::string_view key) {
  const auto node = fields.node(key);
  if (!node) return {};
  std::string id = node->text();
  constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  bool fits = id.size() == form.size();
  for (std::size_t i = 0; fits && i < form.size(); ++i) {
    const bool hex = (id[i] >= '0' && id[i] <= '9') || (id[i] >= 'a' && id[i] <= 'f');
    fits = form[i] == '-' ? id[i] == '-' : hex;
  }
  if (!fits) node->refuse("bad_id", "An id made by the page is a UUID in small letters.");
  return id;
}

}  // namespace hipline::app
