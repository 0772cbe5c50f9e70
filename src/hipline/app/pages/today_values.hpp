#pragma once

#include <string_view>

#include "hipline/app/today/today.hpp"
#include "hipline/exporters/words/today_words.hpp"

namespace hipline::app {

/// What today's page is written from. Answer and catalog must outlive it.
exporters::TodayPage today_values(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version);

}  // namespace hipline::app
