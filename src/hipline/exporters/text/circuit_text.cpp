#include "hipline/exporters/text/circuit_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "hipline/base/assertion.hpp"
#include "hipline/exporters/text/band_text.hpp"
#include "hipline/exporters/text/progress_text.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;
using circuit::Difference;
using circuit::Exercise;
using circuit::PrescribedExercise;
using circuit::Prescription;
using circuit::Variant;

std::string whole(double number) { return plain_number(std::round(number)); }

const Variant* variant_named(const Exercise& exercise, std::string_view id) {
  for (const auto* list : {&exercise.variants, &exercise.regressions, &exercise.progressions}) {
    const auto found = std::find_if(list->begin(), list->end(), [&](const Variant& v) { return v.id == id; });
    if (found != list->end()) return &*found;
  }
  return nullptr;
}

const circuit::EquipmentSwap* swap_named(const Exercise& exercise, std::string_view id) {
  const auto found =
      std::find_if(exercise.swaps.begin(), exercise.swaps.end(), [&](const auto& swap) { return swap.id == id; });
  return found == exercise.swaps.end() ? nullptr : &*found;
}

/// Writes a handout line by line.
class Handout {
 public:
  Handout(const circuit::Library& library, const Texts& texts, int width)
      : library_(library), circuit_(library.therapist_circuit()), texts_(texts), width_(width) {
    HIPLINE_ASSERT(circuit_ != nullptr);
  }

  void title(const std::string& text) {
    page_ += wrap(text, 0, {}, width_);
    page_ += std::string(static_cast<std::size_t>(std::min(columns_of(text), width_)), '=') + "\n";
  }
  void heading(std::string_view key) { page_ += "\n" + say(key) + "\n"; }
  void paragraph(const std::string& text) { page_ += wrap(text, 0, {}, width_); }
  void bullet(const std::string& text) { page_ += wrap(text, 4, "  - ", width_); }

  /// The dose's head: rounds, minutes, how hard.
  void dose_of(const Prescription& today, bool own_mix = false) {
    const std::string minutes = whole(std::ceil(today.total.value() / 60));
    const std::string rounds = std::to_string(today.rounds);
    const std::string most = std::to_string(today.rounds_highest);
    if (today.rounds == 1)
      paragraph(say("rounds_one", {{"minutes", minutes}}));
    else if (today.rounds_highest > today.rounds)
      paragraph(say("rounds_or_more", {{"rounds", rounds}, {"most", most}, {"minutes", minutes}}));
    else
      paragraph(say("rounds", {{"rounds", rounds}, {"minutes", minutes}}));
    if (today.focus == "mobility") paragraph(say("focus_mobility"));
    if (today.focus == "walk_and_mobility") paragraph(say("focus_walk"));
    if (today.run_first) paragraph(say("run_first"));
    if (today.short_form && own_mix) {
      paragraph(library_say("mix_short"));
    } else if (today.short_form) {
      paragraph(say("short_form", {{"minutes", whole(circuit_->short_form.at_most.value() / 60)},
                                   {"gives_up", circuit_->short_form.gives_up}}));
    }
    heading("how");
    const std::string to = plain_number(today.effort_high);
    if (today.effort_low > 0)
      bullet(say("effort", {{"from", plain_number(today.effort_low)},
                            {"to", to},
                            {"fewest", plain_number(10 - today.effort_high)},
                            {"most", plain_number(10 - today.effort_low)}}));
    else
      bullet(say(today.effort_high <= 2 ? "effort_easy" : "effort_up_to", {{"to", to}}));
    const bool any_to_fatigue = std::any_of(today.exercises.begin(), today.exercises.end(),
                                            [](const PrescribedExercise& one) { return one.to_fatigue; });
    if (today.to_fatigue && own_mix && !any_to_fatigue)
      bullet(library_say("mix_reserve"));
    else if (today.to_fatigue)
      bullet(say("to_fatigue", {{"means", circuit_->to_fatigue_means}}));
    else if (today.stop_short_repetitions > 0) {
      bullet(say("stop_short", {{"from", std::to_string(today.stop_short_repetitions)},
                                {"to", std::to_string(today.stop_short_repetitions + 1)},
                                {"seconds", whole(today.stop_short.value())}}));
    } else {
      bullet(say("not_to_fatigue"));
    }
    for (const std::string& note : today.notes) bullet(note);
  }

