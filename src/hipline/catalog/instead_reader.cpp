#include "hipline/catalog/instead_reader.hpp"

#include <utility>

#include "hipline/catalog/rule_reader.hpp"

namespace hipline::catalog {

Instead read_instead(std::string id, const Node& node) {
  Instead instead;
  if (id != "rest" && id != "cross_train")
    node.refuse("unknown_path", "Only the levels rest and cross_train have something in place of the run.");
  Fields fields(node);
  instead.id = std::move(id);
  instead.in_short = fields.text("in_short");
  for (const Node& item : fields.items("choices")) {
    Fields one(item);
    Instead::Choice choice;
    choice.title = one.text("title");
    choice.how = one.text("how");
    choice.not_if = one.text("not_if");
    choice.evidence = one.texts("evidence");
    if (one.has("evidence") && choice.evidence.empty())
      item.refuse("missing_field", "\"evidence\" is empty: every choice names its source, our own opinion included.");
    choice.grade = read_grade(one);
    choice.opinion = one.yes_no("opinion");
    one.done();
    instead.choices.push_back(std::move(choice));
  }
  instead.reviewed = fields.text("reviewed");
  fields.done();
  return instead;
}

}  // namespace hipline::catalog
