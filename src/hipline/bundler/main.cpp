#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "hipline/bundler/bundle.hpp"

namespace {

std::string contents_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  return std::move(text).str();
}

/// Leaves an unchanged output as it is, so that a touched file without a new meaning rebuilds nothing.
bool write(const char* path, const std::string& text) {
  if (contents_of(path) == text) return true;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) std::cerr << path << ": cannot be written.\n";
  return out.good();
}

}  // namespace

/// hipline_bundle CONTENT_FOLDER WHOLE.json DECIDING.json: what the build embeds.
int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "Usage: hipline_bundle CONTENT_FOLDER WHOLE.json DECIDING.json\n";
    return 2;
  }
  const auto problems = hipline::bundler::bundling_problems(arguments[1]);
  for (const auto& problem : problems)
    std::cerr << arguments[1] << '/' << problem.where << ": " << problem.message << '\n';
  if (!problems.empty()) return 2;
  const auto bundle = hipline::bundler::bundle_directory(arguments[1]);
  if (!bundle) {
    std::cerr << bundle.error().where << ": " << bundle.error().message << '\n';
    return 2;
  }
  const auto deciding = hipline::bundler::deciding_part(*bundle);
  return deciding && write(arguments[2], *bundle) && write(arguments[3], *deciding) ? 0 : 1;
}
