#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hipline::catalog {

/// One thing that setup asks of the runner, as it stands in content/setup; its id is also its flag (`race-day`).
struct SetupField {
  /// How an answer is written: words, yes or no, a number, a pain or stiffness of 0-10, a day, hours:minutes, a time
  /// zone, a country's two letters, one of the choices, or any of them.
  enum class Form { text, yes_no, number, scale, day, duration, zone, country, one_of, list };

  struct Choice {
    std::string word;   ///< what a flag says and what is kept
    std::string label;  ///< what the dialogue shows
  };

  /// Asked only where another field has this answer; `known`: any answer.
  struct AskedWhen {
    std::string field;
    std::string is;
  };

  std::string id;
  int order = 0;  ///< smaller is asked earlier
  std::string chapter;
  Form form = Form::text;
  std::string text;
  std::string help;
  std::string unit;
  bool whole = false;  ///< of a number: no fractions
  std::optional<double> lowest;
  std::optional<double> highest;
  std::vector<Choice> choices;
  std::string none_label;  ///< of a list where "none" is an answer and not only a skip
  std::optional<AskedWhen> asked_when;
  bool private_matter = false;  ///< explained, optional
  bool by_flag_only = false;    ///< never asked in the dialogue
};

}  // namespace hipline::catalog
