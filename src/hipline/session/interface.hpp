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
/// Fills the cues until `horizon` later, `cue_fields` numbers each, and gives their count.
HIPLINE_EXPORT(hipline_session_cues) int hipline_session_cues(HiplineSession* session, double horizon);
/// The numbers of the last `hipline_session_cues`.
HIPLINE_EXPORT(hipline_session_cue_numbers) const double* hipline_session_cue_numbers(HiplineSession* session);
/// Fills what was done, `done_fields` numbers each, and gives its count.
HIPLINE_EXPORT(hipline_session_done) int hipline_session_done(HiplineSession* session);
HIPLINE_EXPORT(hipline_session_done_numbers) const double* hipline_session_done_numbers(HiplineSession* session);

}  // extern "C"

namespace hipline::session {

/// step, kind, started, running, finished, phase, phase progress, in cycle, repetition, repetitions, number, counts
/// down, step progress, last, best, eased, clock, active
inline constexpr int view_fields = 18;
/// at, sound, says, step, phase
inline constexpr int cue_fields = 5;
/// step, worked, repetitions, whole
inline constexpr int done_fields = 4;

}  // namespace hipline::session