  void dose_as_written(const Prescription& source) {
    paragraph(say("rounds_written", {{"rounds", std::to_string(source.rounds)},
                                     {"most", std::to_string(source.rounds_highest)},
                                     {"minutes", whole(std::ceil(source.total.value() / 60))}}));
    paragraph(circuit_->summary);
    heading("how");
    bullet(say("to_fatigue_written"));
    bullet(circuit_->to_fatigue_means);
  }

  /// What is needed, by its name in words.
  std::vector<std::string> pieces_of(const Prescription& prescription) const {
    std::vector<std::string> pieces;
    const auto add = [&](const std::string& piece) {
      if (std::find(pieces.begin(), pieces.end(), piece) == pieces.end()) pieces.push_back(piece);
    };
    for (const PrescribedExercise& prescribed : prescription.exercises) {
      if (prescribed.left_out_because) continue;
      const Exercise& exercise = exercise_of(prescribed);
      std::vector<std::string> own = exercise.equipment;
      if (prescribed.band != "none") own.push_back("loop_band_" + prescribed.band);
      for (const std::string& id : prescribed.swaps) {
        const circuit::EquipmentSwap* swap = swap_named(exercise, id);
        HIPLINE_ASSERT(swap != nullptr);
        std::erase_if(own, [&](const std::string& piece) {
          return piece == swap->instead_of || (swap->band && piece == "loop_band_" + prescribed.band);
        });
        own.insert(own.end(), swap->use.begin(), swap->use.end());
      }
      for (const std::string& piece : own) add(piece);
    }
    for (std::string& piece : pieces) piece = piece_name(piece);
    return pieces;
  }

  void needs(const Prescription& prescription) {
    heading("needs");
    const std::vector<std::string> pieces = pieces_of(prescription);
    if (pieces.empty()) bullet(say("needs_nothing"));
    for (const std::string& piece : pieces) bullet(piece);
  }

  /// By effort; the way to how hard each colour pulls.
  void which_band(const Prescription& prescription, const rules::Parameters& parameters) {
    for (const PrescribedExercise& prescribed : prescription.exercises) {
      if (prescribed.left_out_because || prescribed.band == "none" || !prescribed.swaps.empty()) continue;
      return bullet(
          texts_.say("bands.pointer", {{"share", band_uncertainty(parameters)}, {"exercise", prescribed.exercise}}));
    }
  }

  void at_a_glance(const Prescription& prescription) {
    heading("glance");
    int number = 0;
    for (const PrescribedExercise& prescribed : prescription.exercises) {
      if (prescribed.left_out_because) continue;
      const Exercise& exercise = exercise_of(prescribed);
      page_ += wrap(say("glance_line", {{"exercise", exercise.title}, {"dose", dose_words(exercise, prescribed)}}), 5,
                    "  " + std::to_string(++number) + ". ", width_);
    }
  }

  void since_last_time(const Prescription& today) {
    const std::vector<std::string> lines = progress_lines(today, library_, texts_);
    if (lines.empty()) return;
    heading("since_last");
    for (const std::string& line : lines) bullet(line);
  }

  void exercises(const Prescription& prescription) {
    heading("exercises");
    int number = 0;
    for (const PrescribedExercise& prescribed : prescription.exercises) {
      if (prescribed.left_out_because) continue;
      const std::string lead = std::to_string(++number) + ". ";
      page_ += "\n" + wrap(exercise_of(prescribed).title, 3, lead, width_);
      sheet(exercise_of(prescribed), prescribed);
    }
  }

