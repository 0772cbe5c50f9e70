#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"

namespace hipline::server {

/// An address that home networks use and the internet does not: 10/8, 172.16/12, 192.168/16, 169.254/16.
bool is_home_address(std::string_view address);

/// This computer's addresses on its home networks, those of real network cards where there are any: what containers and
/// virtual machines are reached by is no way for a phone. In the order of their names, each once.
std::vector<std::string> home_addresses();

/// The addresses to listen on: those that were asked for, else all of `home_addresses`. Errors: not_a_home_address,
/// no_such_address (this computer has it not), no_home_network.
Result<std::vector<std::string>> addresses_to_serve(const std::vector<std::string>& asked);

}  // namespace hipline::server
