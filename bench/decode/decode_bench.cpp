// How fast training files are read, from bytes in memory to activities, on one core.
//   decode_bench answers FILE...   prints what each file gave, one JSON object a line, for comparing with other readers
//   decode_bench time LIST [FLAGS] times all files named in LIST, a line each, as one pass (flags are Google
//   Benchmark's)
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "hipline/importers/read_file.hpp"

namespace hipline::importers {
namespace {

std::vector<std::byte> read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

/// Records, kilometres and activities of a file, members of archives together.
struct Sums {
  std::size_t activities = 0;
  std::size_t records = 0;
  double distance_m = 0;
};

Sums read_all(const std::string& name, std::span<const std::byte> bytes) {
  Sums sums;
  read_each(name, bytes, {}, [&](NamedReading&& named, std::span<const std::byte>) {
    for (const Activity& activity : named.reading.activities) {
      ++sums.activities;
      sums.records += activity.samples.records();
      sums.distance_m += activity.run.distance.value_or(Metres(0)).value();
    }
  });
  return sums;
}

void print_answers(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const Sums sums = read_all(path, read_bytes(path));
    std::printf("{\"file\": \"%s\", \"activities\": %zu, \"records\": %zu, \"distance_m\": %.2f}\n", path.c_str(),
                sums.activities, sums.records, sums.distance_m);
  }
}

void time_files(benchmark::State& state, const std::vector<std::vector<std::byte>>& files) {
  std::size_t bytes = 0;
  for (const auto& file : files) bytes += file.size();
  Sums sums;
  for (auto _ : state) {
    sums = {};
    for (const auto& file : files) {
      const Sums one = read_all("file", file);
      sums.records += one.records;
    }
    benchmark::DoNotOptimize(sums.records);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
  state.counters["records"] = static_cast<double>(sums.records);
  state.counters["bytes"] = static_cast<double>(bytes);
}

}  // namespace
}  // namespace hipline::importers

int main(int count, char** words) {
  // As the program itself does (cli/main.cpp).
  ::mallopt(M_MMAP_THRESHOLD, 256 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
  const std::vector<std::string> given(words + 1, words + count);
  if (given.size() > 1 && given[0] == "answers") {
    hipline::importers::print_answers({given.begin() + 1, given.end()});
    return 0;
  }
  if (given.size() < 2 || given[0] != "time") {
    std::cerr << "usage: decode_bench answers FILE... | decode_bench time LIST [FLAGS]\n";
    return 2;
  }
  std::vector<std::vector<std::byte>> files;
  std::ifstream list(given[1]);
  for (std::string path; std::getline(list, path);) files.push_back(hipline::importers::read_bytes(path));
  benchmark::RegisterBenchmark("decode",
                               [&](benchmark::State& state) { hipline::importers::time_files(state, files); });
  int flags = count - 2;
  words[2] = words[0];
  benchmark::Initialize(&flags, words + 2);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
