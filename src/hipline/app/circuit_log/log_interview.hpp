#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/model/history.hpp"

namespace hipline::app {

/// What was done of a circuit, as a short conversation: one exercise after the other, with what was prescribed as the
/// answer to amounts. How it felt is never answered by itself. Pure.
class LogInterview {
 public:
  /// Both must outlive this.
  LogInterview(const circuit::Prescription& prescription, const catalog::Catalog& catalog);

  /// The next question as a terminal shows it, ending in its prompt; nothing when all is said.
  [[nodiscard]] std::optional<std::string> next() const;
  /// Takes the answer to that question. Errors: as `tell`; the question then stays.
  Status answer(std::string_view text);
  /// Takes the last answer back; false at the first question.
  bool back();

  /// The lines of the exercises that were gone through to their end.
  [[nodiscard]] std::vector<model::CircuitEntry> lines() const;

 private:
  enum class Ask { rounds, did_it, amount, band, felt, pinching, stopped };
  struct Step {
    std::size_t exercise = 0;
    Ask ask = Ask::rounds;
  };
  /// One exercise as it is being told.
  struct Told {
    model::CircuitEntry line;
    bool done = true;
  };

  [[nodiscard]] bool applies(const Step& step) const;
  [[nodiscard]] const circuit::PrescribedExercise& prescribed(const Step& step) const;
  Status take(const Step& step, std::string_view text);
  Status take_felt(model::CircuitEntry& line, std::string_view text) const;
  Status take_amount(const Step& step, model::CircuitEntry& line, std::string_view text) const;
  [[nodiscard]] std::size_t next_from(std::size_t at) const;

  const circuit::Prescription& prescription_;
  const catalog::Catalog& catalog_;
  std::vector<std::size_t> chosen_;  ///< of the prescription's exercises, those to do
  std::vector<Step> steps_;
  std::vector<Told> told_;
  struct Before {
    std::size_t at = 0;
    std::vector<Told> told;
  };
  std::vector<Before> before_;  ///< what `back` returns to
  std::size_t at_ = 0;
};

}  // namespace hipline::app
