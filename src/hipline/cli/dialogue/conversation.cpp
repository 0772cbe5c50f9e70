#include "hipline/cli/dialogue/conversation.hpp"

namespace hipline::cli {

Reply reply_to(const std::string& page, std::istream& in, std::ostream& out) {
  out << page << std::flush;
  std::string line;
  if (!std::getline(in, line)) {
    out << '\n';
    return {Reply::Kind::quit, {}};
  }
  const auto begin = line.find_first_not_of(" \t\r");
  line = begin == std::string::npos ? std::string() : line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
  if (line == "b" || line == "B") return {Reply::Kind::back, {}};
  if (line == "q" || line == "Q") return {Reply::Kind::quit, {}};
  return {Reply::Kind::text, std::move(line)};
}

}  // namespace hipline::cli
