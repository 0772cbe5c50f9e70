#include "hipline/server/api/api.hpp"

#include "hipline/server/api/answers.hpp"

namespace hipline::server {

Routes api_routes() {
  Routes routes;
  add_about(routes);
  add_demo(routes);
  add_setup(routes);
  add_check_ins(routes);
  add_today(routes);
  add_circuit(routes);
  add_imports(routes);
  add_data(routes);
  add_plan(routes);
  add_trends(routes);
  add_runs(routes);
  add_library(routes);
  add_reasons(routes);
  add_devices(routes);
  return routes;
}

}  // namespace hipline::server
