// What no combination of answers may bring about, on the bare rules of the real content.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "hipline/base/random.hpp"
#include "real_content.hpp"
#include "world.hpp"

namespace hipline {
namespace {

using rules::Level;

const Worlds& worlds() {
  static const Worlds all(real_content());
  return all;
}

std::string told(Level level) { return std::string(rules::name(level)); }

/// One fact's answer in a world, in its three forms.
struct Answers {
  Level no;
  Level yes;
  Level unknown;
};

/// A private bone-health answer may be declined: then it counts as a risk where an ache grows or does not ease, and
/// nowhere else (contract). It is no screening answer, so declining it never holds anyone at a clinician level by
/// itself.
bool may_be_declined(std::size_t fact) {
  const auto& facts = worlds().bone_health();
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

/// What must hold of every screening answer, whatever the other answers are.
void expect_care(const Answers& levels, std::size_t fact, const World& world) {
  const auto place = [&] { return worlds().name(fact) + " in: " + worlds().describe(world); };
  EXPECT_LE(levels.yes, levels.no) << "a red flag lowers care from " << told(levels.no) << " to " << told(levels.yes)
                                   << ": " << place();
  EXPECT_LE(levels.unknown, levels.no) << "unknown in place of no lowers care from " << told(levels.no) << " to "
                                       << told(levels.unknown) << ": " << place();
  if (rules::is_clinician_level(levels.yes) && !may_be_declined(fact)) {
    EXPECT_LE(levels.unknown, Level::clinician_before_running)
        << "unknown in place of an alarming yes gives " << told(levels.unknown) << ": " << place();
  }
}

Answers answers(World world, std::size_t fact) {
  Answers levels{};
  world[fact] = Worlds::no;
  levels.no = worlds().level(world);
  world[fact] = Worlds::yes;
  levels.yes = worlds().level(world);
  world[fact] = Worlds::unknown;
  levels.unknown = worlds().level(world);
  return levels;
}

std::vector<std::size_t> asked_facts() {
  std::vector<std::size_t> facts = worlds().screening();
  facts.insert(facts.end(), worlds().bone_health().begin(), worlds().bone_health().end());
  return facts;
}

/// Worlds to look from: nothing alarms; a deep ache of three weeks; the same without bone-health answers; a young
/// runner.
std::vector<World> starting_worlds() {
  World deep = worlds().reassuring();
  deep[*worlds().find("deep_or_groin")] = Worlds::yes;
  for (const char* const name : {"ache_days", "lasting_ache_days"}) {
    const std::size_t days = *worlds().find(name);
    deep[days] = worlds().place_of(days, rules::Value(21.0));
  }
  World undisclosed = deep;
  for (const std::size_t fact : worlds().bone_health()) undisclosed[fact] = Worlds::unknown;
  World young = worlds().reassuring();
  young[*worlds().find("under_18")] = Worlds::yes;
  return {worlds().reassuring(), deep, undisclosed, young};
}

TEST(Evaluator, lets_the_runner_run_as_planned_where_nothing_alarms) {
  World world = worlds().reassuring();
  EXPECT_EQ(worlds().level(world), Level::as_planned);
  EXPECT_GE(worlds().screening().size(), 50U);
}

TEST(Evaluator, keeps_care_over_the_whole_product_of_each_rules_facts) {
  const std::vector<std::size_t> asked = asked_facts();
  const std::set<std::size_t> is_asked(asked.begin(), asked.end());
  for (const World& from : starting_worlds()) {
    for (const auto& facts : worlds().facts_of_level_rules()) {
      World world = from;
      for (const std::size_t fact : facts) world[fact] = 0;
      bool more = true;
      while (more) {
        for (const std::size_t fact : facts) {
          if (is_asked.contains(fact)) expect_care(answers(world, fact), fact, world);
        }
        more = false;
        for (const std::size_t fact : facts) {
          if (++world[fact] < worlds().size_of(fact)) {
            more = true;
            break;
          }
          world[fact] = 0;
        }
      }
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST(Evaluator, keeps_care_in_all_pairs_and_triples_of_answers) {
  const std::vector<std::size_t> asked = asked_facts();
  World world = worlds().reassuring();
  for (std::size_t a = 0; a < asked.size(); ++a) {
    for (std::size_t b = a + 1; b < asked.size(); ++b) {
      for (std::size_t c = b + 1; c < asked.size(); ++c) {
        const std::size_t facts[3] = {asked[a], asked[b], asked[c]};
        Level levels[27];
        for (std::uint8_t i = 0; i < 27; ++i) {
          world[facts[0]] = i % 3;
          world[facts[1]] = i / 3 % 3;
          world[facts[2]] = i / 9;
          levels[i] = worlds().level(world);
        }
        const int strides[3] = {1, 3, 9};
        for (int fact = 0; fact < 3; ++fact) {
          for (int i = 0; i < 27; ++i) {
            if (i / strides[fact] % 3 != 0) continue;
            const Answers one{levels[i], levels[i + strides[fact]], levels[i + 2 * strides[fact]]};
            World there = worlds().reassuring();
            if (one.yes <= one.no && one.unknown <= one.no &&
                (!rules::is_clinician_level(one.yes) || rules::is_clinician_level(one.unknown))) {
              continue;
            }
            for (int k = 0; k < 3; ++k) there[facts[k]] = static_cast<std::uint8_t>(i / strides[k] % 3);
            expect_care(one, facts[fact], there);
          }
        }
        for (const std::size_t fact : facts) world[fact] = Worlds::no;
        if (testing::Test::HasFailure()) return;
      }
    }
  }
}

TEST(Evaluator, keeps_care_in_a_million_random_worlds) {
  const std::vector<std::size_t> asked = asked_facts();
  Random random(20261122);
  const auto below = [&](std::uint64_t end) { return random.next() % end; };
  for (int draw = 0; draw < 1'000'000; ++draw) {
    World world = worlds().reassuring();
    const std::uint64_t alarms = below(4);
    for (std::uint64_t i = 0; i < alarms; ++i) world[asked[below(asked.size())]] = Worlds::yes;
    const std::uint64_t gaps = below(3);
    for (std::uint64_t i = 0; i < gaps; ++i) world[asked[below(asked.size())]] = Worlds::unknown;
    const std::uint64_t others = below(6);
    for (std::uint64_t i = 0; i < others; ++i) {
      const std::size_t fact = worlds().free()[below(worlds().free().size())];
      world[fact] = static_cast<std::uint8_t>(below(worlds().size_of(fact)));
    }
    const std::size_t fact = asked[below(asked.size())];
    const Answers levels = answers(world, fact);
    if (levels.yes <= levels.no && levels.unknown <= levels.no &&
        (!rules::is_clinician_level(levels.yes) || rules::is_clinician_level(levels.unknown))) {
      continue;
    }
    expect_care(levels, fact, world);
    return;
  }
}

TEST(Evaluator, sends_nobody_running_with_any_screening_answer_open) {
  for (const World& from : starting_worlds()) {
    for (const std::size_t fact : worlds().screening()) {
      World world = from;
      world[fact] = Worlds::unknown;
      EXPECT_LE(worlds().level(world), Level::clinician_before_running) << worlds().name(fact);
    }
  }
}

TEST(Evaluator, lets_nobody_run_on_a_missing_number_where_the_mildest_ache_would_not) {
  const std::size_t worst = *worlds().find("worst");
  const std::vector<std::size_t> asked = asked_facts();
  int without_a_run = 0;
  for (const World& from : starting_worlds()) {
    for (const std::size_t a : asked) {
      for (const std::size_t b : asked) {
        World mild = from;
        mild[a] = Worlds::yes;
        mild[b] = Worlds::yes;
        mild[worst] = worlds().place_of(worst, rules::Value(1.0));
        World missing = mild;
        missing[worst] = worlds().place_of(worst, rules::Value(rules::Unknown{}));
        if (worlds().level(mild) > Level::cross_train) continue;
        ++without_a_run;
        EXPECT_LE(worlds().level(missing), Level::cross_train) << worlds().describe(missing);
      }
    }
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(without_a_run, 0);
}

/// A trend that runs show, and the answer in the runner's own words that stands beside it.
struct Trend {
  const char* measured;
  rules::Value alarming;
  const char* asked;
};

TEST(Evaluator, lets_no_trend_that_cannot_be_measured_reassure_because_it_is_asked_as_well) {
  const Trend trends[] = {{"growing", true, "ache_getting_worse"},
                          {"rise_over_three_runs", 2.0, "ache_getting_worse"},
                          {"fall_since_first_runs", 1.0, "ache_no_better"},
                          {"warm_up_pain_after_break", true, "pain_back_after_rest"}};
  const World deep = starting_worlds()[1];
  for (const bool declined : {false, true}) {
    for (const Trend& trend : trends) {
      World measured = declined ? starting_worlds()[2] : deep;
      const std::size_t fact = *worlds().find(trend.measured);
      measured[fact] = worlds().place_of(fact, rules::Value(rules::Unknown{}));
      World asked = measured;
      World skipped = measured;
      measured[fact] = worlds().place_of(fact, trend.alarming);
      asked[*worlds().find(trend.asked)] = Worlds::yes;
      skipped[*worlds().find(trend.asked)] = Worlds::unknown;
      const Level by_runs = worlds().level(measured);
      EXPECT_LE(by_runs, Level::clinician_before_running) << trend.measured;
      EXPECT_LE(worlds().level(asked), by_runs) << trend.asked;
      EXPECT_LE(worlds().level(skipped), Level::clinician_before_running) << trend.asked;
    }
  }
}

}  // namespace
}  // namespace hipline
