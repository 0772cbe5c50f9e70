// Writes the made-up run as a FIT file with our own writer: write_own_fixture FILE
#include <cstdio>
#include <fstream>

#include "hipline/exporters/fit/fit_writer.hpp"
#include "made_run.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: write_own_fixture FILE\n", stderr);
    return 2;
  }
  const hipline::MadeRun made = hipline::made_run();
  const auto bytes = hipline::exporters::write_fit(made.run, made.samples);
  if (!bytes) return 1;
  std::ofstream file(arguments[1], std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
  return file.good() ? 0 : 1;
}
