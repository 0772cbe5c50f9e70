#include "hipline/catalog/question_reader.hpp"

#include <utility>

#include "hipline/catalog/rule_reader.hpp"

namespace hipline::catalog {
namespace {

using Form = rules::Question::Form;
using Occasion = rules::Question::Occasion;

/// What a form needs beside its own fields; a form that cannot be shown is refused here rather than on the screen.
void check_form(const rules::Question& question, const Node& node) {
  const bool many = question.form == Form::list || question.form == Form::one_of;
  if (!many && question.sets.size() != 1) node.refuse("out_of_range", "A question of this form sets exactly one fact.");
  if (question.form == Form::list && question.sets.empty())
    node.refuse("out_of_range", "A list sets at least one fact.");
  if (question.form == Form::one_of && question.sets.size() < 2)
    node.refuse("out_of_range", "one_of needs two choices or more.");
  if (many) {
    for (const rules::Choice& choice : question.sets) {
      if (choice.label.empty())
        node.refuse("missing_field", "Every choice needs a \"label\": \"" + choice.fact + "\" has none.");
    }
  }
  if ((question.form == Form::list) == question.none_label.empty()) {
    node.refuse("missing_field", "A list, and only a list, has a \"none_label\": without it nobody could say no.");
  }
  if (question.form == Form::number && (!question.lowest || !question.highest || question.unit.empty())) {
    node.refuse("missing_field", "A number needs \"unit\", \"lowest\" and \"highest\".");
  }
  if (question.lowest && question.highest && !(*question.lowest < *question.highest)) {
    node.refuse("out_of_range", "\"lowest\" must lie under \"highest\".");
  }
  if (question.renews && question.form != Form::list)
    node.refuse("out_of_range", "Only a list can renew earlier answers.");
}

}  // namespace

rules::Question read_question(std::string id, const Node& node) {
  Fields fields(node);
  rules::Question question;
  question.id = std::move(id);
  question.order = fields.whole_number("order");
  question.occasion = fields.choice<Occasion>(
      "occasion", {{"intake", Occasion::intake}, {"daily", Occasion::daily}, {"after_run", Occasion::after_run}});
  question.form = fields.choice<Form>("form", {{"yes_no", Form::yes_no},
                                               {"list", Form::list},
                                               {"scale", Form::scale},
                                               {"number", Form::number},
                                               {"one_of", Form::one_of}});
  question.text = fields.text("text");
  question.help = fields.optional_text("help");
  question.unit = fields.optional_text("unit");
  question.lowest = fields.optional_number("lowest");
  question.highest = fields.optional_number("highest");
  for (const Node& item : fields.items("sets")) {
    Fields choice(item);
    rules::Choice set;
    set.fact = choice.text("fact");
    set.label = choice.optional_text("label");
    set.weighs_only = choice.optional_yes_no("weighs_only");
    choice.done();
    question.sets.push_back(std::move(set));
  }
  question.none_label = fields.optional_text("none_label");
  if (const auto when = fields.optional_node("asked_when")) question.asked_when = read_condition(*when);
  question.valid_for = fields.choice<rules::Validity>("valid_for", {{"1 day", rules::Validity::day_1},
                                                                    {"7 days", rules::Validity::days_7},
                                                                    {"28 days", rules::Validity::days_28},
                                                                    {"ever", rules::Validity::ever}});
  question.screening = fields.optional_yes_no("screening");
  question.private_matter = fields.optional_yes_no("private");
  question.renews = fields.optional_yes_no("renews");
  fields.done();
  if (question.form == Form::scale) {  // the scale is 0-10 by its form
    question.lowest = question.lowest.value_or(0);
    question.highest = question.highest.value_or(10);
  }
  check_form(question, node);
  return question;
}

}  // namespace hipline::catalog
