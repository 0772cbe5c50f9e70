#include "hipline/app/guide/guide_screen.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "hipline/exporters/text/layout.hpp"

namespace hipline::app {
namespace {

using session::Side;
using session::Step;
using session::StepKind;

constexpr int digit_rows = 5;
/// 0 to 9 and the colon, five rows of three.
constexpr std::array<std::array<std::string_view, digit_rows>, 11> digits = {{
    {"###", "# #", "# #", "# #", "###"},
    {"  #", "  #", "  #", "  #", "  #"},
    {"###", "  #", "###", "#  ", "###"},
    {"###", "  #", "###", "  #", "###"},
    {"# #", "# #", "###", "  #", "  #"},
    {"###", "#  ", "###", "  #", "###"},
    {"###", "#  ", "###", "# #", "###"},
    {"###", "  #", "  #", "  #", "  #"},
    {"###", "# #", "###", "# #", "###"},
    {"###", "# #", "###", "  #", "###"},
    {"   ", " # ", "   ", " # ", "   "},
}};

/// One character of a digit is this wide, so that it is about as high as broad.
std::string widened(std::string_view row) {
  std::string wide;
  for (const char c : row) wide += std::string(3, c);
  return wide;
}

std::string clock(int seconds) {
  if (seconds < 60) return std::to_string(seconds);
  const int rest = seconds % 60;
  return std::to_string(seconds / 60) + ":" + (rest < 10 ? "0" : "") + std::to_string(rest);
}

int whole_seconds(session::milliseconds time) { return session::shown_seconds(time, false); }

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

class Screen {
 public:
  Screen(const Guide& guide, const catalog::Texts& texts, const ScreenStyle& style)
      : guide_(guide), texts_(texts), style_(style), view_(guide.view()), step_(*guide.step()) {}

  std::string text() {
    const session::Exercise& exercise = guide_.script().exercises[step_.exercise];
    std::string place =
        say("round", {{"round", std::to_string(step_.round)}, {"rounds", std::to_string(guide_.script().rounds)}});
    if (step_.sets > 1)
      place += " · " + say("set", {{"set", std::to_string(step_.set)}, {"sets", std::to_string(step_.sets)}});
    std::string page = exporters::wrap(exercise.title) + exporters::wrap(place) + bar() + "\n";
    page += strong(headline()) + "\n\n";
    if (view_.kind == StepKind::pain) {
      page += exporters::wrap(say("pain_scale")) + exporters::wrap(say("pain_bands"));
    } else {
      page += number() + "\n" + below();
    }
    if (!view_.running) page += "\n" + exporters::wrap(say(view_.started ? "paused" : "first"));
    return page + "\n" + exporters::wrap(keys());
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, const std::vector<catalog::Filling>& with = {}) const {
    return texts_.say("guide." + std::string(key), with);
  }

  [[nodiscard]] std::string strong(const std::string& text) const {
    return style_.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
  }

  [[nodiscard]] std::string side() const {
    return say(step_.side == Side::left ? "left" : step_.side == Side::right ? "right" : "both");
  }

  [[nodiscard]] std::string headline() const {
    switch (view_.kind) {
      case StepKind::get_ready: return side() + "   " + upper(say("ready"));
      case StepKind::rest: return upper(say("resting"));
      case StepKind::pain: return say("pain_question");
      case StepKind::repetitions:
      case StepKind::work:
      case StepKind::hold: {
        const auto& phases = guide_.script().exercises[step_.exercise].phases;
        const std::string cue = view_.phase < phases.size() ? phases[view_.phase].cue : std::string();
        return side() + "   " + upper(cue);
      }
    }
    return {};
  }

  [[nodiscard]] std::string number() const {
    // Of repetitions in a phase that counts nothing, the repetition is the number.
    if (view_.number) return big_number(clock(session::shown_seconds(*view_.number, view_.counts_down)));
    if (view_.kind == StepKind::repetitions) return big_number(std::to_string(view_.repetition));
    return {};
  }

