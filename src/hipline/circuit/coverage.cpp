#include "hipline/circuit/coverage.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>

#include "hipline/base/assertion.hpp"

namespace hipline::circuit {
namespace {

const std::vector<Direction>& wanted(const Library& library) {
  const Circuit* circuit = library.therapist_circuit();
  HIPLINE_ASSERT(circuit != nullptr);
  return circuit->cover;
}

/// The cheapest way to cover a set of directions with the candidates from one on.
struct Way {
  int exercises = 0;
  int others = 0;     ///< that are no favourites
  bool take = false;  ///< the candidate at this place belongs to it

  friend bool operator<(const Way& a, const Way& b) {
    return std::tie(a.exercises, a.others) < std::tie(b.exercises, b.others);
  }
};

}  // namespace

Coverage coverage(const std::vector<std::string>& exercises, const Library& library) {
  std::vector<const Exercise*> known;
  for (const std::string& id : exercises) {
    if (const Exercise* exercise = library.find_exercise(id)) known.push_back(exercise);
  }
  Coverage result;
  for (const Direction direction : wanted(library)) {
    const bool covered = std::any_of(known.begin(), known.end(),
                                     [&](const Exercise* exercise) { return exercise->trains_direction(direction); });
    (covered ? result.covered : result.missing).push_back(direction);
  }
  return result;
}

Addition smallest_addition(const std::vector<std::string>& mix, const std::vector<Candidate>& candidates,
                           const Library& library) {
  // A set of missing directions is a number whose bits are the places in `missing`.
  const std::vector<Direction> missing = coverage(mix, library).missing;
  std::vector<std::uint32_t> trains;
  std::uint32_t within_reach = 0;
  for (const Candidate& candidate : candidates) {
    const Exercise* exercise = library.find_exercise(candidate.exercise);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; exercise != nullptr && i < missing.size(); ++i) {
      if (exercise->trains_direction(missing[i])) bits |= 1U << i;
    }
    trains.push_back(bits);
    within_reach |= bits;
  }

  // ways[i][need]: the best way to cover `need` with candidates i, i + 1, …. The earlier candidate is taken on a tie.
  const std::size_t sets = std::size_t{1} << missing.size();
  using Ways = std::vector<std::optional<Way>>;
  std::vector<Ways> ways(candidates.size() + 1, Ways(sets));
  ways.back()[0] = Way{};
  for (std::size_t i = candidates.size(); i-- > 0;) {
    for (std::uint32_t need = 0; need < sets; ++need) {
      std::optional<Way> best = ways[i + 1][need];
      if (best) best->take = false;
      if (const auto& rest = ways[i + 1][need & ~trains[i]]; rest && (need & trains[i]) != 0) {
        const Way with{rest->exercises + 1, rest->others + (candidates[i].favourite ? 0 : 1), true};
        if (!best || !(*best < with)) best = with;
      }
      ways[i][need] = best;
    }
  }

  Addition addition;
  std::uint32_t need = within_reach;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    HIPLINE_ASSERT(ways[i][need].has_value());
    if (!ways[i][need]->take) continue;
    addition.exercises.push_back(candidates[i].exercise);
    need &= ~trains[i];
  }
  for (std::size_t i = 0; i < missing.size(); ++i) {
    if ((within_reach >> i & 1U) == 0) addition.still_missing.push_back(missing[i]);
  }
  return addition;
}

}  // namespace hipline::circuit
