#include "hipline/catalog/figure_reader.hpp"

#include <cmath>
#include <set>

namespace hipline::catalog {
namespace {

/// A word of a closed list, kept as it is.
std::string word(const Node& node, std::initializer_list<std::string_view> words) {
  const std::string found = node.text();
  for (const std::string_view one : words)
    if (one == found) return found;
  node.refuse_word(found, words);
  return found;
}

circuit::FigurePhase read_phase(const Node& node) {
  Fields fields(node);
  circuit::FigurePhase phase;
  phase.name = fields.text("name");
  if (const auto cue = fields.node("cue")) phase.cue = cue->text_or_empty();
  phase.length = Seconds(fields.number("seconds"));
  if (!(phase.length.value() > 0)) node.refuse("out_of_range", "A phase lasts longer than 0 seconds.");
  if (const auto sound = fields.node("sound"))
    phase.sound = word(*sound, {"rise", "tick", "tick-5", "soft", "end", "none"});
  if (const auto count = fields.optional_node("count")) phase.count = word(*count, {"rep", "down", "up"});
  return phase;
}

}  // namespace

circuit::Figure read_figure(std::string id, const Node& node) {
  Fields fields(node);
  circuit::Figure figure;
  figure.id = std::move(id);
  if (fields.text("format") != "hipline-figure/1")
    node.refuse("unknown_word", "This figure is not written in the form \"hipline-figure/1\".");
  if (fields.text("id") != figure.id) node.refuse("unknown_reference", "A figure's id is the name of its file.");
  figure.title = fields.text("title");
  figure.alt = fields.text("alt");
  for (const Node& phase : fields.items("phases")) figure.phases.push_back(read_phase(phase));
  return figure;
}

void check_figures(const circuit::Library& library, Problems& problems) {
  for (const circuit::Exercise& exercise : library.exercises) {
    if (exercise.figure.empty()) continue;
    const std::string place = pointer_to("", "exercises/" + exercise.id);
    const circuit::Figure* figure = library.find_figure(exercise.figure);
    if (!figure) {
      problems.push_back({"unknown_reference", place + "/figure", "There is no figure \"" + exercise.figure + "\"."});
      continue;
    }
    if (exercise.hold || exercise.tempo.empty()) continue;
    bool same = exercise.tempo.size() == figure->phases.size();
    for (std::size_t i = 0; same && i < figure->phases.size(); ++i)
      same = std::abs(exercise.tempo[i].length.value() - figure->phases[i].length.value()) < 0.001;
    if (!same) {
      problems.push_back(
          {"figure_tempo", place + "/tempo",
           "The figure \"" + exercise.figure + "\" moves to another beat: make the phases as long as here."});
    }
  }
}

}  // namespace hipline::catalog