  /// The dose as the library says it, for the whole of a day; then the rest of the exercise.
  void library_sheet(const Exercise& exercise, const PrescribedExercise& prescribed) {
    const std::string dose = exercise.dose_words + ".";
    exercise_body(exercise, prescribed, exercise.source.therapist ? dose_words(exercise, prescribed) + "." : dose);
  }

  void sheet(const Exercise& exercise, const PrescribedExercise& prescribed) {
    exercise_body(exercise, prescribed, dose_words(exercise, prescribed) + ".");
  }

  void exercise_body(const Exercise& exercise, const PrescribedExercise& prescribed, const std::string& dose) {
    std::string first = dose;
    first.front() =
        static_cast<char>(first.front() >= 'a' && first.front() <= 'z' ? first.front() - 'a' + 'A' : first.front());
    text(first);
    if (const std::string beat = tempo(exercise); !beat.empty()) text(say("tempo", {{"phases", beat}}));
    if (prescribed.band != "none") {
      const bool as_written = prescribed.band == circuit::name(exercise.band.best);
      text(say(as_written ? "band_advice" : "band_other",
               {{"place", exercise.band.place}, {"why", exercise.band.why}, {"band", say("band_" + prescribed.band)}}));
    }
    for (const std::string& id : prescribed.swaps) {
      const circuit::EquipmentSwap* swap = swap_named(exercise, id);
      HIPLINE_ASSERT(swap != nullptr);
      text(say("swap", {{"piece", bare_name(swap->instead_of)}, {"how", swap->how}, {"difference", swap->difference}}));
    }
    if (const Variant* variant = variant_named(exercise, prescribed.variant)) {
      text(say("variant", {{"title", variant->title}, {"how", variant->how}}));
    }
    lines("label_notes", prescribed.notes);
    lines("label_set_up", exercise.set_up);
    numbered("label_steps", exercise.steps);
    lines("label_cues", exercise.cues);
    lines("label_feel", exercise.feel);
    lines("label_key_points", exercise.key_points);
    lines("label_faults", exercise.faults);
    forms("label_variants", exercise.variants);
    forms("label_easier", exercise.regressions);
    forms("label_harder", exercise.progressions);
    lines("label_stops", exercise.stops);
    lines("label_not_for", exercise.not_for);
    if (const Variant* offer = variant_named(exercise, prescribed.offer)) {
      text(say("offer", {{"title", offer->title}, {"how", offer->how}}));
    }
  }

  void left_out(const Prescription& prescription) {
    bool any = false;
    for (const PrescribedExercise& prescribed : prescription.exercises) {
      if (!prescribed.left_out_because) continue;
      if (!any) heading("left_out");
      any = true;
      bullet(
          say("left_out_line", {{"exercise", exercise_of(prescribed).title}, {"rule", *prescribed.left_out_because}}));
    }
  }

  void pain() {
    heading("pain");
    for (const std::string& rule : circuit_->pain_rules) bullet(rule);
  }

  void rests(const Prescription& prescription) {
    heading("rests");
    const std::string change = whole(prescription.rest_between_exercises.value());
    bullet(prescription.rounds > 1
               ? say("rests_line", {{"exercises", change}, {"rounds", whole(prescription.rest_between_rounds.value())}})
               : say("rests_line_one", {{"exercises", change}}));
  }

  void differences(const Prescription& today) {
    heading("differences");
    if (today.differences.empty()) return bullet(say("differences_none"));
    for (const Difference& difference : merged(today.differences)) bullet(difference_words(difference));
    paragraph(say("see_rule", {{"rule", today.differences.front().rule}}));
  }

  void coverage(const Prescription& prescription) {
    heading("coverage");
    bullet(say("coverage_line", {{"covers", directions(prescription.covers)}}));
    if (!prescription.misses.empty()) bullet(say("coverage_misses", {{"misses", directions(prescription.misses)}}));
  }

