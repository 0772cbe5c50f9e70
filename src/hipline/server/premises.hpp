#pragma once

#include <utility>

#include "hipline/server/background.hpp"
#include "hipline/server/phone/devices.hpp"
#include "hipline/server/phone/pairing.hpp"
#include "hipline/server/settings.hpp"
#include "hipline/server/store_pool.hpp"

namespace hipline::server {

/// What all requests share.
struct Premises {
  explicit Premises(Settings given)
      : settings(std::move(given)),
        own(settings.databases, settings.database_path),
        made_up(settings.databases, settings.made_up_database_path),
        devices(devices_path(settings.database_path)) {}

  Settings settings;
  StorePool own;
  StorePool made_up;
  Devices devices;
  Pairing pairing;
  Background background;  ///< last, so that it ends before what it works on
};

}  // namespace hipline::server
