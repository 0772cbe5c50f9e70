#include "hipline/server/serve.hpp"

#include <spawn.h>
#include <unistd.h>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "hipline/app/content/content.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/cli/opening_page.hpp"
#include "hipline/server/keys/forget.hpp"
#include "hipline/server/phone/qr_code.hpp"

extern char** environ;

namespace hipline::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::uint16_t port = server::ServeOptions{}.port;
  bool no_browser = false;
  std::string pages;
  bool phone = false;
  server::PhoneOptions phones;
};

/// The pages beside the program: in the checkout build/web beside build/release/bin, once installed share/hipline/web.
std::string pages_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (const char* place : {"../../web", "../share/hipline/web"}) {
    const fs::path folder = (program.parent_path() / place).lexically_normal();
    if (fs::exists(folder / "index.html", error)) return folder.string();
  }
  return "";
}

/// A path as a part of an address.
std::string percent_encoded(const std::string& path) {
  std::string encoded;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                       c == '.' || c == '-' || c == '_' || c == '~';
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

bool has_display() {
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY"})
    if (const char* value = std::getenv(name); value && *value) return true;
  return false;
}

/// Opens a page of the disk. Where there is no browser, the printed address is enough.
void open_browser(const OpeningPage& page) {
  std::string words = "file://" + percent_encoded(std::filesystem::absolute(page.path()).string());
  std::string program = "xdg-open";
  char* const arguments[] = {program.data(), words.data(), nullptr};
  pid_t process = 0;
  // Its own signals are not blocked, whatever ours are.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  posix_spawnp(&process, program.c_str(), nullptr, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
}

void say(const Context& context, const std::string& sentence, const std::string& address) {
  if (context.options.json)
    fmt::print("{}\n", nlohmann::ordered_json{{"address", address}}.dump());
  else
    fmt::print("{}\n\n  {}\n\n", sentence, address);
  std::fflush(stdout);
}

void say_invitation(const Context& context, const server::Invitation& invitation) {
  const auto code = server::QrCode::of(invitation.address);
  if (context.options.json) {
    fmt::print("{}\n", nlohmann::ordered_json{{"phone",
                                               {{"address", invitation.address},
                                                {"code", invitation.code},
                                                {"ends_at", invitation.ends_at.iso()},
                                                {"fingerprint", invitation.fingerprint}}}}
                           .dump());
  } else {
    const char* no_colour = std::getenv("NO_COLOR");
    const bool coloured = ::isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
    fmt::print(
        "For a phone in the same home network: point its camera here. The code pairs one device, within ten "
        "minutes.\n\n"
        "{}\n  {}\n\n"
        "The phone warns you of the certificate until it trusts this computer: its page /trust shows how. Compare the\n"
        "fingerprint (SHA-256) there and in the phone's settings with this one:\n\n  {}\n\n",
        code ? server::as_half_blocks(*code, coloured ? server::Colours::yes : server::Colours::no) : "",
        invitation.address, invitation.fingerprint);
  }
  std::fflush(stdout);
}

void say_paired(const Context& context, const server::Device& device) {
  if (context.options.json)
    fmt::print("{}\n", nlohmann::ordered_json{{"paired", {{"id", device.id}, {"name", device.name}}}}.dump(
                           -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  else
    fmt::print("Paired: {}. Was that not you? `hipline devices revoke {}` shuts it out again.\n\n", device.name,
               device.id);
  std::fflush(stdout);
}

Result<Answer> run(Context& context, const Options& options) {
  if (!options.phone && !options.phones.addresses.empty())
    return failure("usage", "--address", "An address of the home network needs --phone beside it.");
  const auto path = context.database_path();
  if (!path) return std::unexpected(path.error());
  const auto catalog = app::load_catalog(context.options.content, app::ContentPart::whole);
  if (!catalog) return std::unexpected(catalog.error());
  std::optional<LocalDay> today;
  if (!context.options.today.empty()) {
    const auto asked = context.today();
    if (!asked) return std::unexpected(asked.error());
    today = *asked;
  }
  const server::Settings settings{.databases = context.databases(),
                                  .clock = context.clock(),
                                  .zones = context.zones(),
                                  .catalog = *catalog,
                                  .version = context.version(),
                                  .runner_id = context.runner_id(),
                                  .database_path = *path,
                                  .made_up_database_path = *path + ".made-up/hipline.db",
                                  .today = today};
  server::ServeOptions serve{.port = options.port,
                             .pages_folder = options.pages.empty() ? pages_folder() : options.pages};
  if (options.phone) serve.phone = options.phones;
  std::optional<OpeningPage> opening;
  const server::ServeEvents events{
      .ready =
          [&](const std::string& address) {
            say(context,
                options.phone
                    ? "Hipline is at this address. It lets one browser on this computer in; Ctrl-C ends it."
                    : "Hipline is at this address. It lets one browser in, and works on this computer only; Ctrl-C "
                      "ends it.",
                address);
            if (options.no_browser || !has_display()) return;
            // Where it cannot be written, the printed address is enough too.
            auto page = OpeningPage::write(server::opening_page_path(*path), address);
            if (!page) return;
            opening = *std::move(page);
            open_browser(*opening);
          },
      .fresh_address = [&](const std::string& address) { say(context, "For one more browser:", address); },
      .phone = {.invited = [&](const server::Invitation& invitation) { say_invitation(context, invitation); },
                .paired = [&](const server::Device& device) { say_paired(context, device); }}};
  if (const Status served = server::serve(settings, serve, events); !served) return std::unexpected(served.error());
  return Answer{"Hipline has ended. Everything is kept.\n", R"({"ended":true})"};
}

}  // namespace

void add_serve(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(program, context, "serve",
                                  "Open Hipline in the browser: on this computer alone, or also on your phone",
                                  [&context, options] { return run(context, *options); });
  command->add_option("--port", options->port, "where to listen; 0: any free port")->capture_default_str();
  command->add_flag("--no-browser", options->no_browser, "only print the address");
  command->add_flag("--phone", options->phone,
                    "also for paired phones in the home network, over TLS; shows the code that pairs one");
  command
      ->add_option("--address", options->phones.addresses,
                   "with --phone: this address of the computer, instead of all on its home networks")
      ->type_name("IP");
  command->add_option("--phone-port", options->phones.port, "with --phone: where to listen; 0: any free port")
      ->capture_default_str();
  command->add_option("--pages", options->pages, "built pages, instead of those beside the program")->type_name("DIR");
}

}  // namespace hipline::cli