  void readings() {
    heading("readings");
    for (const circuit::Reading& reading : circuit_->readings) {
      bullet(say("reading", {{"source_says", reading.source_says}, {"read_as", reading.read_as}}));
    }
  }

  void principles() {
    heading("principles");
    for (const char* key : {"every_direction", "core_comes_along", "mobility", "part_then_whole", "pick_and_mix"}) {
      bullet(texts_.say("principles." + std::string(key)));
    }
  }

  void evidence() {
    heading("evidence");
    paragraph(say("evidence_line"));
    paragraph(say("evidence_time"));
    paragraph(say("evidence_reviewed"));
  }

  std::string dose_words(const Exercise& exercise, const PrescribedExercise& prescribed) const {
    const std::string sets = std::to_string(prescribed.sets);
    const auto amount = [&](const std::string& key, const std::vector<catalog::Filling>& fillings = {}) {
      return say(exercise.dose.per_side ? key : key + "_both", fillings);
    };
    std::string words;
    if (prescribed.work && prescribed.work_highest) {
      const bool one = prescribed.sets == 1 && !exercise.source.therapist;
      if (*prescribed.work == *prescribed.work_highest)
        words = amount(one ? "dose_exact_once" : "dose_exact",
                       {{"sets", sets}, {"seconds", whole(prescribed.work->value())}});
      else
        words = amount(one ? "dose_second" : "dose_seconds", {{"sets", sets},
                                                              {"from", whole(prescribed.work->value())},
                                                              {"to", whole(prescribed.work_highest->value())}});
    } else {
      const int repetitions = prescribed.repetitions.value_or(1);
      const std::string count = std::to_string(repetitions);
      if (repetitions == 1)
        words = prescribed.sets == 1 ? amount("dose_time") : amount("dose_times", {{"sets", sets}});
      else if (prescribed.sets == 1)
        words = amount("dose_repetitions", {{"repetitions", count}});
      else
        words = amount("dose_sets", {{"sets", sets}, {"repetitions", count}});
    }
    words.front() =
        static_cast<char>(words.front() >= 'a' && words.front() <= 'z' ? words.front() - 'a' + 'A' : words.front());
    if (prescribed.to_fatigue) words += ", " + say("dose_to_fatigue");
    if (prescribed.band != "none") words += ", " + say("dose_band", {{"band", say("band_" + prescribed.band)}});
    if (prescribed.sets > 1 && exercise.kind == circuit::ExerciseKind::strength) {
      words += ", " + say("dose_rest", {{"seconds", whole(prescribed.rest_after.value())}});
    }
    if (prescribed.rounds_most && rounds_ > *prescribed.rounds_most) {
      words += ", " + (*prescribed.rounds_most == 1
                           ? library_say("rounds_most_one")
                           : library_say("rounds_most", {{"rounds", std::to_string(*prescribed.rounds_most)}}));
    }
    return words;
  }
  std::string say(std::string_view key, const std::vector<catalog::Filling>& fillings = {}) const {
    return texts_.say("circuit." + std::string(key), fillings);
  }
  std::string library_say(std::string_view key, const std::vector<catalog::Filling>& fillings = {}) const {
    return texts_.say("library." + std::string(key), fillings);
  }
  [[nodiscard]] std::string page() const { return page_; }

  std::string titles(const std::vector<std::string>& ids) const {
    std::string list;
    for (std::size_t i = 0; i + 1 < ids.size(); ++i) list += (i > 0 ? ", " : "") + title_of(ids[i]);
    if (ids.empty()) return list;
    return list.empty() ? title_of(ids.back()) : say("list_and", {{"first", list}, {"last", title_of(ids.back())}});
  }

  void time_of(const circuit::Mix& mix) {
    const std::string minutes = whole(std::ceil(mix.budget.value() / 60));
    paragraph(library_say(mix.budget_named ? "mix_time_named" : "mix_time_circuit", {{"minutes", minutes}}));
    if (!mix.replaced.empty()) paragraph(library_say("mix_replaced", {{"exercises", titles(mix.replaced)}}));
  }

