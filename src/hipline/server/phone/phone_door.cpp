#include "hipline/server/phone/phone_door.hpp"

#include <fmt/format.h>

#include "hipline/server/message/target.hpp"
#include "hipline/server/site/plain_page.hpp"

namespace hipline::server {
namespace {

Answer go_to(const std::string& path) {
  Answer answer = of_text(303, "text/plain; charset=utf-8", "");
  answer.headers.emplace_back("Location", path);
  return answer;
}

/// What browsers fetch without a cookie to put the app on the home screen: its name and its picture, and nothing more.
bool of_home_screen(std::string_view path) { return path == "/manifest.webmanifest" || path.starts_with("/icons/"); }

Answer pair_page(int status, const std::string& code, const std::string& name, const std::string& problem) {
  const std::string told = problem.empty() ? "" : fmt::format("<p role=\"alert\">{}</p>\n", escaped(problem));
  Answer answer = plain_page(
      status, "Pair this device",
      fmt::format(
          "{}<p>Whoever is paired can read and write all that Hipline keeps of you. The computer lists the paired "
          "devices, and can revoke each one.</p>\n"
          "<form method=\"post\" action=\"/pair\">\n"
          "<label for=\"code\">Code that the computer shows</label>\n"
          "<input id=\"code\" name=\"code\" value=\"{}\" required maxlength=\"20\" autocomplete=\"off\" "
          "autocapitalize=\"characters\" spellcheck=\"false\">\n"
          "<label for=\"name\">What to call this device</label>\n"
          "<input id=\"name\" name=\"name\" value=\"{}\" maxlength=\"40\" autocomplete=\"off\">\n"
          "<button>Pair this device</button>\n</form>\n"
          "<p>The browser warned you before this page? It does so until this device trusts the computer: "
          "<a href=\"/trust\">how that is done</a>.</p>\n",
          told, escaped(code), escaped(name)));
  answer.headers.emplace_back("Referrer-Policy", "same-origin");
  return answer;
}

constexpr const char* trust_content =
    R"(<p>Without this step Hipline works here too, but the browser warns you, the screen may go to sleep in the middle of a
circuit, and nothing opens while the computer is off.</p>
<p>What this device will trust was made on your computer and stays there. It can vouch for addresses on home networks only, for
no site on the internet. Before you switch it on, compare the fingerprint (SHA-256) with the one that the computer shows:</p>
<p><code>{fingerprint}</code></p>
<p><a class="action" href="/trust/hipline.crt">Download the certificate</a></p>
<h2>iPhone and iPad</h2>
<ol>
<li>Open this page in Safari, download the certificate, and allow the profile.</li>
<li>Settings › General › VPN &amp; Device Management: choose “Hipline at home”. More Details shows the fingerprint. Install.</li>
<li>Settings › General › About › Certificate Trust Settings: switch “Hipline at home” on.</li>
<li>Close this tab and open Hipline again.</li>
</ol>
<h2>Android</h2>
<ol>
<li>Open this page in Chrome and download the certificate.</li>
<li>Open Settings and search for “CA certificate” (it lies under Security, Encryption &amp; credentials, Install a certificate).
Android warns you: go on only if the file is <code>hipline.crt</code> and came from here.</li>
<li>Trusted credentials › User shows “Hipline at home” with its fingerprint: compare it.</li>
<li>Close this tab and open Hipline again.</li>
</ol>
<h2>Taking it back</h2>
<p>The same places remove it. <code>hipline delete</code> on the computer deletes the authority with its key.</p>
<p><a href="/">Hipline's first page</a></p>
)";

}  // namespace

std::optional<Answer> PhoneDoor::page(const Request& request, const Head& head) {
  if (request.path == "/pair") return pair(request, head);
  if (request.path == "/trust") return trust();
  if (request.path == "/trust/hipline.crt") {
    Answer answer = of_text(200, "application/x-x509-ca-cert", authority_.certificate_pem());
    answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"hipline.crt\"");
    return answer;
  }
  if (request.path == plain_style_path || of_home_screen(request.path) || gate_.caller(head)) return std::nullopt;
  // A page of the app leads to the way in; who is not paired has no use for one of its files.
  if (request.path.find('.') == std::string::npos) return go_to("/pair");
  return notice(401, "This device is not paired", "Only paired devices get Hipline's files.");
}

Answer PhoneDoor::pair(const Request& request, const Head& head) {
  const std::string called = kind_of_device(head.header("User-Agent").value_or(""));
  const auto field = [](const Target& form, const char* name) {
    const auto found = form.query.find(name);
    return found == form.query.end() ? std::string() : found->second;
  };
  if (request.method == Method::get) {
    if (gate_.caller(head)) return go_to("/");
    // The code waits for a tap: whatever looks ahead at addresses must not use it up.
    return pair_page(200, field({request.path, request.query}, "code"), called, "");
  }
  const auto form = read_target("/?" + request.body);
  if (!form) return pair_page(400, "", called, "Please fill in the code once more.");
  const std::string name = tidy_name(field(*form, "name"), called);
  const Instant now = premises_.settings.clock.now();
  if (const Status taken = premises_.pairing.take(field(*form, "code"), head.from, now); !taken) {
    const std::string& why = taken.error().code;
    const bool late = why == "code_used" || why == "code_expired";
    if (late && !premises_.pairing.is_open(now)) events_.came_late();
    return pair_page(why == "too_many_tries" ? 429 : 403, "", name,
                     late ? taken.error().message + " A fresh one stands on the computer." : taken.error().message);
  }
  const auto added = premises_.devices.add(name, now);
  if (!added) return pair_page(500, "", name, added.error().message);
  events_.paired(added->device);
  Answer answer = go_to("/");
  answer.headers.emplace_back("Set-Cookie", gate_.cookie_header(added->secret));
  return answer;
}

Answer PhoneDoor::trust() const {
  return plain_page(200, "Let this device trust your computer",
                    fmt::format(fmt::runtime(trust_content), fmt::arg("fingerprint", authority_.fingerprint())));
}

std::string kind_of_device(const std::string& user_agent) {
  for (const auto& [word, kind] : {std::pair{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android phone"}})
    if (user_agent.find(word) != std::string::npos) return kind;
  return "Phone";
}

}  // namespace hipline::server
