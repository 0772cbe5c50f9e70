#include "hipline/triage/weigh_origin.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "hipline/base/assertion.hpp"

namespace hipline::triage {
namespace {

using rules::Truth;

struct Scales {
  double strain = 0;
  double load = 0;
  bool neither_fits = false;

  void add(const OriginSign& sign) {
    switch (sign.towards) {
      case Towards::strain: strain += sign.weight; break;
      case Towards::load: load += sign.weight; break;
      case Towards::neither: neither_fits = true; break;
    }
  }
};

Leaning leaning_of(const Scales& scales, const rules::Parameters& parameters) {
  if (scales.neither_fits) return Leaning::neither;
  const double margin = parameters.value("origin.margin");
  const double least = parameters.value("origin.lean_least");
  const double both = parameters.value("origin.both_least");
  const double ahead = scales.strain - scales.load;
  if (ahead >= margin && scales.strain >= least) return Leaning::strain;
  if (-ahead >= margin && scales.load >= least) return Leaning::load;
  if (std::abs(ahead) < margin && scales.strain >= both && scales.load >= both) return Leaning::both;
  return Leaning::uncertain;
}

OriginSign sign_of(const rules::Rule& rule, const rules::Parameters& parameters) {
  for (const rules::Outcome& outcome : rule.then) {
    const auto* word = std::get_if<rules::Require>(&outcome);
    const auto known = std::find_if(origin_words.begin(), origin_words.end(),
                                    [&](const OriginWord& w) { return word && w.tag == word->tag; });
    if (known == origin_words.end()) continue;
    return {rule.id, known->towards, known->weight.empty() ? 0 : parameters.value(known->weight), {}};
  }
  HIPLINE_ASSERT(false);  // the catalog refuses such a rule
  return {};
}

}  // namespace

Origin weigh_origin(const std::vector<rules::Rule>& rules, const rules::Facts& facts, rules::Level level,
                    const rules::Parameters& parameters) {
  Origin origin;
  Scales scales;
  std::vector<OriginSign> open;
  for (const rules::Rule& rule : rules) {
    rules::Evaluation evaluation = rules::evaluate(rule.when, facts);
    if (evaluation.fires == Truth::no) continue;
    OriginSign sign = sign_of(rule, parameters);
    sign.facts = std::move(evaluation.deciding);
    if (evaluation.fires == Truth::yes) scales.add(sign);
    (evaluation.fires == Truth::yes ? origin.signs : open).push_back(std::move(sign));
  }
  origin.strain = scales.strain;
  origin.load = scales.load;
  origin.see_first = rules::is_clinician_level(level);
  origin.leans = origin.see_first ? Leaning::neither : leaning_of(scales, parameters);
  if (origin.see_first) open.clear();
  for (OriginSign& sign : open) {
    Scales with = scales;
    with.add(sign);
    const Leaning leads_to = leaning_of(with, parameters);
    if (leads_to != origin.leans) origin.would_change.push_back({std::move(sign), leads_to});
  }
  std::stable_sort(origin.signs.begin(), origin.signs.end(),
                   [](const OriginSign& a, const OriginSign& b) { return a.weight > b.weight; });
  std::stable_sort(origin.would_change.begin(), origin.would_change.end(),
                   [](const OpenSign& a, const OpenSign& b) { return a.sign.weight > b.sign.weight; });
  return origin;
}

}  // namespace hipline::triage
