#include "hipline/app/pages/today_values.hpp"
#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/exporters/json/page_json.hpp"
#include "hipline/exporters/words/promise_words.hpp"

namespace hipline::app {
namespace {

using exporters::JsonArray;
using exporters::JsonObject;

JsonObject promise_json(const std::string& key, const std::vector<trends::Measure>& measures,
                        const catalog::Texts& texts) {
  const exporters::PromiseWords words = exporters::promise_words(key, measures, texts);
  JsonArray parts;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    parts.add(JsonObject()
                  .put("what", words.parts[i].what)
                  .put("state", words.parts[i].state)
                  .put("label", words.parts[i].label)
                  .put("unit", words.parts[i].unit)
                  .put("before", measures[i].before)
                  .put("now", measures[i].now)
                  .put("have", measures[i].have)
                  .put("need", measures[i].need)
                  .put("sentence", words.parts[i].sentence));
  }
  return JsonObject()
      .put("title", words.title)
      .put("state", words.state)
      .put("sentence", words.sentence)
      .put("parts", parts);
}

}  // namespace

bool is_closed(const TodayAnswer& answer) { return rules::is_clinician_level(answer.assessment.decision.level); }

std::string closed_part(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version) {
  return is_closed(answer) ? exporters::closed_json(today_values(answer, catalog, version)) : "null";
}

JsonObject promises_json(const trends::Promises& promises, const catalog::Texts& texts) {
  return JsonObject()
      .put("looser", promise_json("looser", promises.looser, texts))
      .put("calmer", promise_json("calmer", promises.calmer, texts))
      .put("on_course", promise_json("on_course", promises.on_course, texts));
}

std::string today_screen(const TodayAnswer& answer, const trends::Promises& promises, const catalog::Catalog& catalog,
                         std::string_view version) {
  JsonObject page = exporters::today_page_json(today_values(answer, catalog, version));
  page.put("promises", promises_json(promises, catalog.texts));
  return JsonObject(assessment_json(answer.assessment, answer.history, catalog, version, JsonLayout::compact))
      .put("made_up", answer.history.runner.made_up)
      .put("page", page)
      .text();
}

std::string advice_screen(const TodayAnswer& answer, const catalog::Catalog& catalog) {
  JsonArray list;
  const auto& all = answer.history.advice;
  for (auto advice = all.rbegin(); advice != all.rend(); ++advice) {
    const char* const verdicts[] = {"may_run", "may_exercise", "not_yet"};
    list.add(JsonObject()
                 .put("day", advice->day.iso())
                 .put("who", advice->who)
                 .put("verdict", verdicts[static_cast<std::size_t>(advice->verdict)])
                 .put("limits", advice->limits)
                 .put("words", exporters::advice_words(*advice, catalog.texts)));
  }
  return JsonObject().put("made_up", answer.history.runner.made_up).put("advice", list).text();
}

}  // namespace hipline::app
