#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/today/today.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/exporters/json/json_text.hpp"
#include "hipline/session/script.hpp"
#include "hipline/trends/promises.hpp"

namespace hipline::app {

// What several screens hold.

exporters::JsonObject promises_json(const trends::Promises& promises, const catalog::Texts& texts);
exporters::JsonObject evidence_line_json(const rules::Evidence& evidence, const catalog::Texts& texts);
exporters::JsonArray evidence_lines_json(const std::vector<std::string>& ids, const catalog::Catalog& catalog);
/// A circuit as session/ takes it, with the band of each exercise.
std::string script_json(const circuit::Prescription& prescription, const catalog::Catalog& catalog);
/// Each exercise of a circuit in words, in the order in which they are done; those left out at the end.
exporters::JsonArray circuit_exercises_json(const circuit::Prescription& prescription, const circuit::Library& library,
                                            const catalog::Catalog& catalog);
/// The drawings of a circuit's exercises, by exercise.
exporters::JsonObject figures_json(const circuit::Prescription& prescription, const circuit::Library& library,
                                   const catalog::Catalog& catalog);
/// The whole file of an exercise's drawing; `null` where it is not drawn.
std::string figure_json(const circuit::Exercise& exercise, const catalog::Catalog& catalog);
/// `null` except at a clinician level.
std::string closed_part(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version);
bool is_closed(const TodayAnswer& answer);

}  // namespace hipline::app
