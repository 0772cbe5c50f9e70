#include "hipline/importers/duplicates.hpp"

#include <algorithm>
#include <cmath>

namespace hipline::importers {
namespace {

constexpr double least_overlap = 0.80;
constexpr double most_distance_gap = 0.05;

/// 80 % and 5 % belong to the side named in the rule, so binary rounding must not push them off it.
constexpr double rounding = 1e-9;

}  // namespace

bool same_activity(const model::Run& a, const model::Run& b) {
  const double shorter = std::min(a.elapsed.value(), b.elapsed.value());
  if (!(shorter > 0)) return a.start == b.start;
  const double a_end = a.elapsed.value();
  const double b_start = b.start - a.start;
  const double b_end = b_start + b.elapsed.value();
  const double overlap = std::min(a_end, b_end) - std::max(0.0, b_start);
  if (!(overlap >= least_overlap * shorter - rounding)) return false;
  if (!a.distance || !b.distance) return true;
  const double longer = std::max(a.distance->value(), b.distance->value());
  return std::abs(a.distance->value() - b.distance->value()) <= most_distance_gap * longer + rounding;
}

}  // namespace hipline::importers
