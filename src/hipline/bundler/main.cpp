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

}  // namespace

/// hipline_bundle CONTENT_FOLDER OUTPUT.json: what the build embeds. Leaves an unchanged output as it is, so that a
/// touched file without a new meaning rebuilds nothing.
int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "Usage: hipline_bundle CONTENT_FOLDER OUTPUT.json\n";
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
  if (contents_of(arguments[2]) == *bundle) return 0;
  std::ofstream out(arguments[2], std::ios::binary | std::ios::trunc);
  out << *bundle;
  out.close();
  if (!out) {
    std::cerr << arguments[2] << ": cannot be written.\n";
    return 1;
  }
  return 0;
}