  void left_out_of(const circuit::Mix& mix, const catalog::Catalog& catalog) {
    std::vector<std::string> lines;
    for (const PrescribedExercise& prescribed : mix.session.exercises) {
      if (!prescribed.left_out_because) continue;
      const rules::Rule* rule = catalog.find_rule(*prescribed.left_out_because);
      lines.push_back(library_say("mix_left_out", {{"exercise", exercise_of(prescribed).title},
                                                   {"why", rule ? rule->title : std::string()},
                                                   {"rule", *prescribed.left_out_because}}));
    }
    for (const std::string& id : mix.no_time) lines.push_back(library_say("mix_no_time", {{"exercise", title_of(id)}}));
    if (!lines.empty()) heading("left_out");
    for (const std::string& line : lines) bullet(line);
  }

  void coverage_of(const circuit::Mix& mix) {
    heading("coverage");
    if (!mix.session.covers.empty()) bullet(say("coverage_line", {{"covers", directions(mix.session.covers)}}));
    if (mix.session.misses.empty()) return bullet(library_say("mix_complete"));
    bullet(library_say("mix_misses", {{"misses", directions(mix.session.misses)}}));
    if (!mix.addition.exercises.empty()) {
      const std::string minutes = whole(std::ceil(mix.addition_time.value() / 60));
      const char* fits = mix.addition_fits ? "mix_addition_fits" : "mix_addition_place";
      bullet(library_say("mix_addition", {{"exercises", titles(mix.addition.exercises)}, {"minutes", minutes}}) + " " +
             library_say(fits));
      std::string ids;
      for (const PrescribedExercise& done : mix.session.exercises) {
        if (!done.left_out_because) ids += (ids.empty() ? "" : ",") + done.exercise;
      }
      for (const std::string& id : mix.addition.exercises) ids += (ids.empty() ? "" : ",") + id;
      bullet(library_say("mix_try", {{"ids", ids}}));
    }
    std::vector<std::string> open;
    for (const circuit::Direction direction : mix.addition.still_missing) open.emplace_back(circuit::name(direction));
    if (!open.empty()) bullet(library_say("mix_still", {{"misses", directions(open)}}));
  }

  void evidence_of(const circuit::Mix& mix) {
    heading("evidence");
    bool therapist = false;
    for (const PrescribedExercise& prescribed : mix.session.exercises) {
      const Exercise& exercise = exercise_of(prescribed);
      if (prescribed.left_out_because) continue;
      therapist = therapist || exercise.source.therapist;
      if (!exercise.how_sure.empty())
        bullet(library_say("mix_how_sure_one", {{"exercise", exercise.title}, {"words", exercise.how_sure}}));
    }
    if (therapist) paragraph(say("evidence_line"));
    paragraph(say("evidence_reviewed"));
  }

  void rules_of(const Prescription& session) {
    if (session.rules.empty()) return;
    std::string list;
    for (const std::string& rule : session.rules) list += (list.empty() ? "" : ", ") + rule;
    paragraph(library_say("mix_rules", {{"rules", list}, {"rule", session.rules.front()}}));
  }

  void about(const Exercise& exercise) {
    std::vector<std::string> trained;
    for (const circuit::Direction direction : exercise.trains) trained.emplace_back(circuit::name(direction));
    if (!trained.empty()) paragraph(library_say("trains", {{"directions", directions(trained)}}));
    std::string phases;
    for (const circuit::Phase phase : exercise.phases)
      phases += (phases.empty() ? "" : ", ") + library_say("phase_" + std::string(circuit::name(phase)));
    if (!exercise.source.therapist) paragraph(library_say("when", {{"phases", phases}}));
    std::vector<std::string> pieces = exercise.equipment;
    if (exercise.band.best != circuit::Band::none)
      pieces.push_back("loop_band_" + std::string(circuit::name(exercise.band.best)));
    std::string list;
    for (const std::string& piece : pieces) list += (list.empty() ? "" : ", ") + piece_name(piece);
    paragraph(list.empty() ? library_say("equipment_nothing") : library_say("equipment", {{"pieces", list}}));
  }

