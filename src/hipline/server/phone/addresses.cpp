#include "hipline/server/phone/addresses.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <unistd.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace hipline::server {
namespace {

std::optional<std::uint32_t> number_of(std::string_view address) {
  in_addr parsed{};
  if (::inet_pton(AF_INET, std::string(address).c_str(), &parsed) != 1) return std::nullopt;
  return ntohl(parsed.s_addr);
}

struct OwnAddress {
  std::string address;
  bool of_a_real_card = false;
};

std::vector<OwnAddress> own_home_addresses() {
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) return {};
  const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owned(list, ::freeifaddrs);
  std::vector<OwnAddress> found;
  for (const ifaddrs* at = list; at != nullptr; at = at->ifa_next) {
    if (at->ifa_addr == nullptr || at->ifa_addr->sa_family != AF_INET) continue;
    // A tunnel (VPN) leads to other people's networks.
    if ((at->ifa_flags & IFF_UP) == 0 || (at->ifa_flags & (IFF_LOOPBACK | IFF_POINTOPOINT)) != 0) continue;
    std::array<char, INET_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(at->ifa_addr)->sin_addr, text.data(), text.size());
    if (!is_home_address(text.data())) continue;
    const bool real = ::access(fmt::format("/sys/class/net/{}/device", at->ifa_name).c_str(), F_OK) == 0;
    found.push_back({text.data(), real});
  }
  return found;
}

}  // namespace

bool is_home_address(std::string_view address) {
  const auto number = number_of(address);
  if (!number) return false;
  return (*number >> 24) == 10 || (*number >> 20) == 0xac1 || (*number >> 16) == 0xc0a8 || (*number >> 16) == 0xa9fe;
}

std::vector<std::string> home_addresses() {
  auto own = own_home_addresses();
  const bool any_real = std::ranges::any_of(own, &OwnAddress::of_a_real_card);
  std::vector<std::string> addresses;
  for (const OwnAddress& one : own)
    if (one.of_a_real_card || !any_real) addresses.push_back(one.address);
  std::ranges::sort(addresses);
  addresses.erase(std::ranges::unique(addresses).begin(), addresses.end());
  return addresses;
}

Result<std::vector<std::string>> addresses_to_serve(const std::vector<std::string>& asked) {
  if (asked.empty()) {
    auto addresses = home_addresses();
    if (addresses.empty())
      return failure("no_home_network", "--phone",
                     "This computer is on no home network now: connect it to the Wi-Fi that the phone uses, and try "
                     "again.");
    return addresses;
  }
  const auto own = own_home_addresses();
  std::vector<std::string> addresses;
  for (const std::string& address : asked) {
    if (!is_home_address(address))
      return failure("not_a_home_address", "--address",
                     fmt::format("{} is no address of a home network (10.…, 172.16.… to 172.31.…, 192.168.…): Hipline "
                                 "stays off the internet.",
                                 address));
    if (std::ranges::find(own, address, &OwnAddress::address) == own.end())
      return failure(
          "no_such_address", "--address",
          fmt::format("This computer does not have the address {}: `ip address` lists those that it has.", address));
    addresses.push_back(address);
  }
  std::ranges::sort(addresses);
  addresses.erase(std::ranges::unique(addresses).begin(), addresses.end());
  return addresses;
}

}  // namespace hipline::server
