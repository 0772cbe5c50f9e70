#pragma once

#include <functional>

#include "hipline/app/guide/guide.hpp"
#include "hipline/app/guide/guide_screen.hpp"
#include "hipline/catalog/texts.hpp"

namespace hipline::cli {

/// How the terminal leads.
struct GuideOptions {
  bool silent = false;  ///< no beeps
  bool plain = false;   ///< no bold, no colour
  bool lines = false;   ///< one line for each cue instead of a screen: for screen readers and for a log
  int speed = 1;        ///< time runs so many times as fast: for trying it out
};

/// Leads through a circuit at the terminal until its end, or until it is left. `kept` is called after everything that
/// happened, so that it can be kept.
void lead_through(app::Guide& guide, const catalog::Texts& texts, const GuideOptions& options,
                  const std::function<void(const app::Guide&)>& kept);

}  // namespace hipline::cli
