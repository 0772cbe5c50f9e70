#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/ports/store.hpp"
#include "hipline/app/ports/zones.hpp"
#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/model/history.hpp"

namespace hipline::app {

/// Everything that setup fills.
struct Profile {
  model::Runner runner;
  std::optional<model::Race> race;
  model::Ache ache;
  bool zone_known = false;   ///< said, or kept from an earlier setup
  bool units_known = false;  ///< likewise
};

/// What is kept of a runner. Errors: as the store.
Result<Profile> load_profile(Store& store, const std::string& runner_id);
/// Keeps all of it or nothing; a zone that was never said becomes the machine's. Errors: as the store.
Status save_profile(Store& store, Profile profile, const Zones& zones);

/// What answers are measured against.
struct SetupRound {
  LocalDay today;
  const Zones& zones;
};

/// The ids of all fields that setup can fill, each also a flag. content/setup has one file for each of them.
const std::vector<std::string>& setup_field_ids();

/// A field's answer as it stands, in the words a flag would use; nothing where it is not known.
std::optional<std::string> known_answer(const catalog::SetupField& field, const Profile& profile);
/// The same for the eye: labels instead of words.
std::string shown_answer(const catalog::SetupField& field, const std::string& answer);

/// Puts an answer into the profile. Choices by their words or their numbers, several with commas; `forget` makes the
/// field unknown again. An empty text or `?` leaves everything as it is. Errors: bad_answer, out_of_range, bad_date,
/// race_long_past, unknown_zone, missing_field; `where` is the field's id.
Status tell(Profile& profile, const catalog::SetupField& field, std::string_view text, const SetupRound& round);

/// Whether the dialogue asks this field now: not by flag only, its condition holds, and, unless `again`, it is not
/// known.
bool is_asked(const catalog::SetupField& field, const Profile& profile, const catalog::Catalog& catalog, bool again);

}  // namespace hipline::app