  void how_sure(const Exercise& exercise) {
    if (exercise.how_sure.empty()) return evidence();
    page_ += "\n";
    paragraph(library_say("how_sure", {{"words", exercise.how_sure}}));
    std::string list;
    for (const std::string& id : exercise.evidence) list += (list.empty() ? "" : ", ") + id;
    if (!list.empty()) paragraph(library_say("sources", {{"sources", list}}));
    paragraph(say("evidence_reviewed"));
  }

  std::string difference_words(const Difference& difference) const {
    const Exercise* exercise = library_.find_exercise(difference.exercise);
    const std::string title = exercise ? exercise->title : std::string();
    const std::string& rule = difference.rule;
    if (difference.what == "rounds") {
      return say("differ_rounds", {{"today", range_words(difference.today)},
                                   {"as_written", range_words(difference.as_written)},
                                   {"rule", rule}});
    }
    if (difference.what == "effort")
      return say("differ_effort", {{"today", range_words(difference.today)}, {"rule", rule}});
    if (difference.what == "to_fatigue") return say("differ_to_fatigue_" + difference.today, {{"rule", rule}});
    HIPLINE_ASSERT(exercise != nullptr);
    if (difference.what == "exercise") return say("differ_exercise", {{"exercise", title}, {"rule", rule}});
    if (difference.what == "band") {
      const std::string written = say("band_" + difference.as_written);
      if (difference.today == "none")
        return say("differ_band_none", {{"exercise", title}, {"as_written", written}, {"rule", rule}});
      return say(
          "differ_band",
          {{"exercise", title}, {"today", say("band_" + difference.today)}, {"as_written", written}, {"rule", rule}});
    }
    if (difference.what == "variant") {
      const Variant* variant = variant_named(*exercise, difference.today);
      return say("differ_variant",
                 {{"exercise", title}, {"today", variant ? variant->title : difference.today}, {"rule", rule}});
    }
    if (difference.what == "equipment") {
      const circuit::EquipmentSwap* swap = swap_named(*exercise, difference.today);
      HIPLINE_ASSERT(swap != nullptr);
      std::string use;
      for (const std::string& piece : swap->use) use += (use.empty() ? "" : ", ") + piece_name(piece);
      if (use.empty()) use = say("swap_nothing");
      return say(
          "differ_equipment",
          {{"exercise", title}, {"today", use}, {"as_written", piece_name(difference.as_written)}, {"rule", rule}});
    }
    HIPLINE_ASSERT(difference.what == "work");
    return say(
        "differ_work",
        {{"exercise", title}, {"today", difference.today}, {"as_written", difference.as_written}, {"rule", rule}});
  }

