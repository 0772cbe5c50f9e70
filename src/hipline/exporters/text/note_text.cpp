#include "hipline/exporters/text/note_text.hpp"

#include <utility>

#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/origin_text.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/words/say_words.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;

std::string site_word(model::Site site) {
  switch (site) {
    case model::Site::front_of_hip: return "front_of_hip";
    case model::Site::groin: return "groin";
    case model::Site::front_of_thigh: return "front_of_thigh";
    case model::Site::side_of_hip: return "side_of_hip";
    case model::Site::buttock: return "buttock";
    case model::Site::lower_belly: return "lower_belly";
    case model::Site::back: break;
  }
  return "back";
}

std::string quality_word(model::Quality quality) {
  switch (quality) {
    case model::Quality::dull: return "dull";
    case model::Quality::deep: return "deep";
    case model::Quality::sharp: return "sharp";
    case model::Quality::burning: return "burning";
    case model::Quality::pinching: return "pinching";
    case model::Quality::tight: break;
  }
  return "tight";
}

std::string side_word(model::Side side) {
  return side == model::Side::left ? "left" : side == model::Side::right ? "right" : "both";
}

/// Builds the page in either format: a heading, paragraphs, list items.
class Page {
 public:
  explicit Page(NoteFormat format) : markdown_(format == NoteFormat::markdown) {}

  void title(const std::string& text) {
    page_ += markdown_ ? "# " + text + "\n" : text + "\n" + std::string(columns_of(text), '=') + "\n";
  }
  void heading(const std::string& text) { page_ += "\n" + (markdown_ ? "## " + text : text) + "\n"; }
  void paragraph(const std::string& text) { page_ += markdown_ ? "\n" + text + "\n" : wrap(text); }
  void item(const std::string& text) { page_ += markdown_ ? "- " + text + "\n" : wrap(text, 4, "  - "); }
  [[nodiscard]] std::string text() const { return page_; }

 private:
  bool markdown_;
  std::string page_;
};

void add_who(const ClinicianNote& note, Page& page) {
  const Texts& texts = note.catalog.texts;
  std::string who = texts.say(
      "note.made_on", {{"date", long_date(note.decision.day) + " " + std::to_string(note.decision.day.year())}});
  if (note.runner.birth_year) who += " " + texts.say("note.born", {{"year", std::to_string(*note.runner.birth_year)}});
  if (note.race) {
    who += " " + texts.say("note.race", {{"km", distance_text(note.race->distance, note.runner.units)},
                                         {"date", long_date(note.race->day)},
                                         {"days", std::to_string(note.race->day - note.decision.day)}});
  }
  if (note.runner.made_up) who += " " + texts.say("today.made_up");
  page.paragraph(who);
}

void add_reason(const ClinicianNote& note, Page& page) {
  const Texts& texts = note.catalog.texts;
  page.heading(texts.say("note.reason"));
  page.paragraph(texts.say("note.answer", {{"word", level_word(texts, note.decision.level)}}));
  // The first one in full, the others by name: it has to stay one page.
  bool first = true;
  std::string others;
  for (const std::string& id : note.decision.because) {
    const rules::Rule* rule = note.catalog.find_rule(id);
    if (!rule) continue;
    const std::string name = rule->title + " (" + id + ")";
    if (std::exchange(first, false))
      page.item(name + ". " + rule->why);
    else
      others += (others.empty() ? "" : "; ") + name;
  }
  if (!others.empty()) page.item(texts.say("note.also", {{"rules", others}}));
  if (const auto referral = referral_of(note.decision, note.catalog))
    page.item(texts.say("note.ask", {{"say", referral->say}}));
}

