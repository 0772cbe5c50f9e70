#include "hipline/app/guide/guide.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace hipline::app {
namespace {

using session::milliseconds;
using session::Step;
using session::StepKind;

milliseconds in_ms(Seconds seconds) { return milliseconds(std::llround(seconds.value() * 1000)); }

double in_seconds(milliseconds time) { return std::round(static_cast<double>(time.count()) / 1000); }

session::Sound sound_named(std::string_view name) {
  if (name == "rise") return session::Sound::rise;
  if (name == "tick") return session::Sound::tick;
  if (name == "tick-5") return session::Sound::tick_5;
  if (name == "soft") return session::Sound::soft;
  if (name == "end") return session::Sound::end;
  return session::Sound::none;
}

session::Count count_named(std::string_view name) {
  if (name == "rep") return session::Count::repetition;
  if (name == "down") return session::Count::down;
  if (name == "up") return session::Count::up;
  return session::Count::nothing;
}

std::string capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

/// The phases of an exercise that nobody has drawn yet: its beat, with the usual sounds.
std::vector<session::Phase> phases_of_tempo(const circuit::Exercise& exercise, const catalog::Catalog& catalog) {
  const milliseconds counted = milliseconds(2000);
  std::vector<session::Phase> phases;
  if (exercise.hold || exercise.tempo.empty()) {
    const bool hold = exercise.hold || !exercise.dose.repetitions;
    phases.push_back({.name = catalog.texts.say("guide.get_set"),
                      .cue = catalog.texts.say("guide.get_set"),
                      .length = counted,
                      .sound = session::Sound::soft});
    phases.push_back({.name = catalog.texts.say("guide.work"),
                      .cue = catalog.texts.say("guide.work"),
                      .length = counted,
                      .sound = hold ? session::Sound::tick_5 : session::Sound::rise,
                      .count = hold ? session::Count::up : session::Count::repetition});
    return phases;
  }
  for (const circuit::TempoPhase& part : exercise.tempo) {
    session::Phase phase{.name = part.name, .cue = capital(part.name), .length = in_ms(part.length)};
    const bool first = phases.empty();
    phase.sound = part.fast                ? session::Sound::rise
                  : phase.length > counted ? session::Sound::tick
                  : first                  ? session::Sound::soft
                                           : session::Sound::none;
    phase.count = phase.length > counted ? session::Count::down
                  : first                ? session::Count::repetition
                                         : session::Count::nothing;
    phases.push_back(std::move(phase));
  }
  return phases;
}

std::vector<session::Phase> phases_of(const circuit::Exercise& exercise, const catalog::Catalog& catalog) {
  const circuit::Figure* figure = catalog.library.find_figure(exercise.figure);
  if (!figure) return phases_of_tempo(exercise, catalog);
  std::vector<session::Phase> phases;
  for (const circuit::FigurePhase& part : figure->phases) {
    phases.push_back({.name = part.name,
                      .cue = part.cue,
                      .length = in_ms(part.length),
                      .sound = sound_named(part.sound),
                      .count = count_named(part.count)});
  }
  return phases;
}

/// The form of the exercise that is to be done today.
const circuit::Variant* form_today(const circuit::Exercise& exercise, const std::string& variant) {
  for (const auto* forms : {&exercise.variants, &exercise.regressions, &exercise.progressions})
    for (const circuit::Variant& form : *forms)
      if (form.id == variant) return &form;
  return nullptr;
}

session::Exercise exercise_of(const circuit::PrescribedExercise& prescribed, const circuit::Library& library,
                              const catalog::Catalog& catalog) {
  session::Exercise exercise;
  exercise.id = prescribed.exercise;
  const circuit::Exercise* known = library.find_exercise(prescribed.exercise);
  if (!known) return exercise;
  exercise.title = known->title;
  const circuit::Variant* form = form_today(*known, prescribed.variant);
  if (form) exercise.title += ": " + form->title;
  const auto easier = std::find_if(known->regressions.begin(), known->regressions.end(),
                                   [&](const circuit::Variant& one) { return one.id != prescribed.variant; });
  if (easier != known->regressions.end()) exercise.easier = easier->title + ". " + easier->how;
  if (known->hold && !known->stops.empty()) exercise.stop_cue = catalog.texts.say("guide.stop_hold");
  exercise.phases = phases_of(*known, catalog);
  return exercise;
}

/// Lays the steps of one circuit.
class Writer {
 public:
  Writer(const circuit::Prescription& prescription, const circuit::Library& library, const catalog::Catalog& catalog)
      : prescription_(prescription), library_(library), catalog_(catalog) {
    script_.rounds = prescription.rounds;
    script_.ease_from = static_cast<int>(catalog.parameters.value("circuit.pain_calm_max")) + 1;
    script_.stop_from = static_cast<int>(catalog.parameters.value("circuit.pain_stop_above")) + 1;
    script_.eased_share = catalog.parameters.value("session.eased_share");
    for (const circuit::PrescribedExercise& exercise : prescription.exercises) {
      if (exercise.left_out_because) continue;
      prescribed_.push_back(&exercise);
      script_.exercises.push_back(exercise_of(exercise, library, catalog));
    }
  }

