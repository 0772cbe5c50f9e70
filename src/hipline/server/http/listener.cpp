#include "hipline/server/http/listener.hpp"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "hipline/base/late_function.hpp"

namespace hipline::server {
namespace {

constexpr const char* libmicrohttpd = HIPLINE_LIBMICROHTTPD;
HIPLINE_LATE(libmicrohttpd, MHD_add_response_header);
HIPLINE_LATE(libmicrohttpd, MHD_create_response_from_buffer);
HIPLINE_LATE(libmicrohttpd, MHD_create_response_from_buffer_with_free_callback_cls);
HIPLINE_LATE(libmicrohttpd, MHD_create_response_from_callback);
HIPLINE_LATE(libmicrohttpd, MHD_destroy_response);
HIPLINE_LATE(libmicrohttpd, MHD_get_connection_info);
HIPLINE_LATE(libmicrohttpd, MHD_lookup_connection_value);
HIPLINE_LATE(libmicrohttpd, MHD_queue_response);
HIPLINE_LATE(libmicrohttpd, MHD_resume_connection);
HIPLINE_LATE(libmicrohttpd, MHD_start_daemon);
HIPLINE_LATE(libmicrohttpd, MHD_stop_daemon);
HIPLINE_LATE(libmicrohttpd, MHD_suspend_connection);

using Seconds = std::chrono::seconds;

std::int64_t now_s() {
  return std::chrono::duration_cast<Seconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

constexpr std::int64_t no_deadline = INT64_MAX;
/// A body may take this long, and one second more for each further 16 kB.
constexpr std::int64_t seconds_for_body = 60;
constexpr std::size_t slowest_bytes_per_second = 16384;

/// One connection and the request in hand on it.
struct Line {
  int descriptor = -1;
  std::atomic<std::int64_t> deadline = no_deadline;
  std::string target;    ///< of the request in hand, as it came
  bool begun = false;    ///< its headers are there
  bool refused = false;  ///< while its body came
  Site::Visit visit;

  void forget_request() {
    begun = refused = false;
    visit = {};
  }
};

/// Events on their way to one browser.
struct Stream {
  std::shared_ptr<const EventLog> log;
  MHD_Connection* connection = nullptr;
  int listener = 0;
  std::size_t seen = 0;
  std::string text;  ///< of events, not sent yet
  std::size_t sent = 0;
  std::mutex mutex;
  bool news = true;
  bool waiting = false;
  bool ending = false;

  void wake() {
    const std::scoped_lock lock(mutex);
    news = true;
    if (std::exchange(waiting, false)) MHD_resume_connection(connection);
  }
  /// True where it may wait now: nothing came in the meantime.
  bool wait() {
    const std::scoped_lock lock(mutex);
    if (news || ending) return false;
    MHD_suspend_connection(connection);
    waiting = true;
    return true;
  }
};

std::string as_event(std::size_t number, const EventLog::Event& event) {
  std::string text = "id: " + std::to_string(number) + "\nevent: " + event.name + "\n";
  // One value is one line, whatever its writer thought of line ends.
  std::string data = event.data;
  std::erase(data, '\r');
  for (std::size_t at = 0; at <= data.size();) {
    const std::size_t end = std::min(data.find('\n', at), data.size());
    text += "data: " + data.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return text + "\n";
}

class MicroListener final : public Listener {
 public:
  MicroListener(const ListenOptions& options, Site& site) : options_(options), site_(site) {}

  ~MicroListener() override {
    if (daemon_ != nullptr) {
      {
        const std::scoped_lock lock(streams_mutex_);
        ending_ = true;
        // Whoever waits has to be woken before the end.
        for (Stream* stream : streams_) {
          {
            const std::scoped_lock own(stream->mutex);
            stream->ending = true;
          }
          stream->wake();
        }
      }
      MHD_stop_daemon(daemon_);
    }
    {
      const std::scoped_lock lock(lines_mutex_);
      watching_ = false;
    }
    watch_changed_.notify_all();
    if (watcher_.joinable()) watcher_.join();
  }

  Status start(Socket socket) {
    const unsigned threads = std::max(2u, std::thread::hardware_concurrency());
    unsigned flags = MHD_USE_EPOLL_INTERNALLY | MHD_USE_SUSPEND_RESUME;
    std::vector<MHD_OptionItem> more;
    const bool tls = !options_.certificate_pem.empty();
    if (tls) {
      flags |= MHD_USE_TLS;
      // Every phone of the last years speaks one of these two; what is older has known holes.
      more.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, const_cast<char*>("NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2")});
      more.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, options_.certificate_pem.data()});
      more.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, options_.private_key_pem.data()});
    }
    more.push_back({MHD_OPTION_END, 0, nullptr});
    const int descriptor = socket.release();
    daemon_ = MHD_start_daemon(
        flags, 0, nullptr, nullptr, &MicroListener::handle, this, MHD_OPTION_LISTEN_SOCKET, descriptor,
        MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_CONNECTION_LIMIT, options_.connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, options_.connections_from_one_address, MHD_OPTION_CONNECTION_TIMEOUT,
        static_cast<unsigned>(options_.seconds_idle), MHD_OPTION_CONNECTION_MEMORY_LIMIT, options_.head_limit,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, &MicroListener::asked, this,
        MHD_OPTION_NOTIFY_CONNECTION, &MicroListener::connection_changed, this, MHD_OPTION_NOTIFY_COMPLETED,
        &MicroListener::completed, this, MHD_OPTION_ARRAY, more.data(), MHD_OPTION_END);
    if (daemon_ == nullptr)
      return failure("cannot_listen", options_.address, "Hipline cannot answer here: the system refuses to start it.");
    watcher_ = std::thread([this] { watch(); });
    return {};
  }

 private:
  static Line* line_of(MHD_Connection* connection) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return static_cast<Line*>(info->socket_context);
  }

  static std::string address_of(MHD_Connection* connection) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    std::array<char, INET_ADDRSTRLEN> text{};
    if (info != nullptr && info->client_addr != nullptr && info->client_addr->sa_family == AF_INET)
      ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(info->client_addr)->sin_addr, text.data(),
                  text.size());
    return text.data();
  }

  static void connection_changed(void* self, MHD_Connection* connection, void** context,
                                 MHD_ConnectionNotificationCode code) {
    auto& listener = *static_cast<MicroListener*>(self);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
      auto* line = new Line;  // owned by the connection until it is closed
      line->descriptor = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
      line->deadline = now_s() + listener.options_.seconds_to_ask;
      *context = line;
      const std::scoped_lock lock(listener.lines_mutex_);
      listener.lines_.insert(line);
    } else {
      auto* line = static_cast<Line*>(*context);
      {
        const std::scoped_lock lock(listener.lines_mutex_);
        listener.lines_.erase(line);
      }
      delete line;
      *context = nullptr;
    }
  }

  /// The first line of a request has come.
  static void* asked(void* self, const char* target, MHD_Connection* connection) {
    auto& listener = *static_cast<MicroListener*>(self);
    Line* line = line_of(connection);
    line->forget_request();
    line->target = target;
    line->deadline = now_s() + listener.options_.seconds_for_head;
    return line;
  }

  static void completed(void* self, MHD_Connection* connection, void**, MHD_RequestTerminationCode) {
    auto& listener = *static_cast<MicroListener*>(self);
    Line* line = line_of(connection);
    line->forget_request();
    line->deadline = now_s() + listener.options_.seconds_to_ask;
  }

  static MHD_Result handle(void* self, MHD_Connection* connection, const char*, const char* method, const char*,
                           const char* upload, std::size_t* upload_size, void**) {
    auto& listener = *static_cast<MicroListener*>(self);
    Line& line = *line_of(connection);
    if (!line.begun) {
      line.begun = true;
      line.deadline = now_s() + seconds_for_body;
      line.visit = listener.site_.begin({method, line.target,
                                         [connection](const char* name) -> std::optional<std::string> {
                                           const char* value =
                                               MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
                                           if (value == nullptr) return std::nullopt;
                                           return value;
                                         },
                                         address_of(connection)});
      // Refused before its body came: it is not wanted.
      const bool has_body = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length") != nullptr ||
                            MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Transfer-Encoding") != nullptr;
      if (line.visit.answer && has_body) return listener.send(connection, *line.visit.answer);
      return MHD_YES;
    }
    if (*upload_size > 0) {
      // What says beforehand how much it is was refused then; this one did not. Once is answered, twice is cut off.
      if (line.refused) return MHD_NO;
      line.refused = !listener.site_.take(line.visit, {upload, *upload_size});
      line.deadline =
          now_s() + seconds_for_body + static_cast<std::int64_t>(line.visit.received / slowest_bytes_per_second);
      *upload_size = 0;
      return MHD_YES;
    }
    line.deadline = no_deadline;  // the time that the answer takes is ours; the library counts idle seconds
    return listener.send(connection, listener.site_.finish(line.visit));
  }

  MHD_Result send(MHD_Connection* connection, Answer answer) {
    MHD_Response* response = answer.events ? stream(connection, answer) : whole(answer);
    if (response == nullptr) return MHD_NO;
    for (const auto& [name, value] : answer.headers) MHD_add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return queued;
  }

  static MHD_Response* whole(const Answer& answer) {
    if (!answer.body || answer.size == 0) return MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
    auto* held = new std::shared_ptr<const std::string>(answer.body);
    // The library does not write into it; its interface is older than const.
    return MHD_create_response_from_buffer_with_free_callback_cls(
        answer.size, const_cast<char*>(answer.body->data()) + answer.from,
        [](void* given) { delete static_cast<std::shared_ptr<const std::string>*>(given); }, held);
  }

  MHD_Response* stream(MHD_Connection* connection, const Answer& answer) {
    auto* stream = new Stream;
    stream->log = answer.events;
    stream->connection = connection;
    stream->seen = answer.events_seen;
    {
      const std::scoped_lock lock(streams_mutex_);
      stream->ending = ending_;
      streams_.insert(stream);
    }
    stream->listener = answer.events->listen([stream] { stream->wake(); });
    auto* held = new std::pair<MicroListener*, Stream*>(this, stream);
    constexpr std::size_t block = 4096;
    return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, block, &MicroListener::read, held,
                                             &MicroListener::stream_done);
  }

  static ssize_t read(void* given, std::uint64_t, char* to, std::size_t most) {
    Stream& stream = *static_cast<std::pair<MicroListener*, Stream*>*>(given)->second;
    while (stream.sent == stream.text.size()) {
      {
        const std::scoped_lock lock(stream.mutex);
        if (stream.ending) return MHD_CONTENT_READER_END_OF_STREAM;
        stream.news = false;
      }
      const EventLog::News news = stream.log->after(stream.seen);
      if (news.events.empty() && news.ended) return MHD_CONTENT_READER_END_OF_STREAM;
      stream.text.clear();
      stream.sent = 0;
      for (const EventLog::Event& event : news.events) stream.text += as_event(++stream.seen, event);
      if (news.events.empty() && stream.wait()) return 0;
    }
    const std::size_t size = std::min(most, stream.text.size() - stream.sent);
    stream.text.copy(to, size, stream.sent);
    stream.sent += size;
    return static_cast<ssize_t>(size);
  }

  static void stream_done(void* given) {
    auto* held = static_cast<std::pair<MicroListener*, Stream*>*>(given);
    auto [listener, stream] = *held;
    stream->log->leave(stream->listener);
    {
      const std::scoped_lock lock(listener->streams_mutex_);
      listener->streams_.erase(stream);
    }
    delete stream;
    delete held;
  }

  /// Cuts off who takes too long: the library counts idle seconds only, and a byte now and then is not idle.
  void watch() {
    std::unique_lock lock(lines_mutex_);
    while (watching_) {
      watch_changed_.wait_for(lock, Seconds(1));
      const std::int64_t now = now_s();
      for (const Line* line : lines_)
        if (line->deadline < now) ::shutdown(line->descriptor, SHUT_RDWR);
    }
  }

  ListenOptions options_;
  Site& site_;
  MHD_Daemon* daemon_ = nullptr;
  std::mutex streams_mutex_;
  std::set<Stream*> streams_;
  bool ending_ = false;
  std::mutex lines_mutex_;
  std::condition_variable watch_changed_;
  std::set<Line*> lines_;
  bool watching_ = true;
  std::thread watcher_;
};

}  // namespace

Result<std::unique_ptr<Listener>> Listener::start(Socket socket, const ListenOptions& options, Site& site) {
  auto listener = std::make_unique<MicroListener>(options, site);
  if (const Status started = listener->start(std::move(socket)); !started) return std::unexpected(started.error());
  return listener;
}

}  // namespace hipline::server
