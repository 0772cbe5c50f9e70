#pragma once

#include <termios.h>

#include <chrono>
#include <optional>

namespace hipline::cli {

/// The terminal with each key at once and unechoed, for as long as this lives; then as it was before.
class RawTerminal {
 public:
  RawTerminal();
  ~RawTerminal();
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

  /// What came from the keyboard within a time.
  enum class Input { nothing, key, ended };
  struct Pressed {
    Input input = Input::nothing;
    char key = 0;
  };
  /// The end of the input, a hang-up and Ctrl-C are `ended`.
  Pressed wait(std::chrono::milliseconds time);

  /// Columns of the terminal; 80 where it does not say.
  static int columns();

 private:
  termios before_{};
  bool changed_ = false;
};

}  // namespace hipline::cli
