#pragma once

#include "hipline/app/today/today.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/exporters/text/note_text.hpp"

namespace hipline::app {

/// What the page for the clinician shows, from what is known. The decision and the catalog must outlive it.
exporters::ClinicianNote note_facts(const TodayAnswer& answer, bool with_private, const catalog::Catalog& catalog);

}  // namespace hipline::app
