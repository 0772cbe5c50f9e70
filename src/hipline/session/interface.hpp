#pragma once

#include <cstddef>
#include <cstdint>

/// The session as a small C interface of numbers, for the browser. Words stay with the shell: it knows the script's.
/// Enumerations are numbered in the order in which script.hpp and session.hpp name them; times are milliseconds; a time
/// that is not known is below 0. A session lives from `hipline_session_new` to `hipline_session_free`.
#if defined(__wasm__)
#define HIPLINE_EXPORT(name) __attribute__((export_name(#name)))
#else
#define HIPLINE_EXPORT(name)
#endif

extern "C" {

struct HiplineSession;

HIPLINE_EXPORT(hipline_session_new) HiplineSession* hipline_session_new();
HIPLINE_EXPORT(hipline_session_free) void hipline_session_free(HiplineSession* session);

/// What pain changes, and how many rounds there are.
HIPLINE_EXPORT(hipline_session_limits)
void hipline_session_limits(HiplineSession* session, int rounds, int ease_from, int stop_from, double eased_share);
/// Adds an exercise without phases.
HIPLINE_EXPORT(hipline_session_exercise) void hipline_session_exercise(HiplineSession* session);
/// Adds a phase to the last exercise.
HIPLINE_EXPORT(hipline_session_phase)
void hipline_session_phase(HiplineSession* session, double length, int sound, int count);
/// Adds a step. False where it names an exercise that is not there, or a kind or side that does not exist.
HIPLINE_EXPORT(hipline_session_step)
bool hipline_session_step(HiplineSession* session, int kind, int exercise, int round, int set, int sets, int side,
                          double length, int repetitions, double last, double best, double aim);

/// Back to before the first tap. Call it once the script is whole.
HIPLINE_EXPORT(hipline_session_begin) void hipline_session_begin(HiplineSession* session);
/// Takes one event. A kind that does not exist changes nothing.
HIPLINE_EXPORT(hipline_session_event)
void hipline_session_event(HiplineSession* session, int kind, double at, int value);

/// Fills what `view_fields` names, in that order.
HIPLINE_EXPORT(hipline_session_view) const double* hipline_session_view(HiplineSession* session);
/// A time as the big number shows it: whole seconds.
HIPLINE_EXPORT(hipline_session_shown_seconds) int hipline_session_shown_seconds(double number, bool counts_down);
/// Fills the cues until `horizon` later, `cue_fields` numbers each, and gives their count.
HIPLINE_EXPORT(hipline_session_cues) int hipline_session_cues(HiplineSession* session, double horizon);
/// The numbers of the last `hipline_session_cues`.
HIPLINE_EXPORT(hipline_session_cue_numbers) const double* hipline_session_cue_numbers(HiplineSession* session);
/// Fills what was done, `done_fields` numbers each, and gives its count.
HIPLINE_EXPORT(hipline_session_done) int hipline_session_done(HiplineSession* session);
HIPLINE_EXPORT(hipline_session_done_numbers) const double* hipline_session_done_numbers(HiplineSession* session);
/// Fills how it felt, `felt_fields` numbers each, and gives its count.
HIPLINE_EXPORT(hipline_session_felt) int hipline_session_felt(HiplineSession* session);
HIPLINE_EXPORT(hipline_session_felt_numbers) const double* hipline_session_felt_numbers(HiplineSession* session);
/// Fills what pain changed, `changed_fields` numbers for each exercise, and gives the count of exercises.
HIPLINE_EXPORT(hipline_session_changed) int hipline_session_changed(HiplineSession* session);
HIPLINE_EXPORT(hipline_session_changed_numbers) const double* hipline_session_changed_numbers(HiplineSession* session);
/// The next step of work that will come; below 0 where none does.
HIPLINE_EXPORT(hipline_session_next_work) int hipline_session_next_work(HiplineSession* session);
/// Whether it was ended before its end.
HIPLINE_EXPORT(hipline_session_left) bool hipline_session_left(HiplineSession* session);

}  // extern "C"

namespace hipline::session {

/// step, kind, started, running, finished, phase, phase progress, in cycle, repetition, repetitions, number, counts
/// down, step progress, last, best, eased, clock, active
inline constexpr int view_fields = 18;
/// at, sound, says, step, phase
inline constexpr int cue_fields = 5;
/// step, worked, repetitions, whole
inline constexpr int done_fields = 4;
/// exercise, round, pain (below 0: not said), sharp
inline constexpr int felt_fields = 4;
/// the round from which it is easier, the round in which it was stopped for today; 0: neither
inline constexpr int changed_fields = 2;

}  // namespace hipline::session
