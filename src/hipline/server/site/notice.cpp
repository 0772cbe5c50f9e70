#include "hipline/server/site/notice.hpp"

#include <fmt/format.h>

namespace hipline::server {

std::string notice_page(const std::string& title, const std::string& sentence) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{0} · Hipline</title>\n<main>\n<h1>{0}</h1>\n<p>{1}</p>\n<p><a href=\"/\">Hipline's first "
      "page</a></p>\n</main>\n",
      title, sentence);
}

}  // namespace hipline::server
