#include "hipline/server/site/plain_page.hpp"

#include <fmt/format.h>
#include <utility>

namespace hipline::server {

Answer of_text(int status, std::string content_type, std::string text) {
  Answer answer;
  answer.status = status;
  answer.headers.emplace_back("Content-Type", std::move(content_type));
  answer.headers.emplace_back("Cache-Control", "no-store");
  answer.body = std::make_shared<const std::string>(std::move(text));
  answer.size = answer.body->size();
  return answer;
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&')
      safe += "&amp;";
    else if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else if (c == '"')
      safe += "&quot;";
    else
      safe += c;
  }
  return safe;
}

Answer plain_page(int status, const std::string& title, const std::string& content) {
  return of_text(status, "text/html; charset=utf-8",
                 fmt::format("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
                             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                             "<link rel=\"stylesheet\" href=\"{}\">\n"
                             "<link rel=\"icon\" href=\"/icons/hipline.svg\">\n"
                             "<title>{} · Hipline</title>\n<main>\n<h1>{}</h1>\n{}</main>\n",
                             plain_style_path, title, title, content));
}

Answer notice(int status, const std::string& title, const std::string& sentence) {
  return plain_page(status, title, fmt::format("<p>{}</p>\n<p><a href=\"/\">Hipline's first page</a></p>\n", sentence));
}

Answer plain_style() {
  return of_text(200, "text/css; charset=utf-8", R"(:root { color-scheme: light dark; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin-top: 2rem; }
li { margin: 0.5rem 0; }
label { display: block; font-weight: 600; margin-top: 1rem; }
input { box-sizing: border-box; width: 100%; min-height: 3rem; padding: 0 0.75rem; font: inherit; }
input[name="code"] { text-transform: uppercase; letter-spacing: 0.1em; }
button, .action { display: block; box-sizing: border-box; width: 100%; min-height: 3.5rem; margin: 1.5rem 0; padding: 0.75rem;
  font: inherit; font-weight: 600; text-align: center; text-decoration: none; color: #fff; background: #14532d;
  border: 0; border-radius: 0.5rem; }
code { overflow-wrap: anywhere; }
[role="alert"] { padding: 0.75rem; border: 2px solid; border-radius: 0.5rem; }
)");
}

}  // namespace hipline::server
