#include "hipline/importers/fit/developer_fields.hpp"

#include <algorithm>

#include "hipline/formats/fit_messages.hpp"
#include "hipline/importers/fit/fit_decoder.hpp"

namespace hipline::importers {
namespace {

namespace field = formats::fit::field_description_field;

/// The field of a record that an app's field stands for by its name and unit, where the app does not say it by number.
std::optional<std::uint8_t> by_name(std::string_view name, std::string_view unit) {
  namespace record = formats::fit::record_field;
  if (name == "Power" && (unit == "Watts" || unit == "W" || unit == "watts")) return record::power;
  if (name == "Ground Time" && (unit == "Milliseconds" || unit == "ms")) return record::ground_contact;
  return std::nullopt;
}

}  // namespace

void DeveloperFields::take(const FitMessage& description) {
  const auto developer = description.whole(field::developer);
  const auto number = description.whole(field::number);
  const auto type = description.whole(field::type);
  if (!developer || !number || !type || *developer > 255 || *number > 255 || *type > 255) return;
  Meaning meaning;
  meaning.developer = static_cast<std::uint8_t>(*developer);
  meaning.number = static_cast<std::uint8_t>(*number);
  meaning.type = static_cast<formats::fit::BaseType>(*type);
  if (const auto scale = description.value(field::scale); scale && *scale > 0) meaning.scale = *scale;
  meaning.offset = description.value(field::offset).value_or(0);
  const auto message = description.whole(field::stands_for_message);
  const auto stands_for = description.whole(field::stands_for_field);
  if (stands_for && *stands_for <= 255) {
    meaning.message =
        static_cast<std::uint16_t>(message.value_or(static_cast<std::uint32_t>(formats::fit::MessageNumber::record)));
    meaning.field = static_cast<std::uint8_t>(*stands_for);
  } else if (const auto named = by_name(description.text(field::name), description.text(field::unit))) {
    meaning.message = static_cast<std::uint16_t>(formats::fit::MessageNumber::record);
    meaning.field = *named;
  } else {
    return;
  }
  std::erase_if(meanings_, [&](const Meaning& known) {
    return known.developer == meaning.developer && known.number == meaning.number;
  });
  meanings_.push_back(meaning);
}

std::optional<DeveloperFields::Meaning> DeveloperFields::find(std::uint8_t developer, std::uint8_t number) const {
  const auto found = std::ranges::find_if(
      meanings_, [&](const Meaning& meaning) { return meaning.developer == developer && meaning.number == number; });
  if (found == meanings_.end()) return std::nullopt;
  return *found;
}

}  // namespace hipline::importers
