#pragma once

#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/model/history.hpp"
#include "hipline/session/cues.hpp"
#include "hipline/session/session.hpp"
#include "hipline/session/view.hpp"

namespace hipline::app {

using GuideEvent = session::Event;

/// A day's circuit as steps to be led through: getting ready, work and the change of sides, the question how it felt,
/// rests. The prescription must hold a circuit (`any`). Lengths come from content/parameters/session.yaml.
session::Script guide_script(const circuit::Prescription& prescription, const catalog::Catalog& catalog);
/// The same with a library that holds the runner's own exercises too.
session::Script guide_script(const circuit::Prescription& prescription, const circuit::Library& library,
                             const catalog::Catalog& catalog);

/// What was done, as lines of the circuit's log: one for each exercise that was begun. What was not said stays unknown.
std::vector<model::CircuitEntry> guided_lines(const circuit::Prescription& prescription, const session::Script& script,
                                              const session::State& state);

/// One guided circuit as it runs: the script, what happened so far, and what that makes of it.
class Guide {
 public:
  explicit Guide(session::Script script) : script_(std::move(script)), state_(session::begin(script_)) {}

  void take(const session::Event& event);

  [[nodiscard]] const session::Script& script() const { return script_; }
  [[nodiscard]] const session::State& state() const { return state_; }
  /// All that has to be kept to go on later.
  [[nodiscard]] const std::vector<session::Event>& events() const { return events_; }
  [[nodiscard]] bool finished() const { return session::finished(script_, state_); }
  /// The step in hand; nothing once finished.
  [[nodiscard]] const session::Step* step() const;
  [[nodiscard]] session::View view() const { return session::view(script_, state_); }
  [[nodiscard]] std::vector<session::Cue> cues(session::milliseconds horizon) const {
    return session::cues(script_, state_, horizon);
  }
  [[nodiscard]] std::string_view words(const session::Cue& cue) const { return session::words(script_, cue); }

 private:
  session::Script script_;
  session::State state_;
  std::vector<session::Event> events_;
};

}  // namespace hipline::app
