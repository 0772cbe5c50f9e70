#include "hipline/importers/table/list_columns.hpp"

#include <algorithm>

namespace hipline::importers {
namespace {

using enum ListColumn;

struct Heading {
  std::string_view word;  ///< in lower case, without spaces and marks
  ListColumn column;
};

/// What lists write above their columns; of a column named twice the later one is the finer one.
constexpr std::array headings = {
    // English: Strava, Garmin Connect, intervals.icu and what people write themselves.
    Heading{"activitydate", start},
    Heading{"date", start},
    Heading{"day", start},
    Heading{"startdatelocal", start},
    Heading{"startdate", start},
    Heading{"starttime", clock},
    Heading{"clock", clock},
    Heading{"timeofday", clock},
    Heading{"activitytype", sport},
    Heading{"sport", sport},
    Heading{"type", sport},
    Heading{"activity", sport},
    Heading{"elapsedtime", elapsed},
    Heading{"time", elapsed},
    Heading{"duration", elapsed},
    Heading{"min", elapsed},
    Heading{"minutes", elapsed},
    Heading{"movingtime", moving},
    Heading{"distance", distance},
    Heading{"km", distance},
    Heading{"kms", distance},
    Heading{"kilometres", distance},
    Heading{"kilometers", distance},
    Heading{"miles", distance},
    Heading{"mi", distance},
    Heading{"filename", file},
    Heading{"avghr", heart_rate_mean},
    Heading{"averageheartrate", heart_rate_mean},
    Heading{"heartrate", heart_rate_mean},
    Heading{"hr", heart_rate_mean},
    Heading{"maxhr", heart_rate_max},
    Heading{"maxheartrate", heart_rate_max},
    Heading{"totalascent", ascent},
    Heading{"elevgain", ascent},
    Heading{"elevationgain", ascent},
    Heading{"totalelevationgain", ascent},
    Heading{"ascent", ascent},
    Heading{"totaldescent", descent},
    Heading{"elevationloss", descent},
    Heading{"avgruncadence", cadence},
    Heading{"averagecadence", cadence},
    Heading{"avgcadence", cadence},
    Heading{"avgstridelength", stride},
    Heading{"rpe", effort},
    Heading{"icurpe", effort},
    Heading{"effort", effort},
    Heading{"sessionrpe", effort},
    Heading{"perceivedexertion", effort},
    Heading{"feel", feel},
    Heading{"pain", pain},
    Heading{"hippain", pain},
    Heading{"worstpain", pain},
    Heading{"ache", pain},
    Heading{"hurt", pain},
    Heading{"note", note},
    Heading{"notes", note},
    Heading{"comment", note},
    Heading{"comments", note},
    Heading{"description", note},
    Heading{"activitydescription", note},
    Heading{"activityprivatenote", private_note},
    // German
    Heading{"aktivitätsdatum", start},
    Heading{"datum", start},
    Heading{"tag", start},
    Heading{"startzeit", clock},
    Heading{"aktivitätstyp", sport},
    Heading{"aktivitätsart", sport},
    Heading{"sportart", sport},
    Heading{"verstrichenezeit", elapsed},
    Heading{"zeit", elapsed},
    Heading{"dauer", elapsed},
    Heading{"minuten", elapsed},
    Heading{"bewegungszeit", moving},
    Heading{"distanz", distance},
    Heading{"strecke", distance},
    Heading{"kilometer", distance},
    Heading{"dateiname", file},
    Heading{"Øherzfrequenz", heart_rate_mean},
    Heading{"durchschnittlicheherzfrequenz", heart_rate_mean},
    Heading{"puls", heart_rate_mean},
    Heading{"maximaleherzfrequenz", heart_rate_max},
    Heading{"maxhf", heart_rate_max},
    Heading{"Øhf", heart_rate_mean},
    Heading{"anstieggesamt", ascent},
    Heading{"höhenmeter", ascent},
    Heading{"anstrengung", effort},
    Heading{"wahrgenommeneanstrengung", effort},
    Heading{"schmerz", pain},
    Heading{"schmerzen", pain},
    Heading{"notiz", note},
    Heading{"notizen", note},
    Heading{"bemerkung", note},
    Heading{"kommentar", note},
    Heading{"beschreibung", note},
    // Spanish
    Heading{"fechadelaactividad", start},
    Heading{"fecha", start},
    Heading{"tipodeactividad", sport},
    Heading{"tiempotranscurrido", elapsed},
    Heading{"tiempo", elapsed},
    Heading{"duración", elapsed},
    Heading{"tiempoenmovimiento", moving},
    Heading{"distancia", distance},
    Heading{"nombredearchivo", file},
    Heading{"nombredelarchivo", file},
    Heading{"frecuenciacardiacamedia", heart_rate_mean},
    Heading{"ritmocardíacopromedio", heart_rate_mean},
    Heading{"fcmedia", heart_rate_mean},
    Heading{"fcmáxima", heart_rate_max},
    Heading{"frecuenciacardiacamáxima", heart_rate_max},
    Heading{"ascensototal", ascent},
    Heading{"esfuerzo", effort},
    Heading{"esfuerzopercibido", effort},
    Heading{"dolor", pain},
    Heading{"nota", note},
    Heading{"notas", note},
    Heading{"comentario", note},
    Heading{"descripción", note},
    // French
    Heading{"datedelactivité", start},
    Heading{"typedactivité", sport},
    Heading{"tempsécoulé", elapsed},
    Heading{"durée", elapsed},
    Heading{"temps", elapsed},
    Heading{"duréededéplacement", moving},
    Heading{"nomdufichier", file},
    Heading{"fréquencecardiaquemoyenne", heart_rate_mean},
    Heading{"fcmoyenne", heart_rate_mean},
    Heading{"fréquencecardiaquemax", heart_rate_max},
    Heading{"fcmaximale", heart_rate_max},
    Heading{"ascensiontotale", ascent},
    Heading{"effortperçu", effort},
    Heading{"douleur", pain},
    Heading{"remarque", note},
    Heading{"remarques", note},
    Heading{"commentaire", note},
    // Italian, Portuguese, Dutch
    Heading{"datadellattività", start},
    Heading{"data", start},
    Heading{"tipodiattività", sport},
    Heading{"tempotrascorso", elapsed},
    Heading{"tempo", elapsed},
    Heading{"durata", elapsed},
    Heading{"tempoinmovimento", moving},
    Heading{"distanza", distance},
    Heading{"nomefile", file},
    Heading{"nomedelfile", file},
    Heading{"fcmedia", heart_rate_mean},
    Heading{"ascesatotale", ascent},
    Heading{"sforzopercepito", effort},
    Heading{"dolore", pain},
    Heading{"datadaatividade", start},
    Heading{"tipodeatividade", sport},
    Heading{"tempodecorrido", elapsed},
    Heading{"duração", elapsed},
    Heading{"tempodemovimentação", moving},
    Heading{"distância", distance},
    Heading{"nomedoarquivo", file},
    Heading{"frequênciacardíacamédia", heart_rate_mean},
    Heading{"esforçopercebido", effort},
    Heading{"dor", pain},
    Heading{"datumvanactiviteit", start},
    Heading{"activiteitstype", sport},
    Heading{"verstrekentijd", elapsed},
    Heading{"tijd", elapsed},
    Heading{"beweegtijd", moving},
    Heading{"afstand", distance},
    Heading{"bestandsnaam", file},
    Heading{"gemiddeldehartslag", heart_rate_mean},
    Heading{"pijn", pain},
};

/// "Distance (km)" is two things: the word, and the unit in brackets or behind an underscore.
struct Named {
  std::string word;
  std::string unit;
};

Named named(std::string_view heading) {
  Named made;
  std::size_t open = heading.find_first_of("([");
  std::string_view unit;
  if (open != std::string_view::npos) {
    unit = heading.substr(open + 1, heading.find_first_of(")]", open) - open - 1);
    heading = heading.substr(0, open);
  } else if (const std::size_t line = heading.rfind('_'); line != std::string_view::npos) {
    const std::string_view behind = heading.substr(line + 1);
    if (behind == "km" || behind == "m" || behind == "mi" || behind == "min" || behind == "s") {
      unit = behind;
      heading = heading.substr(0, line);
    }
  }
  const auto plain = [](std::string_view text) {
    std::string kept;
    for (const char c : text) {
      const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      if ((small >= 'a' && small <= 'z') || (small & '\x80') != 0) kept += small;
    }
    return kept;
  };
  made.word = plain(heading);
  made.unit = plain(unit);
  return made;
}

LengthUnit length_unit(std::string_view word) {
  if (word == "km" || word == "kms" || word == "kilometres" || word == "kilometers" || word == "kilometer")
    return LengthUnit::kilometres;
  if (word == "m" || word == "metres" || word == "meters") return LengthUnit::metres;
  if (word == "mi" || word == "miles") return LengthUnit::miles;
  return LengthUnit::not_said;
}

bool names_a_file_of_strava(const std::string& field) { return field.starts_with("activities/"); }

bool is_number_of_an_activity(const std::string& field) {
  return field.size() >= 5 && std::all_of(field.begin(), field.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The column in which lines name files below `activities/`, as only Strava's list does.
std::optional<std::size_t> column_of_files(const CsvTable& table) {
  for (const auto& row : table.rows) {
    const auto found = std::find_if(row.begin(), row.end(), names_a_file_of_strava);
    if (found != row.end()) return static_cast<std::size_t>(found - row.begin());
  }
  return std::nullopt;
}

/// Strava's list has its columns at fixed places whatever the language: seven in front, and where the long layout was
/// used, finer ones behind the file's name, counted from it.
void lay_out_strava(ListLayout& layout, const CsvTable& table) {
  const auto set = [&](ListColumn what, std::size_t at) {
    if (at < table.header.size()) layout.at[static_cast<std::size_t>(what)] = at;
  };
  constexpr std::size_t date = 1;
  constexpr std::size_t type = 3;
  constexpr std::size_t words = 4;
  constexpr std::size_t seconds = 5;
  constexpr std::size_t way = 6;
  set(start, date);
  set(sport, type);
  set(note, words);
  set(elapsed, seconds);
  set(distance, way);
  layout.distance_unit = LengthUnit::not_said;
  const auto name = layout.column(file);
  constexpr std::size_t behind_name_of_effort = 31;
  if (!name || table.header.size() <= *name + 9) return;
  constexpr std::size_t in_front_of_name_of_private_note = 2;
  set(private_note, *name - in_front_of_name_of_private_note);
  set(elapsed, *name + 3);
  set(moving, *name + 4);
  set(distance, *name + 5);
  set(ascent, *name + 8);
  set(descent, *name + 9);
  set(cadence, *name + 17);
  set(heart_rate_max, *name + 18);
  set(heart_rate_mean, *name + 19);
  set(effort, *name + behind_name_of_effort);
  layout.distance_unit = LengthUnit::metres;
}

}  // namespace

std::optional<ListLayout> layout_of(const CsvTable& table) {
  ListLayout layout;
  bool of_garmin = false;
  bool of_intervals = false;
  bool first_is_start = false;
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const Named name = named(table.header[i]);
    of_garmin = of_garmin || name.word == "aerobicte" || name.word == "avgruncadence" ||
                name.word == "avgstridelength" || name.word == "favorite" || name.word == "favorit" ||
                name.word == "favorito" || name.word == "favori";
    of_intervals = of_intervals || name.word == "startdatelocal" || name.word.starts_with("icu");
    const auto* const heading =
        std::find_if(headings.begin(), headings.end(), [&](const Heading& known) { return known.word == name.word; });
    if (heading == headings.end()) continue;
    // Two dates are the day and something else: the first one counts.
    if (heading->column == start && first_is_start) continue;
    first_is_start = first_is_start || heading->column == start;
    layout.at[static_cast<std::size_t>(heading->column)] = i;
    if (heading->column == distance) {
      layout.distance_unit = length_unit(name.unit.empty() ? name.word : name.unit);
    }
    if (heading->column == elapsed) layout.durations_in_minutes = name.unit == "min" || name.word.starts_with("min");
  }
  if (const auto files = column_of_files(table)) layout.at[static_cast<std::size_t>(file)] = files;
  const bool numbered = std::any_of(table.rows.begin(), table.rows.end(),
                                    [](const auto& row) { return !row.empty() && is_number_of_an_activity(row[0]); });
  constexpr std::size_t shortest_of_strava = 9;
  if (layout.column(file) && numbered && table.header.size() >= shortest_of_strava) {
    layout.kind = ListKind::strava;
    lay_out_strava(layout, table);
  } else if (of_intervals) {
    layout.kind = ListKind::intervals;
    if (layout.distance_unit == LengthUnit::not_said) layout.distance_unit = LengthUnit::metres;
  } else if (of_garmin) {
    layout.kind = ListKind::garmin;
  }
  if (!layout.column(start) || !(layout.column(distance) || layout.column(elapsed) || layout.column(moving)))
    return std::nullopt;
  return layout;
}

}  // namespace hipline::importers