  std::string directions(const std::vector<std::string>& names) const {
    std::string list;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) list += (i > 0 ? ", " : "") + say("direction_" + names[i]);
    if (names.empty()) return list;
    const std::string last = say("direction_" + names.back());
    return list.empty() ? last : say("list_and", {{"first", list}, {"last", last}});
  }

  /// Rounds of the session whose doses are written; 0: none, as in the library.
  void rounds_are(int rounds) { rounds_ = rounds; }

 private:
  static constexpr int indent = 3;
  /// A phase shorter than this is no beat that anyone counts.
  static constexpr Seconds shortest_counted{0.5};

  std::string title_of(const std::string& id) const {
    const Exercise* exercise = library_.find_exercise(id);
    return exercise ? exercise->title : id;
  }

  const Exercise& exercise_of(const PrescribedExercise& prescribed) const {
    const Exercise* exercise = library_.find_exercise(prescribed.exercise);
    HIPLINE_ASSERT(exercise != nullptr);
    return *exercise;
  }

  void text(const std::string& line) { page_ += wrap(line, indent, {}, width_); }

  void label(std::string_view key) { page_ += std::string(indent, ' ') + say(key) + ":\n"; }

  void lines(std::string_view key, const std::vector<std::string>& list) {
    if (list.empty()) return;
    label(key);
    for (const std::string& line : list) page_ += wrap(line, indent + 4, "     - ", width_);
  }

  void numbered(std::string_view key, const std::vector<std::string>& list) {
    if (list.empty()) return;
    label(key);
    int number = 0;
    for (const std::string& line : list)
      page_ += wrap(line, indent + 5, "     " + std::to_string(++number) + ". ", width_);
  }

  void forms(std::string_view key, const std::vector<Variant>& list) {
    std::vector<std::string> said;
    for (const Variant& variant : list)
      said.push_back(say("with_reason", {{"title", variant.title}, {"how", variant.how + " " + variant.effect}}));
    lines(key, said);
  }

  std::string piece_name(const std::string& id) const {
    const auto found = std::find_if(circuit_->equipment.begin(), circuit_->equipment.end(),
                                    [&](const auto& piece) { return piece.id == id; });
    return found == circuit_->equipment.end() ? id : found->name;
  }
  /// `heavy loop band` for `a heavy loop band`.
  std::string bare_name(const std::string& id) const {
    const std::string name = piece_name(id);
    return name.starts_with("a ") ? name.substr(2) : name;
  }

  std::string tempo(const Exercise& exercise) const {
    if (exercise.hold) return {};
    std::string phases;
    for (const circuit::TempoPhase& phase : exercise.tempo) {
      if (!phase.fast && phase.length < shortest_counted) continue;
      if (!phases.empty()) phases += ", ";
      phases += phase.fast
                    ? say("tempo_fast", {{"phase", phase.name}})
                    : say("tempo_slow", {{"phase", phase.name}, {"seconds", plain_number(phase.length.value())}});
    }
    return phases;
  }

  /// `3 to 4` for `3-4`, `up to 5` for `0-5`.
  std::string range_words(const std::string& written) const {
    const std::size_t dash = written.find('-');
    if (dash == std::string::npos) return written;
    const std::string from = written.substr(0, dash);
    const std::string to = written.substr(dash + 1);
    return from == "0" ? say("up_to", {{"to", to}}) : say("range", {{"from", from}, {"to", to}});
  }

  /// Differences that several rules make together as one, and no band of its own where a swap says it already.
  static std::vector<Difference> merged(const std::vector<Difference>& differences) {
    std::vector<Difference> together;
    for (const Difference& difference : differences) {
      const auto same = std::find_if(together.begin(), together.end(), [&](const Difference& earlier) {
        if (earlier.exercise != difference.exercise) return false;
        return earlier.what == difference.what ||
               (earlier.what == "equipment" && difference.what == "band" && earlier.rule == difference.rule);
      });
      if (same == together.end() || difference.what == "equipment")
        together.push_back(difference);
      else if (same->what == difference.what)
        *same = {difference.what, same->as_written, difference.today, same->rule + ", " + difference.rule,
                 difference.exercise};
    }
    return together;
  }

  const circuit::Library& library_;
  const circuit::Circuit* circuit_;
  const Texts& texts_;
  int width_;
  int rounds_ = 0;
  std::string page_;
};

}  // namespace

std::string circuit_handout(const Prescription& today, const catalog::Catalog& catalog, int width) {
  Handout handout(catalog.library, catalog.texts, width);
  handout.title(handout.say("title", {{"date", long_date(today.day)}}));
  if (!today.any) {
    const char* key = today.focus == "usual_warm_up"     ? "none_race_day"
                      : today.focus == "clinician_first" ? "none_clinician"
                                                         : "none";
    handout.paragraph(handout.say(key, {{"rule", today.because}}));
    return handout.page();
  }
  handout.dose_of(today);
  handout.at_a_glance(today);
  handout.since_last_time(today);
  handout.needs(today);
  handout.which_band(today, catalog.parameters);
  handout.pain();
  handout.exercises(today);
  handout.left_out(today);
  handout.rests(today);
  handout.differences(today);
  handout.coverage(today);
  handout.evidence();
  return handout.page();
}

