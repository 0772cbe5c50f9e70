#include "hipline/catalog/rule_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "hipline/triage/origin.hpp"

namespace hipline::catalog {
namespace {

using rules::Condition;

constexpr std::array<std::pair<std::string_view, Condition::Operator>, 5> operators = {{
    {"at_least", Condition::Operator::at_least},
    {"more_than", Condition::Operator::more_than},
    {"at_most", Condition::Operator::at_most},
    {"less_than", Condition::Operator::less_than},
    {"equals", Condition::Operator::equals},
}};

Condition read_comparison(Fields fields) {
  Condition condition;
  condition.form = Condition::Form::comparison;
  condition.fact = fields.text("fact");
  int found = 0;
  for (const auto& [name, op] : operators) {
    if (const auto threshold = fields.optional_number(name)) {
      condition.op = op;
      condition.threshold = *threshold;
      ++found;
    }
  }
  if (found != 1) {
    fields.object().refuse("missing_field",
                           "A comparison needs exactly one of: at_least, more_than, at_most, less_than, equals.");
  }
  fields.done();
  return condition;
}

std::vector<Condition> read_parts(const Node& list) {
  std::vector<Condition> parts;
  for (const Node& part : list.items()) parts.push_back(read_condition(part));
  return parts;
}

Condition read_at_least(const Node& node) {
  Condition condition;
  condition.form = Condition::Form::at_least;
  Fields fields(node);
  condition.count = fields.whole_number("count");
  if (const auto of = fields.node("of")) condition.parts = read_parts(*of);
  fields.done();
  if (condition.count < 1 || std::cmp_greater(condition.count, condition.parts.size())) {
    node.refuse("out_of_range", "\"count\" must lie between 1 and the number of conditions in \"of\".");
  }
  return condition;
}

Condition read_group(Fields fields) {
  Condition condition;
  int found = 0;
  if (const auto all = fields.optional_node("all_of")) {
    ++found;
    condition.parts = read_parts(*all);
  }
  if (const auto any = fields.optional_node("any_of")) {
    ++found;
    condition.form = Condition::Form::any_of;
    condition.parts = read_parts(*any);
    if (condition.parts.empty()) any->refuse("out_of_range", "An empty any_of can never hold.");
  }
  if (const auto some = fields.optional_node("at_least")) {
    ++found;
    condition = read_at_least(*some);
  }
  if (const auto inner = fields.optional_node("not")) {
    ++found;
    condition.form = Condition::Form::negation;
    condition.parts = {read_condition(*inner)};
  }
  if (found != 1) {
    fields.object().refuse(
        "missing_field",
        "A condition is a fact's name or one of: fact with a comparison, all_of, any_of, at_least, not.");
  }
  fields.done();
  return condition;
}

rules::Outcome read_outcome(const Node& node) {
  Fields fields(node);
  rules::Outcome outcome = rules::Note{};
  int found = 0;
  if (const auto level = fields.optional_choice<rules::Level>(
          "level", {{"emergency", rules::Level::emergency},
                    {"clinician_urgent", rules::Level::clinician_urgent},
                    {"clinician_before_running", rules::Level::clinician_before_running},
                    {"rest", rules::Level::rest},
                    {"cross_train", rules::Level::cross_train},
                    {"modify", rules::Level::modify},
                    {"as_planned", rules::Level::as_planned}})) {
    outcome = rules::SetLevel{*level};
    ++found;
  }
  if (const auto limit = fields.optional_node("limit")) {
    Fields parts(*limit);
    rules::Limit bound;
    bound.name = parts.text("name");
    bound.value = parts.number("value");
    bound.unit = parts.text("unit");
    parts.done();
    outcome = std::move(bound);
    ++found;
  }
  const auto word = [&](std::string_view key) {
    const auto text = fields.optional_node(key);
    found += text.has_value();
    return text ? std::optional(text->text()) : std::nullopt;
  };
  if (const auto tag = word("forbid")) outcome = rules::Forbid{*tag};
  if (const auto tag = word("require")) outcome = rules::Require{*tag};
  if (const auto question = word("ask")) outcome = rules::Ask{*question};
  if (const auto text = word("note")) outcome = rules::Note{*text};
  if (found != 1)
    node.refuse("missing_field", "An outcome is exactly one of: level, limit, forbid, require, ask, note.");
  fields.done();
  return outcome;
}

rules::Referral read_referral(const Node& node) {
  Fields fields(node);
  rules::Referral referral;
  referral.stop = fields.text("stop");
  referral.whom = fields.text("whom");
  referral.how_soon = fields.text("how_soon");
  referral.say = fields.text("say");
  fields.done();
  return referral;
}

void check_origin(const rules::Rule& rule, const Node& node) {
  const auto* word = rule.then.size() == 1 ? std::get_if<rules::Require>(&rule.then.front()) : nullptr;
  const bool known = word && std::any_of(triage::origin_words.begin(), triage::origin_words.end(),
                                         [&](const triage::OriginWord& w) { return w.tag == word->tag; });
  if (known) return;
  node.refuse("unknown_word",
              "A rule about where the ache comes from requires exactly one of: strain_strong, strain_weak, "
              "load_strong, load_weak, neither_fits.");
}

}  // namespace

rules::Condition read_condition(const Node& node) {
  if (node.is_text()) {
    Condition condition;
    condition.form = Condition::Form::fact;
    condition.fact = node.text();
    return condition;
  }
  Fields fields(node);
  return fields.has("fact") ? read_comparison(std::move(fields)) : read_group(std::move(fields));
}

rules::Grade read_grade(Fields& fields) {
  return fields.choice<rules::Grade>("grade", {{"none", rules::Grade::none},
                                               {"very_low", rules::Grade::very_low},
                                               {"low", rules::Grade::low},
                                               {"moderate", rules::Grade::moderate},
                                               {"high", rules::Grade::high}});
}

rules::Rule read_rule(std::string id, RuleGroup group, const Node& node) {
  Fields fields(node);
  rules::Rule rule;
  rule.id = std::move(id);
  rule.title = fields.text("title");
  if (const auto when = fields.node("when")) rule.when = read_condition(*when);
  for (const Node& outcome : fields.items("then")) rule.then.push_back(read_outcome(outcome));
  if (fields.has("then") && rule.then.empty())
    node.refuse("missing_field", "\"then\" is empty: a rule that does nothing is no rule.");
  const auto kind = fields.optional_choice<rules::Kind>("kind", {{"changeable", rules::Kind::changeable},
                                                                 {"sticky", rules::Kind::sticky},
                                                                 {"unanswered", rules::Kind::unanswered}});
  if (kind) rule.kind = *kind;
  const auto binding =
      fields.optional_choice<rules::Binding>("binding", {{"must", rules::Binding::must}, {"aim", rules::Binding::aim}});
  if (binding) rule.binding = *binding;
  if (const auto refer = fields.optional_node("refer")) rule.referral = read_referral(*refer);
  rule.why = fields.text("why");
  rule.not_for = fields.text("not_for");
  rule.evidence = fields.texts("evidence");
  if (fields.has("evidence") && rule.evidence.empty()) {
    node.refuse("missing_field", "\"evidence\" is empty: every rule names its source, our own opinion included.");
  }
  rule.grade = read_grade(fields);
  rule.opinion = fields.yes_no("opinion");
  rule.reviewed = fields.text("reviewed");
  fields.done();

  const auto level = rules::level_of(rule);
  if (level && rules::is_clinician_level(*level)) {
    if (!kind)
      node.refuse("missing_field", "A rule at a clinician level says its \"kind\": sticky, changeable or unanswered.");
    if (!rule.referral)
      node.refuse("missing_field", "A rule at a clinician level needs \"refer\": stop, whom, how_soon, say.");
  }
  if (group == RuleGroup::origin) check_origin(rule, node);
  if (group == RuleGroup::plan && !binding)
    node.refuse("missing_field", "A plan rule says its \"binding\": must or aim.");
  return rule;
}

}  // namespace hipline::catalog