  session::Script script() {
    for (int round = 1; round <= prescription_.rounds; ++round)
      for (std::size_t i = 0; i < prescribed_.size(); ++i) {
        if (round <= prescribed_[i]->rounds_most.value_or(round)) exercise(i, round);
      }
    if (!script_.steps.empty() && script_.steps.back().kind == StepKind::rest) script_.steps.pop_back();
    return std::move(script_);
  }

 private:
  void exercise(std::size_t index, int round) {
    const circuit::PrescribedExercise& prescribed = *prescribed_[index];
    const circuit::Exercise* known = library_.find_exercise(prescribed.exercise);
    const bool per_side = !known || known->dose.per_side;
    const int sets = std::max(prescribed.sets, 1);
    for (int set = 1; set <= sets; ++set) {
      Step step{.exercise = index, .round = round, .set = set, .sets = sets};
      if (per_side) {
        for (const session::Side side : {session::Side::left, session::Side::right}) {
          step.side = side;
          work(prescribed, known, step, set == 1 && side == session::Side::left);
        }
      } else {
        work(prescribed, known, step, set == 1);
      }
      if (set < sets) rest(index, round, prescribed.rest_after, set, sets);
    }
    script_.steps.push_back({.kind = StepKind::pain,
                             .exercise = index,
                             .round = round,
                             .set = sets,
                             .sets = sets,
                             .say = catalog_.texts.say("guide.pain_question")});
    const bool last = index + 1 == prescribed_.size();
    rest(index, round, last ? prescription_.rest_between_rounds : prescription_.rest_between_exercises, sets, sets);
  }

  void rest(std::size_t exercise, int round, Seconds length, int set, int sets) {
    if (length.value() <= 0) return;
    script_.steps.push_back({.kind = StepKind::rest,
                             .exercise = exercise,
                             .round = round,
                             .set = set,
                             .sets = sets,
                             .length = in_ms(length),
                             .say = catalog_.texts.say("guide.rest")});
  }

  void work(const circuit::PrescribedExercise& prescribed, const circuit::Exercise* known, Step step, bool first) {
    const char* side = step.side == session::Side::left    ? "guide.side_left"
                       : step.side == session::Side::right ? "guide.side_right"
                                                           : "guide.side_both";
    step.kind = StepKind::get_ready;
    step.length = in_ms(Seconds(catalog_.parameters.value(first ? "session.get_ready_s" : "session.side_switch_s")));
    step.say = catalog_.texts.say(side);
    if (first) step.say = script_.exercises[step.exercise].title + ". " + step.say;
    script_.steps.push_back(step);
    step.say.clear();
    step.length = milliseconds(0);
    amount(prescribed, known, step);
    script_.steps.push_back(std::move(step));
  }