void add_ache(const ClinicianNote& note, Page& page) {
  const Texts& texts = note.catalog.texts;
  page.heading(texts.say("note.ache"));
  std::string ache;
  for (const model::Site site : note.ache.sites)
    ache += (ache.empty() ? "" : ", ") + texts.say("note.site_" + site_word(site));
  if (note.ache.side) ache += (ache.empty() ? "" : "; ") + texts.say("note.side_" + side_word(*note.ache.side));
  for (const model::Quality quality : note.ache.qualities)
    ache += (ache.empty() ? "" : ", ") + texts.say("note.quality_" + quality_word(quality));
  page.item(ache.empty() ? texts.say("note.not_said") : ache);
  if (note.ache.onset_day) {
    const char* manner = !note.ache.onset                                 ? "note.began"
                         : *note.ache.onset == model::OnsetManner::sudden ? "note.began_suddenly"
                                                                          : "note.began_gradually";
    std::string began = texts.say(manner, {{"date", long_date(*note.ache.onset_day)},
                                           {"days", std::to_string(note.decision.day - *note.ache.onset_day)}});
    if (!note.ache.what_happened.empty()) began += " " + note.ache.what_happened + ".";
    page.item(began);
  }
  if (note.ache.stiffness_on_rising)
    page.item(texts.say("note.stiffness", {{"pain", std::to_string(*note.ache.stiffness_on_rising)}}));
  std::string tried;
  for (const model::Tried& one : note.ache.tried) {
    tried += (tried.empty() ? "" : "; ") + one.what;
    if (one.helped) tried += " " + texts.say(*one.helped ? "note.helped" : "note.did_not_help");
  }
  if (!tried.empty()) page.item(texts.say("note.tried", {{"tried", tried}}));
  for (const model::EarlierEpisode& episode : note.runner.earlier_episodes) {
    std::string earlier = episode.called.empty() ? texts.say("note.episode") : episode.called;
    if (episode.side) earlier += ", " + texts.say("note.side_" + side_word(*episode.side));
    if (episode.when) earlier += ", " + long_date(*episode.when) + " " + std::to_string(episode.when->year());
    if (episode.healed) earlier += ", " + texts.say(*episode.healed ? "note.over" : "note.not_over");
    page.item(texts.say("note.earlier", {{"earlier", earlier}}));
  }
  for (const std::string& line : origin_notes(note.origin, note.catalog)) page.item(line);
}

void add_runs(const ClinicianNote& note, Page& page) {
  const Texts& texts = note.catalog.texts;
  page.heading(texts.say("note.runs"));
  for (const NoteRun& run : note.runs) {
    std::string line = short_date(run.day) + ": " +
                       (run.distance ? distance_text(*run.distance, note.runner.units) : texts.say("note.no_distance"));
    line += ", " + (run.worst_pain ? texts.say("note.worst", {{"pain", std::to_string(*run.worst_pain)}})
                                   : texts.say("note.pain_unknown"));
    if (!run.onset.empty()) line += ", " + texts.say(run.onset);
    if (run.next_morning_pain)
      line += ", " + texts.say("note.next_morning", {{"pain", std::to_string(*run.next_morning_pain)}});
    for (const std::string& remark : run.remarks) line += ", " + texts.say(remark);
    page.item(line);
  }
  page.heading(texts.say("note.load"));
  std::string weeks;
  for (const NoteWeek& week : note.weeks) {
    weeks += (weeks.empty() ? "" : ", ") + texts.say(week.runs == 1 ? "note.week_one" : "note.week",
                                                     {{"distance", distance_text(week.distance, note.runner.units)},
                                                      {"runs", std::to_string(week.runs)}});
  }
  page.item(texts.say("note.weeks", {{"weeks", weeks}}));
  if (note.longest_30_days)
    page.item(texts.say("note.longest", {{"distance", distance_text(*note.longest_30_days, note.runner.units)}}));
}

void add_answers(const ClinicianNote& note, Page& page) {
  const Texts& texts = note.catalog.texts;
  page.heading(texts.say("note.answers"));
  if (note.yes.empty()) page.item(texts.say("note.no_yes"));
  for (const NoteAnswer& answer : note.yes) page.item(answer.question + " " + answer.said);
  for (const std::string& question : note.open) page.item(texts.say("note.open", {{"question", question}}));
  page.paragraph(texts.say(note.private_answers ? "note.private_in" : "note.private_out"));
}

}  // namespace

std::string clinician_note(const ClinicianNote& note, NoteFormat format) {
  const Texts& texts = note.catalog.texts;
  Page page(format);
  page.title(texts.say("note.title"));
  add_who(note, page);
  add_reason(note, page);
  add_ache(note, page);
  add_runs(note, page);
  add_answers(note, page);
  page.heading(texts.say("note.about"));
  page.paragraph(texts.say("note.about_text", {{"hash", note.catalog.hash.substr(0, 12)}}));
  return page.text();
}

}  // namespace hipline::exporters
