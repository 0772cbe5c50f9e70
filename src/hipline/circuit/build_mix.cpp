#include "hipline/circuit/build_mix.hpp"

#include <algorithm>

#include "hipline/circuit/coverage.hpp"
#include "hipline/circuit/prescribe.hpp"

namespace hipline::circuit {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

std::vector<std::string> done_in(const Prescription& session) {
  std::vector<std::string> ids;
  for (const PrescribedExercise& exercise : session.exercises) {
    if (!exercise.left_out_because) ids.push_back(exercise.exercise);
  }
  return ids;
}

/// Takes away rounds, then the exercises picked last, until the session is no longer than the budget.
void fit_into(Mix& mix) {
  Prescription& session = mix.session;
  const int rounds = session.rounds;
  const int highest = session.rounds_highest;
  while (!done_in(session).empty()) {
    for (session.rounds = rounds; session.rounds > 1 && total_of(session) > mix.budget;) --session.rounds;
    if (total_of(session) <= mix.budget) break;
    const std::string last = done_in(session).back();
    std::erase_if(session.exercises, [&](const PrescribedExercise& exercise) { return exercise.exercise == last; });
    mix.no_time.insert(mix.no_time.begin(), last);
  }
  session.short_form = session.rounds == 1 && rounds > 1;
  session.rounds_highest = session.rounds;
  for (Prescription more = session; more.rounds < highest;) {
    ++more.rounds;
    if (total_of(more) > mix.budget) break;
    session.rounds_highest = more.rounds;
  }
  session.total = total_of(session);
}

}  // namespace

Mix build_mix(const Picked& picked, const DoseInput& input, const Library& library,
              const std::vector<rules::Rule>& circuit_rules, const rules::Parameters& parameters) {
  std::vector<std::string> chosen;
  for (const std::string& id : picked.exercises) {
    if (!contains(chosen, id)) chosen.push_back(id);
  }
  // The rules that fit minutes to rounds know the therapist's circuit; a mix has a length of its own and is fitted
  // below.
  DoseInput unhurried = input;
  unhurried.minutes_available.reset();
  const auto prescribed = [&](const std::vector<std::string>& ids) {
    return prescribe(ids, unhurried, library, circuit_rules, parameters);
  };
  Mix mix;
  mix.budget_named = input.minutes_available.has_value();
  const Prescription circuit = prescribe(input, library, circuit_rules, parameters);
  mix.budget = mix.budget_named ? minutes(*input.minutes_available) : circuit.total;
  mix.session = prescribed(chosen);
  if (!mix.session.any) return mix;
  fit_into(mix);
  const std::vector<std::string> done = done_in(mix.session);
  for (const std::string& id : done_in(circuit)) {
    if (!contains(done, id)) mix.replaced.push_back(id);
  }

  std::vector<std::string> others;
  for (const Exercise& exercise : library.exercises) {
    if (!contains(done, exercise.id) && !contains(mix.no_time, exercise.id)) others.push_back(exercise.id);
  }
  const Prescription on_offer = prescribed(others);
  std::vector<Candidate> candidates;
  for (const std::string& id : done_in(on_offer)) candidates.push_back({id, contains(picked.favourites, id)});
  mix.cover = coverage(done, library);
  mix.session.covers.clear();
  mix.session.misses.clear();
  for (const Direction direction : mix.cover.covered) mix.session.covers.emplace_back(name(direction));
  for (const Direction direction : mix.cover.missing) mix.session.misses.emplace_back(name(direction));
  mix.addition = smallest_addition(done, candidates, library);
  for (const PrescribedExercise& exercise : on_offer.exercises) {
    if (contains(mix.addition.exercises, exercise.exercise))
      mix.addition_time += exercise.time + on_offer.rest_between_exercises;
  }
  mix.addition_fits = mix.session.total + mix.addition_time * std::max(mix.session.rounds, 1) <= mix.budget;
  return mix;
}

}  // namespace hipline::circuit