std::string mix_handout(const circuit::Mix& mix, const circuit::Library& library, const catalog::Catalog& catalog,
                        int width) {
  const Prescription& session = mix.session;
  if (!session.any) return circuit_handout(session, catalog, width);
  Handout handout(library, catalog.texts, width);
  handout.rounds_are(session.rounds_highest);
  handout.title(handout.library_say("mix_title", {{"date", long_date(session.day)}}));
  const bool nothing = std::all_of(session.exercises.begin(), session.exercises.end(),
                                   [](const PrescribedExercise& one) { return one.left_out_because.has_value(); });
  if (nothing) {
    handout.paragraph(handout.library_say("mix_nothing"));
  } else {
    handout.dose_of(session, true);
    handout.time_of(mix);
    handout.at_a_glance(session);
    handout.since_last_time(session);
    handout.needs(session);
    handout.which_band(session, catalog.parameters);
    handout.pain();
    handout.exercises(session);
  }
  handout.left_out_of(mix, catalog);
  if (!nothing) handout.rests(session);
  handout.coverage_of(mix);
  if (!nothing) handout.evidence_of(mix);
  handout.rules_of(session);
  return handout.page();
}

std::string dose_line(const Exercise& exercise, const PrescribedExercise& prescribed, const circuit::Library& library,
                      const Texts& texts) {
  return Handout(library, texts, page_width).dose_words(exercise, prescribed);
}

std::vector<std::string> equipment_words(const Prescription& prescription, const circuit::Library& library,
                                         const Texts& texts) {
  return Handout(library, texts, page_width).pieces_of(prescription);
}

std::string difference_line(const Difference& difference, const circuit::Library& library, const Texts& texts) {
  return Handout(library, texts, page_width).difference_words(difference);
}

std::string direction_list(const std::vector<std::string>& directions, const circuit::Library& library,
                           const Texts& texts) {
  return Handout(library, texts, page_width).directions(directions);
}

std::string as_written_handout(const Prescription& as_written, const circuit::Library& library, const Texts& texts,
                               int width) {
  Handout handout(library, texts, width);
  handout.title(handout.say("title_written"));
  handout.dose_as_written(as_written);
  handout.at_a_glance(as_written);
  handout.needs(as_written);
  handout.pain();
  handout.exercises(as_written);
  handout.rests(as_written);
  handout.readings();
  handout.coverage(as_written);
  handout.principles();
  handout.evidence();
  return handout.page();
}

std::string exercise_sheet(const Exercise& exercise, const circuit::Library& library, const catalog::Catalog& catalog,
                           int width) {
  Handout handout(library, catalog.texts, width);
  handout.title(exercise.title);
  handout.paragraph(exercise.summary);
  PrescribedExercise as_it_stands;
  as_it_stands.exercise = exercise.id;
  as_it_stands.sets = exercise.dose.sets;
  as_it_stands.repetitions = exercise.dose.repetitions;
  if (exercise.dose.seconds) {
    as_it_stands.work = Seconds(exercise.dose.seconds->low);
    as_it_stands.work_highest = Seconds(exercise.dose.seconds->high);
  }
  as_it_stands.to_fatigue = exercise.dose.to_fatigue;
  as_it_stands.band = circuit::name(exercise.band.best);
  as_it_stands.rest_after = exercise.dose.rest_between_sets.value_or(library.therapist_circuit()->rest_between_sets);
  handout.about(exercise);
  handout.library_sheet(exercise, as_it_stands);
  handout.how_sure(exercise);
  return handout.page() + (exercise.band.best == circuit::Band::none ? "" : band_table(catalog, width));
}

}  // namespace hipline::exporters