  /// What one set on one side asks for.
  void amount(const circuit::PrescribedExercise& prescribed, const circuit::Exercise* known, Step& step) const {
    if (prescribed.repetitions) {
      step.kind = StepKind::repetitions;
      step.repetitions = *prescribed.repetitions;
      return;
    }
    const Seconds low = prescribed.work.value_or(Seconds(0));
    const Seconds high = prescribed.work_highest.value_or(low);
    const bool right = step.side == session::Side::right;
    const auto& aim = right ? prescribed.progress.aim_right : prescribed.progress.aim_left;
    if (prescribed.progress.last) {
      const circuit::LastTime& last = *prescribed.progress.last;
      if (const auto& held = right ? last.right : last.left) step.last = in_ms(*held);
      if (const auto& best = right ? last.best_right : last.best_left) step.best = in_ms(*best);
    }
    step.aim = in_ms(aim.value_or(low));
    step.kind = known && known->hold ? StepKind::hold : StepKind::work;
    // A hold to fatigue is the runner's to end; everything else ends at the upper end of its guide.
    if (step.kind == StepKind::work || !prescribed.to_fatigue) step.length = in_ms(std::max(high, aim.value_or(low)));
  }

  const circuit::Prescription& prescription_;
  const circuit::Library& library_;
  const catalog::Catalog& catalog_;
  std::vector<const circuit::PrescribedExercise*> prescribed_;
  session::Script script_;
};

/// What was done of one exercise.
model::CircuitEntry line_of(const circuit::Prescription& prescription, const circuit::PrescribedExercise& prescribed,
                            std::size_t index, const session::Script& script, const session::State& state) {
  model::CircuitEntry line;
  line.day = prescription.day;
  line.exercise = prescribed.exercise;
  line.band = prescribed.band;
  int rounds = 0;
  int sets = 0;
  bool whole = true;
  for (const session::Done& done : state.done) {
    const Step& step = script.steps[done.step];
    if (step.exercise != index) continue;
    whole = whole && done.whole;
    if (done.worked.count() == 0) continue;
    rounds = std::max(rounds, step.round);
    sets = std::max(sets, step.set);
    if (step.kind == StepKind::repetitions) {
      // Of the last set; the weaker side says how many.
      const bool same_set = step.side == session::Side::right && line.repetitions;
      line.repetitions = same_set ? std::min(*line.repetitions, done.repetitions) : done.repetitions;
    } else if (done.whole) {
      if (step.side != session::Side::right) line.hold_left_s = in_seconds(done.worked);
      if (step.side != session::Side::left) line.hold_right_s = in_seconds(done.worked);
    }
  }
  line.rounds = rounds;
  line.sets = sets;
  for (const session::Felt& felt : state.felt) {
    if (felt.exercise != index) continue;
    if (felt.pain) line.pain = std::max(line.pain.value_or(0), *felt.pain);
    if (felt.sharp) line.pinching = true;
  }
  const auto asked = std::count_if(script.steps.begin(), script.steps.end(), [&](const Step& step) {
    return step.exercise == index && session::is_work(step.kind);
  });
  const auto done = std::count_if(state.done.begin(), state.done.end(),
                                  [&](const session::Done& one) { return script.steps[one.step].exercise == index; });
  line.stopped_early = !whole || done < asked;
  return line;
}

}  // namespace

session::Script guide_script(const circuit::Prescription& prescription, const catalog::Catalog& catalog) {
  return guide_script(prescription, catalog.library, catalog);
}

session::Script guide_script(const circuit::Prescription& prescription, const circuit::Library& library,
                             const catalog::Catalog& catalog) {
  return Writer(prescription, library, catalog).script();
}

std::vector<model::CircuitEntry> guided_lines(const circuit::Prescription& prescription, const session::Script& script,
                                              const session::State& state) {
  std::vector<model::CircuitEntry> lines;
  std::size_t index = 0;
  for (const circuit::PrescribedExercise& prescribed : prescription.exercises) {
    if (prescribed.left_out_because) continue;
    model::CircuitEntry line = line_of(prescription, prescribed, index++, script, state);
    if (line.sets > 0) lines.push_back(std::move(line));
  }
  return lines;
}

void Guide::take(const session::Event& event) {
  state_ = session::after(script_, std::move(state_), event);
  if (event.kind != session::Event::Kind::tick) events_.push_back(event);
}

const session::Step* Guide::step() const { return finished() ? nullptr : &script_.steps[state_.step]; }

}  // namespace hipline::app
