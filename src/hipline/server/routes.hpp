#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"

namespace hipline::server {

class EventLog;
class Upload;
class World;

enum class Method { get, post, put, patch, remove };

/// `GET`, …, `DELETE`.
std::string_view name(Method method);
std::optional<Method> method_named(std::string_view name);

/// Whose browser asks.
struct Caller {
  bool own_computer = false;  ///< one beside the program
  std::string device;         ///< else the id of the paired device
};

/// A request as handlers see it: decoded, within its limits, from a browser that may ask.
struct Request {
  Method method = Method::get;
  std::string path;                          ///< decoded: "/api/rules/TR-07"
  std::map<std::string, std::string> named;  ///< what stands where the template says {name}: {"id", "TR-07"}
  std::map<std::string, std::string> query;  ///< decoded; the last one of equal names
  std::string content_type;                  ///< without parameters, lower case; empty where there is no body
  std::string body;
  std::shared_ptr<Upload> upload;  ///< the body of a route that keeps it on the disk
  Caller caller;
};

/// What a handler answers where it can. A failure is an Error instead, which becomes
/// `{"error":{"code":…,"where":…,"message":…}}` with the status of `status_of`.
struct Reply {
  int status = 200;
  std::string body;
  std::string content_type = "application/json";
  std::string file_name;                   ///< not empty: the browser keeps the body as a file of this name
  std::shared_ptr<const EventLog> events;  ///< in place of a body: sent as they come, until the log ends
  std::optional<bool> looks_around;        ///< this browser sees the made-up runner from now on, or no longer
};

using Handler = std::function<Result<Reply>(World& world, const Request& request)>;

/// How long an answer may be given again without asking the handler.
enum class Keep {
  never,
  /// Until anybody writes to the database, or the minute changes: for answers made of database, content and moment
  /// alone.
  until_written,
};

inline constexpr std::size_t json_limit = std::size_t{1} << 20;
inline constexpr std::size_t upload_limit = std::size_t{1} << 30;

/// Where a body waits until all of it has come.
enum class BodyLies { in_memory, on_disk };

struct Route {
  Method method = Method::get;
  std::string path;  ///< a template: "/api/rules/{id}"; a name stands for one piece without a slash
  Handler handler;
  std::size_t body_limit = json_limit;
  BodyLies body_lies = BodyLies::in_memory;
  Keep keep = Keep::never;
};

/// Which handler answers what.
class Routes {
 public:
  /// The same method and template twice is our mistake, and so is a template that does not begin with a slash.
  void add(Route route);

  struct Found {
    const Route* route;
    std::map<std::string, std::string> named;
  };
  /// `path` is decoded. A piece written out goes before a name. Errors: no_such_page, no_such_method (the path is
  /// known, but not with this method).
  [[nodiscard]] Result<Found> find(Method method, std::string_view path) const;

  [[nodiscard]] const std::vector<Route>& all() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

/// 404 for what the address names and is not there, 403 for what only this computer may ask, 503 for a database in use,
/// 500 for failures of the world, 409 for what was done already, 413 for too much, else 400.
int status_of(const Error& error, Method method);

/// The reply that tells an error.
Reply as_reply(const Error& error, Method method);

}  // namespace hipline::server
