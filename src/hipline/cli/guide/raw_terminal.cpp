#include "hipline/cli/guide/raw_terminal.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

namespace hipline::cli {
namespace {

constexpr char ctrl_c = 3;
constexpr char ctrl_d = 4;

}  // namespace

RawTerminal::RawTerminal() {
  if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
  termios raw = before_;
  // Keys one by one, Ctrl-C among them: what was done has to be kept before the program ends.
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  changed_ = ::tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
}

RawTerminal::~RawTerminal() {
  if (changed_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
}

RawTerminal::Pressed RawTerminal::wait(std::chrono::milliseconds time) {
  pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
  const int ready = ::poll(&input, 1, static_cast<int>(time.count()));
  if (ready < 0) return {errno == EINTR ? Input::nothing : Input::ended, 0};
  if (ready == 0) return {};
  char key = 0;
  if (::read(STDIN_FILENO, &key, 1) != 1) return {Input::ended, 0};
  if (key == ctrl_c || key == ctrl_d) return {Input::ended, 0};
  return {Input::key, key};
}

int RawTerminal::columns() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace hipline::cli
