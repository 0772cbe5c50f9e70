#include "hipline/app/schema/schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

// The assembler takes the files as they are.
__asm__(
    ".section .rodata\n"
    "hipline_case_schema_begin:\n"
    ".incbin \"" HIPLINE_SCHEMA_DIR
    "/case.schema.json\"\n"
    ".byte 0\n"
    "hipline_decision_schema_begin:\n"
    ".incbin \"" HIPLINE_SCHEMA_DIR
    "/decision.schema.json\"\n"
    ".byte 0\n"
    "hipline_mix_schema_begin:\n"
    ".incbin \"" HIPLINE_SCHEMA_DIR
    "/mix.schema.json\"\n"
    ".byte 0\n"
    ".global hipline_case_schema_begin\n"
    ".global hipline_decision_schema_begin\n"
    ".global hipline_mix_schema_begin\n"
    ".previous\n");

extern "C" const char hipline_case_schema_begin[];  // NOLINT(modernize-avoid-c-arrays): a label, not an array of ours
extern "C" const char hipline_decision_schema_begin[];  // NOLINT(modernize-avoid-c-arrays)
extern "C" const char hipline_mix_schema_begin[];       // NOLINT(modernize-avoid-c-arrays)

namespace hipline::app {
namespace {

using nlohmann::ordered_json;

std::string validity_words(rules::Validity validity) {
  const auto days = rules::days_valid(validity);
  if (!days) return "counts for ever";
  return "counts for " + std::to_string(*days) + (*days == 1 ? " day" : " days");
}

ordered_json answer_schema(const rules::Question& question, const rules::Choice& choice,
                           const catalog::Catalog& catalog) {
  const auto known = catalog.facts.find(choice.fact);
  std::string description = known == catalog.facts.end() ? choice.label : known->second.meaning;
  description += ". Question " + question.id + ": " + question.text + " (";
  if (question.screening) description += "screening, ";
  if (question.private_matter) description += "private and optional, ";
  description += validity_words(question.valid_for) + ")";
  const bool number = question.form == rules::Question::Form::scale || question.form == rules::Question::Form::number;
  ordered_json schema = {{"type", {number ? "integer" : "boolean", "null"}}, {"description", description}};
  if (number) {
    schema["minimum"] = question.lowest.value_or(0);
    schema["maximum"] = question.highest.value_or(10);
  }
  return schema;
}

/// Lists every fact that a question sets, so that a stranger can write a case.
void add_answers(ordered_json& schema, const catalog::Catalog& catalog) {
  ordered_json properties = ordered_json::object();
  for (const rules::Question& question : catalog.questions) {
    if (question.renews) continue;
    for (const rules::Choice& choice : question.sets) {
      if (!properties.contains(choice.fact)) properties[choice.fact] = answer_schema(question, choice, catalog);
    }
  }
  properties["nothing_new"] = {{"type", {"boolean", "null"}},
                               {"description", "Nothing new since the last check-in: renews every earlier no."}};
  schema["$defs"]["answers"]["description"] =
      "Answers by fact: true, false, a number for pain, or null for asked and skipped. Left out: not answered.";
  schema["$defs"]["answers"]["properties"] = std::move(properties);
  schema["$defs"]["answers"]["additionalProperties"] = false;
}

}  // namespace

const std::vector<std::string>& schema_names() {
  static const std::vector<std::string> names = {"case", "decision", "mix"};
  return names;
}

Result<std::string> schema_text(std::string_view name, const catalog::Catalog& catalog) {
  if (name == "decision") return std::string(hipline_decision_schema_begin);
  if (name == "mix") return std::string(hipline_mix_schema_begin);
  if (name != "case")
    return failure("unknown_schema", std::string(name),
                   "There is a schema for `case`, one for `decision`, one for `mix`.");
  ordered_json schema = ordered_json::parse(hipline_case_schema_begin, nullptr, false);
  add_answers(schema, catalog);
  return schema.dump(2) + "\n";
}

}  // namespace hipline::app
