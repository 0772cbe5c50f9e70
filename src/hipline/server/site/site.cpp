#include "hipline/server/site/site.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <exception>
#include <filesystem>

#include "hipline/base/sha256.hpp"
#include "hipline/server/message/conditions.hpp"
#include "hipline/server/message/gzip.hpp"
#include "hipline/server/message/target.hpp"
#include "hipline/server/message/upload.hpp"
#include "hipline/server/site/plain_page.hpp"
#include "hipline/server/world.hpp"

namespace hipline::server {
namespace {

/// A form of a door is a few words.
constexpr std::size_t form_limit = 4096;
constexpr const char* looking_around = "hipline_looks_around";

/// What every answer carries: nothing from other hosts, nothing guessed, nobody told where one came from.
void add_safety(Answer& answer) {
  answer.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; object-src 'none'; "
      "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
  // A form's page has its own: with this one browsers would not say where the form comes from.
  if (std::ranges::none_of(answer.headers, [](const auto& header) { return header.first == "Referrer-Policy"; }))
    answer.headers.emplace_back("Referrer-Policy", "no-referrer");
  answer.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  answer.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

Answer of_error(const Error& error, Method method) {
  Reply reply = as_reply(error, method);
  return of_text(reply.status, reply.content_type, std::move(reply.body));
}

bool is_api(const std::string& path) { return path == "/api" || path.starts_with("/api/"); }

/// The type without its parameters, in lower case.
std::string plain_type(const std::string& header) {
  std::string type = header.substr(0, header.find(';'));
  while (type.ends_with(' ')) type.pop_back();
  for (char& c : type)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return type;
}

/// A name that fits into a header; any other character becomes a dash.
std::string header_name(std::string name) {
  for (char& c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_')) c = '-';
  return name;
}

std::size_t whole_number(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::string folder_of(const std::string& path) { return std::filesystem::path(path).parent_path().string(); }

bool accepts_gzip(const Head& head) { return accepts(head.header("Accept-Encoding").value_or(""), "gzip"); }

/// The body packed, where the browser takes that and it gets smaller.
std::shared_ptr<const std::string> packed_for(const Head& head, const std::string& body) {
  if (!accepts_gzip(head)) return nullptr;
  auto packed = as_gzip(body);
  return packed ? std::make_shared<const std::string>(*std::move(packed)) : nullptr;
}

/// Sends this form of the body. Its size tells nobody anything: whoever is let in asks by our pages alone, so no other
/// site can lay words of its own beside the runner's.
void send_packed(Answer& answer, const std::shared_ptr<const std::string>& packed) {
  answer.headers.emplace_back("Content-Encoding", "gzip");
  answer.headers.emplace_back("Vary", "Accept-Encoding");
  answer.body = packed;
  answer.size = packed->size();
}

/// Each form of an answer has a tag of its own.
std::string tag_of_packed(const std::string& tag) { return tag.substr(0, tag.size() - 1) + "-gzip\""; }

std::string asked_with_query(const Request& request) {
  std::string asked = request.path;
  for (const auto& [name, value] : request.query) asked += fmt::format("\n{}={}", name, value);
  return asked;
}

}  // namespace

void Site::refuse(Visit& visit, const Error& error, std::optional<int> status) const {
  visit.answer = of_error(error, visit.request.method);
  if (status) visit.answer->status = *status;
  add_safety(*visit.answer);
}

void Site::refuse_as_too_large(Visit& visit) const {
  const bool is_file = visit.route != nullptr && visit.route->body_lies == BodyLies::on_disk;
  refuse(visit,
         {"too_large", visit.request.path,
          is_file ? "This is more than Hipline takes at once (1 GB): send what is in it in several parts, or read it "
                    "in the terminal with `hipline import`."
                  : "This is more than Hipline takes at once here."});
}

Site::Visit Site::begin(Head head) {
  Visit visit;
  visit.head = std::move(head);
  Request& request = visit.request;
  if (const Status host = door_.gate().knows_host(visit.head); !host) {
    refuse(visit, host.error(), 403);
    return visit;
  }
  const auto method = method_named(visit.head.method == "HEAD" ? "GET" : visit.head.method);
  auto target = read_target(visit.head.target);
  if (!target) {
    refuse(visit, target.error());
    return visit;
  }
  const bool of_door = method && *method == Method::post && door_.takes_form(target->path);
  if (!method || (!is_api(target->path) && *method != Method::get && !of_door)) {
    refuse(visit, {"no_such_method", target->path, fmt::format("{} does not know this method.", target->path)});
    return visit;
  }
  request.method = *method;
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  const auto limit_body = [&](std::size_t limit) {
    visit.body_limit = limit;
    if (const auto length = visit.head.header("Content-Length"); length && whole_number(*length) > limit)
      refuse_as_too_large(visit);
  };
  if (of_door) {
    if (const Status own = door_.gate().is_own_page(*method, visit.head); !own)
      refuse(visit, own.error(), 403);
    else
      limit_body(form_limit);
    return visit;
  }
  if (!is_api(request.path)) return visit;

  auto caller = door_.gate().caller(visit.head);
  if (!caller) {
    refuse(visit, caller.error(), 401);
    return visit;
  }
  request.caller = *std::move(caller);
  if (const Status own = door_.gate().is_own_page(*method, visit.head); !own) {
    refuse(visit, own.error(), 403);
    return visit;
  }
  auto found = routes_.find(*method, request.path);
  if (!found) {
    refuse(visit, found.error());
    return visit;
  }
  visit.route = found->route;
  request.named = std::move(found->named);
  request.content_type = plain_type(visit.head.header("Content-Type").value_or(""));
  limit_body(*method == Method::get ? 0 : visit.route->body_limit);
  if (visit.answer || visit.route->body_lies == BodyLies::in_memory) return visit;
  auto upload = Upload::begin(folder_of(premises_.settings.database_path));
  if (upload)
    request.upload = *std::move(upload);
  else
    refuse(visit, upload.error());
  return visit;
}

bool Site::take(Visit& visit, std::string_view piece) {
  visit.received += piece.size();
  if (visit.received > visit.body_limit)
    refuse_as_too_large(visit);
  else if (!visit.request.upload)
    visit.request.body += piece;
  else if (const Status kept = visit.request.upload->add(piece); !kept)
    refuse(visit, kept.error());
  if (!visit.answer) return true;
  visit.request.body = {};
  visit.request.upload.reset();
  return false;
}

Answer Site::finish(Visit& visit) {
  if (visit.answer) return std::move(*visit.answer);
  Answer answer;
  // Libraries throw for what we did not foresee; one request then fails, and the others go on.
  try {
    answer = visit.route ? api(visit) : page(visit);
  } catch (const std::exception& thrown) {
    answer = of_error({"internal_error", visit.request.path,
                       fmt::format("Something went wrong inside Hipline ({}). Nothing was changed.", thrown.what())},
                      visit.request.method);
    answer.status = 500;
  }
  add_safety(answer);
  return answer;
}

Answer Site::api(Visit& visit) {
  const Request& request = visit.request;
  const bool around = cookie(visit.head.header("Cookie").value_or(""), door_.gate().cookie_name(looking_around)) == "1";
  StorePool& pool = around ? premises_.made_up : premises_.own;
  const bool may_keep = visit.route->keep == Keep::until_written;
  KeptAnswers::Made made;
  std::string asked;
  if (may_keep) {
    const auto version = pool.version();
    if (!version) return of_error(version.error(), request.method);
    made = {*version, premises_.settings.clock.now().seconds() / 60};
    asked = (around ? "around " : "own ") + asked_with_query(request);
    if (auto kept = kept_.find(asked, made)) {
      Answer answer;
      answer.headers = {{"Content-Type", kept->content_type}, {"Cache-Control", "no-store"}};
      answer.body = kept->body;
      answer.size = kept->body->size();
      if (!kept->gzip && accepts_gzip(visit.head)) {
        kept->gzip = packed_for(visit.head, *kept->body);
        kept_.keep(asked, made, *kept);
      }
      const bool packed = kept->gzip && accepts_gzip(visit.head);
      if (packed) send_packed(answer, kept->gzip);
      meet_conditions(answer, visit.head, packed ? tag_of_packed(kept->tag) : kept->tag, Parts::no);
      return answer;
    }
  }
  World world(premises_, around ? Whose::made_up : Whose::own);
  auto reply = visit.route->handler(world, request);
  if (!reply) return of_error(reply.error(), request.method);

  Answer answer = of_text(reply->status, reply->content_type, std::move(reply->body));
  if (reply->looks_around)
    answer.headers.emplace_back("Set-Cookie", door_.gate().set_cookie(door_.gate().cookie_name(looking_around), "1",
                                                                      *reply->looks_around ? std::optional<int>() : 0));
  if (!reply->file_name.empty())
    answer.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"{}\"", header_name(reply->file_name)));
  if (reply->events) {
    answer.headers[0].second = "text/event-stream";
    answer.body.reset();
    answer.events = reply->events;
    answer.events_seen = whole_number(visit.head.header("Last-Event-ID").value_or(""));
    return answer;
  }
  if (answer.status != 200) return answer;
  // A file that is taken along can be asked for in parts, so it goes as it is.
  const bool is_file = !reply->file_name.empty();
  const auto whole = answer.body;
  const auto packed = is_file ? nullptr : packed_for(visit.head, *whole);
  if (packed) send_packed(answer, packed);
  if (request.method != Method::get || !(may_keep || is_file)) return answer;
  const std::string tag = "\"" + sha256_hex(*whole).substr(0, 24) + "\"";
  if (may_keep) kept_.keep(asked, made, {whole, packed, tag, reply->content_type});
  meet_conditions(answer, visit.head, packed ? tag_of_packed(tag) : tag, is_file ? Parts::yes : Parts::no);
  return answer;
}

Answer Site::page(const Visit& visit) {
  const Request& request = visit.request;
  if (auto answer = door_.page(request, visit.head)) return std::move(*answer);
  if (request.path == plain_style_path) return plain_style();
  if (request.path == "/" && assets_->empty())
    return notice(503, "The pages are missing",
                  "Hipline is running, but its pages have not been built: start it with ./run from its folder. In the "
                  "terminal, `hipline today` answers without them.");
  // The pages find their own way from one file: an address without an ending is one of theirs.
  const bool of_pages = request.path.find('.') == std::string::npos;
  if (auto file = assets_->find(of_pages ? "/index.html" : request.path, visit.head)) return std::move(*file);
  return notice(404, "Nothing here", "There is no page at this address. Open Hipline's first page instead.");
}

}  // namespace hipline::server
