#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hipline/app/today/today.hpp"
#include "hipline/server/routes.hpp"
#include "hipline/server/world.hpp"

namespace hipline::server {

// What handlers have in common, and the routes of each resource.

/// Today's answer, decided and noted.
Result<app::TodayAnswer> answer_of(World& world);
/// A page's JSON as the reply, or what went wrong.
Result<Reply> as_json(Result<std::string> json);
/// A number in the address. Errors: bad_number.
Result<std::int64_t> number_named(const Request& request, const std::string& name);
/// A number in the query, nothing where it is absent. Errors: bad_number, out_of_range.
Result<std::optional<int>> number_asked(const Request& request, const std::string& name, int lowest, int highest);
/// What was sent, wherever it lies; valid as long as the request. Errors: cannot_read.
Result<std::string_view> sent(const Request& request);
/// About this installation. Errors: the store's.
Result<std::string> about_json(World& world);
/// Today's page. Errors: the store's, and those of deciding.
Result<std::string> today_json(World& world);

void add_about(Routes& routes);
void add_setup(Routes& routes);
void add_check_ins(Routes& routes);
void add_today(Routes& routes);
void add_circuit(Routes& routes);
void add_imports(Routes& routes);
void add_demo(Routes& routes);
void add_data(Routes& routes);
void add_plan(Routes& routes);
void add_trends(Routes& routes);
void add_runs(Routes& routes);
void add_library(Routes& routes);
void add_reasons(Routes& routes);
void add_devices(Routes& routes);

}  // namespace hipline::server
