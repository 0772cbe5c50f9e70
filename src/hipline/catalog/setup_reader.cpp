#include "hipline/catalog/setup_reader.hpp"

#include <algorithm>
#include <utility>

namespace hipline::catalog {
namespace {

using Form = SetupField::Form;

/// What a form needs beside its own fields; a field that cannot be shown is refused here rather than on the screen.
void check_form(const SetupField& field, const Node& node) {
  const bool choosing = field.form == Form::list || field.form == Form::one_of;
  if (choosing && field.choices.size() < 2) node.refuse("out_of_range", "A choice needs two \"choices\" or more.");
  if (!choosing && !field.choices.empty()) node.refuse("unknown_field", "Only one_of and list have \"choices\".");
  if (field.form != Form::list && !field.none_label.empty())
    node.refuse("unknown_field", "Only a list has a \"none_label\".");
  if (field.form == Form::number && (!field.lowest || field.unit.empty()))
    node.refuse("missing_field", "A number needs \"unit\" and \"lowest\".");
  if (field.form != Form::number && field.whole) node.refuse("unknown_field", "Only a number can be \"whole\".");
  if (field.lowest && field.highest && !(*field.lowest < *field.highest))
    node.refuse("out_of_range", "\"lowest\" must lie under \"highest\".");
  if (field.private_matter && field.help.empty())
    node.refuse("missing_field", "A private question needs a \"help\" that says why it is asked.");
}

}  // namespace

SetupField read_setup_field(std::string id, const Node& node) {
  Fields fields(node);
  SetupField field;
  field.id = std::move(id);
  field.order = fields.whole_number("order");
  field.chapter = fields.choice<const char*>(
      "chapter", {{"race", "race"}, {"ache", "ache"}, {"earlier", "earlier"}, {"circuit", "circuit"}, {"you", "you"}});
  field.form = fields.choice<Form>("form", {{"text", Form::text},
                                            {"yes_no", Form::yes_no},
                                            {"number", Form::number},
                                            {"scale", Form::scale},
                                            {"day", Form::day},
                                            {"duration", Form::duration},
                                            {"zone", Form::zone},
                                            {"country", Form::country},
                                            {"one_of", Form::one_of},
                                            {"list", Form::list}});
  field.text = fields.text("text");
  field.help = fields.optional_text("help");
  field.unit = fields.optional_text("unit");
  field.whole = fields.optional_yes_no("whole");
  field.lowest = fields.optional_number("lowest");
  field.highest = fields.optional_number("highest");
  for (const Node& item : fields.optional_items("choices")) {
    Fields choice(item);
    SetupField::Choice read;
    read.word = choice.text("word");
    read.label = choice.text("label");
    choice.done();
    field.choices.push_back(std::move(read));
  }
  field.none_label = fields.optional_text("none_label");
  if (const auto when = fields.optional_node("asked_when")) {
    Fields condition(*when);
    SetupField::AskedWhen asked_when;
    asked_when.field = condition.text("field");
    asked_when.is = condition.text("is");
    condition.done();
    field.asked_when = std::move(asked_when);
  }
  field.private_matter = fields.optional_yes_no("private");
  field.by_flag_only = fields.optional_yes_no("by_flag_only");
  fields.done();
  if (field.form == Form::scale) {  // the scale is 0-10 by its form
    field.lowest = field.lowest.value_or(0);
    field.highest = field.highest.value_or(10);
  }
  check_form(field, node);
  return field;
}

void check_setup(const std::vector<SetupField>& fields, Problems& problems) {
  for (const SetupField& field : fields) {
    if (!field.asked_when) continue;
    const std::string place = pointer_to("", "setup/" + field.id) + "/asked_when";
    const auto other = std::find_if(fields.begin(), fields.end(),
                                    [&](const SetupField& one) { return one.id == field.asked_when->field; });
    if (other == fields.end()) {
      problems.push_back(
          {"unknown_reference", place + "/field", "There is no setup field \"" + field.asked_when->field + "\"."});
      continue;
    }
    if (other->order >= field.order)
      problems.push_back({"out_of_range", place + "/field", "\"" + other->id + "\" is not asked before this field."});
    const auto is = [&](const SetupField::Choice& choice) { return choice.word == field.asked_when->is; };
    if (field.asked_when->is != "known" && std::none_of(other->choices.begin(), other->choices.end(), is))
      problems.push_back({"unknown_reference", place + "/is",
                          "\"" + other->id + "\" has no such answer; write one of its words or known."});
  }
}

}  // namespace hipline::catalog
