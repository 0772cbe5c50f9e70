#include "hipline/exporters/text/progress_text.hpp"

#include <algorithm>

#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {
namespace {

using circuit::Change;
using circuit::Held;
using circuit::LastTime;

class Lines {
 public:
  Lines(const circuit::Library& library, const catalog::Texts& texts) : library_(library), texts_(texts) {}

  /// `Rounds: 2, last time 3. [CP-15]`
  [[nodiscard]] std::string rounds(const Change& change) const { return change_words(change, nullptr); }

  [[nodiscard]] std::string exercise(const circuit::PrescribedExercise& prescribed) const {
    const circuit::Exercise* exercise = library_.find_exercise(prescribed.exercise);
    const circuit::Progress& progress = prescribed.progress;
    const std::string title = exercise ? exercise->title : prescribed.exercise;
    const std::string done = amounts(*progress.last);
    const std::string date = short_date(progress.last->day);
    std::string line = done.empty() ? say("last_only", {{"exercise", title}, {"date", date}})
                                    : say("last", {{"exercise", title}, {"date", date}, {"amounts", done}});
    if (const std::string best = bests(*progress.last); !best.empty()) line += " " + best;
    std::string rule_of_aim;
    for (const Change& change : progress.changes) {
      if (change.what == "left" || change.what == "right")
        rule_of_aim = change.rule;
      else
        line += " " + change_words(change, exercise);
    }
    if (progress.aim_left || progress.aim_right) {
      line += " " + aims(progress);
      if (!rule_of_aim.empty()) line += " " + say("rule", {{"rule", rule_of_aim}});
    }
    if (progress.changes.empty() && !progress.aim_left && !progress.aim_right) line += " " + say("same");
    if (const char* why = held_key(progress.held)) line += " " + say(why);
    return line;
  }

 private:
  std::string say(std::string_view key, const std::vector<catalog::Filling>& fillings = {}) const {
    return texts_.say("progress." + std::string(key), fillings);
  }
  static std::string seconds(Seconds time) { return plain_number(time.value()); }

  [[nodiscard]] std::string amounts(const LastTime& last) const {
    std::vector<std::string> parts;
    if (last.repetitions) parts.push_back(say("repetitions", {{"value", std::to_string(*last.repetitions)}}));
    if (last.left) parts.push_back(say("left", {{"value", seconds(*last.left)}}));
    if (last.right) parts.push_back(say("right", {{"value", seconds(*last.right)}}));
    if (last.band == "none" || last.band.empty()) {
      if (!last.band.empty() && !last.repetitions && !last.left) parts.push_back(say("no_band"));
    } else {
      parts.push_back(say("band", {{"value", say("band_" + last.band)}}));
    }
    if (last.effort) parts.push_back(say("effort", {{"value", plain_number(*last.effort)}}));
    if (last.pain) parts.push_back(say("pain", {{"value", std::to_string(*last.pain)}}));
    if (last.pinched) parts.push_back(say("pinched"));
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
  }

  /// Said only where an earlier time was longer.
  [[nodiscard]] std::string bests(const LastTime& last) const {
    const bool longer =
        (last.best_left && last.left != last.best_left) || (last.best_right && last.right != last.best_right);
    if (!longer || !last.best_left || !last.best_right) return {};
    return say("best", {{"left", seconds(*last.best_left)}, {"right", seconds(*last.best_right)}});
  }

  [[nodiscard]] std::string aims(const circuit::Progress& progress) const {
    if (progress.aim_left && progress.aim_right)
      return say("aim", {{"left", seconds(*progress.aim_left)}, {"right", seconds(*progress.aim_right)}});
    return progress.aim_left ? say("aim_left", {{"value", seconds(*progress.aim_left)}})
                             : say("aim_right", {{"value", seconds(*progress.aim_right)}});
  }

  static std::string title_of(const circuit::Exercise* exercise, const std::string& id) {
    if (exercise == nullptr) return id;
    for (const auto* list : {&exercise->variants, &exercise->regressions, &exercise->progressions}) {
      for (const circuit::Variant& variant : *list) {
        if (variant.id == id) return variant.title;
      }
    }
    return id;
  }

  std::string change_words(const Change& change, const circuit::Exercise* exercise) const {
    std::string before = change.before;
    std::string today = change.today;
    if (change.what == "band") {
      before = say("band_" + before);
      today = say("band_" + today);
    }
    if (change.what == "variant" || change.what == "offer") today = title_of(exercise, today);
    const std::string words = say("change_" + change.what, {{"before", before}, {"today", today}});
    return change.rule.empty() ? words : words + " " + say("rule", {{"rule", change.rule}});
  }

  static const char* held_key(Held held) {
    switch (held) {
      case Held::no: return nullptr;
      case Held::hurt: return "held_hurt";
      case Held::not_told: return "held_not_told";
      case Held::morning_not_told: return "held_morning";
      case Held::one_calm_so_far: return "held_one_calm";
      case Held::not_on_such_a_day: return "held_day";
    }
    return nullptr;
  }

  const circuit::Library& library_;
  const catalog::Texts& texts_;
};

}  // namespace

std::vector<std::string> progress_lines(const circuit::Prescription& today, const circuit::Library& library,
                                        const catalog::Texts& texts) {
  const Lines lines(library, texts);
  std::vector<std::string> all;
  for (const Change& change : today.changes) all.push_back(lines.rounds(change));
  for (const circuit::PrescribedExercise& prescribed : today.exercises) {
    if (prescribed.progress.last) all.push_back(lines.exercise(prescribed));
  }
  return all;
}

}  // namespace hipline::exporters
