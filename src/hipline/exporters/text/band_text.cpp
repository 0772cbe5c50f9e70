#include "hipline/exporters/text/band_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace hipline::exporters {
namespace {

/// From the weakest on; the content names a pull at both stretches for each.
constexpr std::array<std::string_view, 8> colours = {"tan",  "yellow", "red",    "green",
                                                     "blue", "black",  "silver", "gold"};
constexpr std::array<std::string_view, 2> stretches = {"twice", "three_times"};
constexpr double kg_per_pound = 0.45359237;
constexpr int first_column = 12;
constexpr int next_column = 24;

std::string one_decimal(double value) { return plain_number(std::round(value * 10) / 10); }

std::string padded(std::string text, int columns) {
  text.append(static_cast<std::size_t>(std::max(columns - columns_of(text), 1)), ' ');
  return text;
}

std::string row(const std::string& colour, const std::string& twice, const std::string& three_times) {
  return "   " + padded(colour, first_column) + padded(twice, next_column) + three_times + "\n";
}

}  // namespace

std::string band_uncertainty(const rules::Parameters& parameters) {
  return plain_number(std::round(parameters.value("bands.uncertainty") * 100));
}

std::string band_table(const catalog::Catalog& catalog, int width) {
  const catalog::Texts& texts = catalog.texts;
  const rules::Parameters& parameters = catalog.parameters;
  const double off = parameters.value("bands.uncertainty");
  const auto range = [&](std::string_view colour, std::string_view stretch) {
    const std::string id = "bands." + std::string(colour) + "_" + std::string(stretch);
    const double kg = parameters.value(id) * kg_per_pound;
    return texts.say("bands.range", {{"low", one_decimal(kg * (1 - off))}, {"high", one_decimal(kg * (1 + off))}});
  };
  std::string text = "\n" + wrap(texts.say("bands.title"), 0, {}, width);
  text += wrap(texts.say("bands.by_effort"), 0, {}, width);
  text += row(texts.say("bands.colour"), texts.say("bands.twice"), texts.say("bands.three_times"));
  for (const std::string_view colour : colours)
    text += row(texts.say("bands." + std::string(colour)), range(colour, stretches[0]), range(colour, stretches[1]));
  text += wrap(texts.say("bands.uncertainty", {{"share", band_uncertainty(parameters)}}), 0, {}, width);
  std::vector<std::string> sources = parameters.find("bands.tan_twice")->evidence;
  for (const std::string& source : parameters.find("bands.uncertainty")->evidence) sources.push_back(source);
  return text + wrap(texts.say("bands.sources", {{"sources", comma_joined(sources)}}), 0, {}, width);
}

}  // namespace hipline::exporters
