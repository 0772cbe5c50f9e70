#include "hipline/session/interface.hpp"

#include <array>
#include <cmath>
#include <vector>

#include "hipline/session/cues.hpp"
#include "hipline/session/session.hpp"
#include "hipline/session/view.hpp"

using hipline::session::milliseconds;

/// One session with the numbers that were last asked for.
struct HiplineSession {
  hipline::session::Script script;
  hipline::session::State state;
  std::array<double, hipline::session::view_fields> view{};
  std::vector<double> cues;
  std::vector<double> done;
  std::vector<double> felt;
  std::vector<double> changed;
};

namespace {

namespace session = hipline::session;

/// Longer than any session, and short enough that sums of it stay whole numbers.
constexpr double longest = 1e12;

milliseconds time_of(double ms) {
  return milliseconds(ms > 0 && ms < longest ? static_cast<milliseconds::rep>(std::llround(ms)) : 0);
}

std::optional<milliseconds> known_time(double ms) { return ms >= 0 ? std::optional(time_of(ms)) : std::nullopt; }

double number_of(milliseconds time) { return static_cast<double>(time.count()); }

double number_of(const std::optional<milliseconds>& time) { return time ? number_of(*time) : -1; }

/// A value of an enumeration, or its first one where the number names none.
template <typename Enum>
Enum named(int number, Enum last) {
  return number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number) : Enum{};
}

}  // namespace

extern "C" {

HiplineSession* hipline_session_new() { return new HiplineSession; }

void hipline_session_free(HiplineSession* session) { delete session; }

void hipline_session_limits(HiplineSession* session, int rounds, int ease_from, int stop_from, double eased_share) {
  session->script.rounds = rounds;
  session->script.ease_from = ease_from;
  session->script.stop_from = stop_from;
  session->script.eased_share = eased_share;
}

void hipline_session_exercise(HiplineSession* session) { session->script.exercises.emplace_back(); }

void hipline_session_phase(HiplineSession* session, double length, int sound, int count) {
  if (session->script.exercises.empty()) return;
  session->script.exercises.back().phases.push_back({.length = time_of(length),
                                                     .sound = named(sound, session::Sound::end),
                                                     .count = named(count, session::Count::up)});
}

bool hipline_session_step(HiplineSession* session, int kind, int exercise, int round, int set, int sets, int side,
                          double length, int repetitions, double last, double best, double aim) {
  const bool known_kind = kind >= 0 && kind <= static_cast<int>(session::StepKind::pain);
  const bool known_side = side >= 0 && side <= static_cast<int>(session::Side::right);
  if (!known_kind || !known_side || exercise < 0 ||
      static_cast<std::size_t>(exercise) >= session->script.exercises.size())
    return false;
  session->script.steps.push_back({.kind = static_cast<session::StepKind>(kind),
                                   .exercise = static_cast<std::size_t>(exercise),
                                   .round = round,
                                   .set = set,
                                   .sets = sets,
                                   .side = static_cast<session::Side>(side),
                                   .length = time_of(length),
                                   .repetitions = repetitions,
                                   .last = known_time(last),
                                   .best = known_time(best),
                                   .aim = known_time(aim)});
  return true;
}

void hipline_session_begin(HiplineSession* session) { session->state = session::begin(session->script); }

void hipline_session_event(HiplineSession* session, int kind, double at, int value) {
  if (kind < 0 || kind > static_cast<int>(session::Event::Kind::leave)) return;
  session->state = session::after(session->script, std::move(session->state),
                                  {.kind = static_cast<session::Event::Kind>(kind), .at = time_of(at), .value = value});
}

const double* hipline_session_view(HiplineSession* session) {
  const session::View view = session::view(session->script, session->state);
  session->view = {static_cast<double>(session->state.step),
                   static_cast<double>(view.kind),
                   static_cast<double>(view.started),
                   static_cast<double>(view.running),
                   static_cast<double>(view.finished),
                   static_cast<double>(view.phase),
                   view.phase_progress,
                   number_of(view.in_cycle),
                   static_cast<double>(view.repetition),
                   static_cast<double>(view.repetitions),
                   number_of(view.number),
                   static_cast<double>(view.counts_down),
                   view.step_progress,
                   number_of(view.last),
                   number_of(view.best),
                   static_cast<double>(view.eased),
                   number_of(session->state.at),
                   number_of(session->state.active)};
  return session->view.data();
}

int hipline_session_shown_seconds(double number, bool counts_down) {
  return session::shown_seconds(time_of(number), counts_down);
}

int hipline_session_cues(HiplineSession* session, double horizon) {
  session->cues.clear();
  const auto cues = session::cues(session->script, session->state, time_of(horizon));
  for (const session::Cue& cue : cues) {
    session->cues.push_back(number_of(cue.at));
    session->cues.push_back(static_cast<double>(cue.sound));
    session->cues.push_back(static_cast<double>(cue.says));
    session->cues.push_back(static_cast<double>(cue.step));
    session->cues.push_back(static_cast<double>(cue.phase));
  }
  return static_cast<int>(cues.size());
}

const double* hipline_session_cue_numbers(HiplineSession* session) { return session->cues.data(); }

int hipline_session_done(HiplineSession* session) {
  session->done.clear();
  for (const session::Done& done : session->state.done) {
    session->done.push_back(static_cast<double>(done.step));
    session->done.push_back(number_of(done.worked));
    session->done.push_back(done.repetitions);
    session->done.push_back(static_cast<double>(done.whole));
  }
  return static_cast<int>(session->state.done.size());
}

const double* hipline_session_done_numbers(HiplineSession* session) { return session->done.data(); }

int hipline_session_felt(HiplineSession* session) {
  session->felt.clear();
  for (const session::Felt& felt : session->state.felt) {
    session->felt.push_back(static_cast<double>(felt.exercise));
    session->felt.push_back(felt.round);
    session->felt.push_back(felt.pain.value_or(-1));
    session->felt.push_back(static_cast<double>(felt.sharp));
  }
  return static_cast<int>(session->state.felt.size());
}

const double* hipline_session_felt_numbers(HiplineSession* session) { return session->felt.data(); }

int hipline_session_changed(HiplineSession* session) {
  session->changed.clear();
  for (std::size_t i = 0; i < session->state.eased_from.size(); ++i) {
    session->changed.push_back(session->state.eased_from[i]);
    session->changed.push_back(session->state.stopped_in[i]);
  }
  return static_cast<int>(session->state.eased_from.size());
}

const double* hipline_session_changed_numbers(HiplineSession* session) { return session->changed.data(); }

int hipline_session_next_work(HiplineSession* session) {
  const auto next = session::next_work(session->script, session->state);
  return next ? static_cast<int>(*next) : -1;
}

bool hipline_session_left(HiplineSession* session) { return session->state.left; }

}  // extern "C"