  [[nodiscard]] std::string below() const {
    std::string text;
    const auto& exercise = guide_.script().exercises[step_.exercise];
    if (view_.kind == StepKind::repetitions)
      text += exporters::wrap(
          say("repetition", {{"count", std::to_string(view_.repetition)}, {"of", std::to_string(view_.repetitions)}}));
    if (view_.kind == StepKind::rest) {
      if (const auto next = session::next_work(guide_.script(), guide_.state())) {
        const Step& work = guide_.script().steps[*next];
        text += exporters::wrap(say("next", {{"what", guide_.script().exercises[work.exercise].title}}));
      }
    }
    if (view_.kind == StepKind::hold || view_.kind == StepKind::work) text += beside();
    if (view_.kind == StepKind::hold && !exercise.stop_cue.empty()) text += exporters::wrap(exercise.stop_cue);
    if (view_.eased && session::is_work(view_.kind))
      text +=
          exporters::wrap(exercise.easier.empty() ? say("eased_shorter") : say("eased", {{"how", exercise.easier}}));
    return text;
  }

  /// What stands beside a stopwatch: the aim, last time, the best so far.
  [[nodiscard]] std::string beside() const {
    std::string text;
    const auto add = [&](std::string_view key, const std::optional<session::milliseconds>& time) {
      if (!time) return;
      text += (text.empty() ? "" : " · ") + say(key, {{"seconds", std::to_string(whole_seconds(*time))}});
    };
    add("aim", step_.aim);
    add("last_time", step_.last);
    add("best", step_.best);
    return text.empty() ? "" : exporters::wrap(text);
  }

  [[nodiscard]] std::string bar() const {
    constexpr int width = 40;
    const double all = static_cast<double>(std::max<std::size_t>(guide_.script().steps.size(), 1));
    const int full = static_cast<int>(std::floor(width * static_cast<double>(guide_.state().step) / all));
    return "[" + std::string(static_cast<std::size_t>(full), '=') +
           std::string(static_cast<std::size_t>(width - full), '.') + "]\n";
  }

  [[nodiscard]] std::string keys() const {
    if (view_.kind == StepKind::pain) return say("keys_pain");
    if (view_.kind == StepKind::rest) return say("keys_rest", {{"seconds", "15"}});
    return say("keys");
  }

  const Guide& guide_;
  const catalog::Texts& texts_;
  const ScreenStyle& style_;
  session::View view_;
  const Step& step_;
};

}  // namespace

std::string big_number(std::string_view number) {
  std::string text;
  for (int row = 0; row < digit_rows; ++row) {
    std::string line;
    for (const char c : number) {
      const std::size_t digit = c == ':' ? 10 : static_cast<std::size_t>(c - '0');
      if (digit < digits.size()) line += widened(digits[digit][static_cast<std::size_t>(row)]) + "   ";
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    text += line + "\n";
  }
  return text;
}

std::string guide_screen(const Guide& guide, const catalog::Texts& texts, const ScreenStyle& style) {
  return guide.finished() ? guide_end(guide, texts) : Screen(guide, texts, style).text();
}

std::string guide_end(const Guide& guide, const catalog::Texts& texts) {
  const session::State& state = guide.state();
  if (state.done.empty()) return exporters::wrap(texts.say("guide.nothing"));
  const auto minutes = std::max<long long>(1, std::llround(static_cast<double>(state.active.count()) / 60000));
  std::string text = exporters::wrap(state.left ? texts.say("guide.left_early")
                                                : texts.say("guide.done", {{"minutes", std::to_string(minutes)}}));
  for (std::size_t i = 0; i < state.stopped_in.size(); ++i) {
    if (state.stopped_in[i] == 0) continue;
    text += exporters::wrap(texts.say("guide.stopped", {{"exercise", guide.script().exercises[i].title}}));
  }
  return text;
}

}  // namespace hipline::app
