#pragma once

#include "hipline/server/routes.hpp"

namespace hipline::server {

/// Every route below /api, as schema/api/openapi.yaml has them.
Routes api_routes();

}  // namespace hipline::server
