#include "hipline/cli/guide/guided_circuit.hpp"

#include <fmt/format.h>
#include <chrono>
#include <cstdio>
#include <optional>

#include "hipline/cli/guide/raw_terminal.hpp"

namespace hipline::cli {
namespace {

using Kind = app::GuideEvent::Kind;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// Screens are drawn so often that a second never shows twice or not at all.
constexpr milliseconds frame{100};

/// What a key means in the step in hand; nothing for a key that means nothing.
std::optional<app::GuideEvent> meaning(char key, const app::Guide& guide) {
  const auto* step = guide.step();
  if (!step) return std::nullopt;
  const bool asks = guide.view().kind == std::decay_t<decltype(guide.view().kind)>::pain;
  if (key == 'q') return app::GuideEvent{Kind::leave};
  if (key == 's') return app::GuideEvent{Kind::skip};
  if (asks) {
    // While the question stands the session runs; a pause would only hide it.
    if (key >= '0' && key <= '9') return app::GuideEvent{Kind::pain, {}, key - '0'};
    if (key == 't') return app::GuideEvent{Kind::pain, {}, 10};
    if (key == 'x') return app::GuideEvent{Kind::sharp};
    return std::nullopt;
  }
  switch (key) {
    case ' ':
    case '\n':
    case '\r': return app::GuideEvent{Kind::tap};
    case 'p': return app::GuideEvent{guide.view().running ? Kind::pause : Kind::go_on};
    case 'r': return app::GuideEvent{Kind::repeat};
    case 'e': return app::GuideEvent{Kind::easier};
    case '+': return app::GuideEvent{Kind::more_rest, {}, 15};
    default: return std::nullopt;
  }
}

class Leader {
 public:
  Leader(app::Guide& guide, const catalog::Texts& texts, const GuideOptions& options,
         const std::function<void(const app::Guide&)>& kept)
      : guide_(guide), texts_(texts), options_(options), kept_(kept), begun_(guide.state().at) {}

  void lead() {
    const milliseconds wait = options_.lines ? frame / options_.speed : frame;
    show();
    while (!guide_.finished()) {
      const auto pressed = terminal_.wait(std::max(wait, milliseconds(1)));
      if (pressed.input == RawTerminal::Input::ended) {
        happen({Kind::leave});
      } else if (pressed.input == RawTerminal::Input::key) {
        if (const auto event = meaning(pressed.key, guide_)) happen(*event);
      }
      // One moment for both: a cue between two readings of the clock would be lost.
      const milliseconds at = now();
      sound_until(at);
      guide_.take({Kind::tick, at, 0});
      show();
    }
  }

 private:
  [[nodiscard]] milliseconds now() const {
    return begun_ + std::chrono::duration_cast<milliseconds>(Clock::now() - started_) * options_.speed;
  }

  void happen(app::GuideEvent event) {
    event.at = now();
    sound_until(event.at);
    guide_.take(event);
    kept_(guide_);
  }

  /// Sounds, or says as lines, every cue from where we stand up to a moment.
  void sound_until(milliseconds until) {
    bool beep = false;
    for (const auto& cue : guide_.cues(std::max(until - guide_.state().at, milliseconds(0)))) {
      if (cue.at < heard_) continue;
      beep = beep || cue.sound != std::decay_t<decltype(cue.sound)>::none;
      if (!options_.lines) continue;
      if (const auto said = guide_.words(cue); !said.empty()) fmt::print("{}\n", said);
    }
    heard_ = std::max(heard_, until);
    if (beep && !options_.silent) fmt::print("\a");
    std::fflush(stdout);
  }

  void show() {
    if (options_.lines) return show_lines();
    const std::string screen =
        app::guide_screen(guide_, texts_, {.columns = RawTerminal::columns(), .colour = !options_.plain});
    if (screen == shown_) return;
    shown_ = screen;
    // From the top, over what stood there, and then nothing below: no flicker.
    std::string out = "\x1b[H";
    for (const char c : screen) out += c == '\n' ? std::string("\x1b[K\n") : std::string(1, c);
    fmt::print("{}{}\x1b[J", std::exchange(drawn_, true) ? "" : "\x1b[2J", out);
    std::fflush(stdout);
  }

  /// Each step once, when it begins: its number is not read out.
  void show_lines() {
    const bool started = guide_.state().started;
    if (guide_.finished() || (told_ == guide_.state().step && told_started_ == started)) return;
    told_ = guide_.state().step;
    told_started_ = started;
    if (!started) {
      fmt::print("{}\n", texts_.say("guide.first"));
    } else if (guide_.view().kind == std::decay_t<decltype(guide_.view().kind)>::pain) {
      fmt::print("{} {}\n", texts_.say("guide.pain_scale"), texts_.say("guide.keys_pain"));
    }
    std::fflush(stdout);
  }

  app::Guide& guide_;
  const catalog::Texts& texts_;
  const GuideOptions& options_;
  const std::function<void(const app::Guide&)>& kept_;
  RawTerminal terminal_;
  Clock::time_point started_ = Clock::now();
  milliseconds begun_;
  milliseconds heard_{-1};
  std::string shown_;
  bool drawn_ = false;
  std::optional<std::size_t> told_;
  bool told_started_ = false;
};

}  // namespace

void lead_through(app::Guide& guide, const catalog::Texts& texts, const GuideOptions& options,
                  const std::function<void(const app::Guide&)>& kept) {
  Leader(guide, texts, options, kept).lead();
}

}  // namespace hipline::cli
