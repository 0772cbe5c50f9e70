#include "hipline/importers/archive/unpack.hpp"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "hipline/base/late_function.hpp"
#include "hipline/importers/detect.hpp"
#include "hipline/importers/wording.hpp"

namespace hipline::importers {
namespace {

constexpr const char* libzip = HIPLINE_LIBZIP;
HIPLINE_LATE(libzip, zip_discard);
HIPLINE_LATE(libzip, zip_error_fini);
HIPLINE_LATE(libzip, zip_error_init);
HIPLINE_LATE(libzip, zip_fclose);
HIPLINE_LATE(libzip, zip_fopen_index);
HIPLINE_LATE(libzip, zip_fread);
HIPLINE_LATE(libzip, zip_get_name);
HIPLINE_LATE(libzip, zip_get_num_entries);
HIPLINE_LATE(libzip, zip_open_from_source);
HIPLINE_LATE(libzip, zip_source_buffer_create);
HIPLINE_LATE(libzip, zip_source_free);
HIPLINE_LATE(libzip, zip_stat_index);
HIPLINE_LATE(libzip, zip_stat_init);

/// Deflate cannot pack tighter than this.
constexpr std::size_t tightest_packing = 1032;

/// Names go on the screen and into the database only; nothing is written under them. Still: no control characters, no
/// leading slash, no way up.
std::string sane_name(std::string_view raw) {
  std::string name;
  while (!raw.empty()) {
    const std::size_t slash = raw.find_first_of("/\\");
    const std::string_view step = raw.substr(0, slash);
    if (!step.empty() && step != "." && step != "..") {
      if (!name.empty()) name += '/';
      for (const char c : step) name += (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) ? '?' : c;
    }
    if (slash == std::string_view::npos) break;
    raw.remove_prefix(slash + 1);
  }
  constexpr std::size_t longest = 512;
  if (name.size() > longest) name.resize(longest);
  return name.empty() ? "without-name" : name;
}

struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// Reads on in an entry of a zip file.
class EntryRest final : public MemberRest {
 public:
  EntryRest(zip_file_t* file, std::size_t most) : file_(file), left_(most), piece_(piece_bytes) {}

  std::span<const std::byte> next() override {
    if (left_ == 0 || ended_) return {};
    const zip_int64_t got = zip_fread(file_, piece_.data(), std::min(left_, piece_.size()));
    whole_ = got == 0;
    ended_ = got <= 0;
    if (ended_) return {};
    left_ -= static_cast<std::size_t>(got);
    return std::span(piece_).first(static_cast<std::size_t>(got));
  }
  [[nodiscard]] bool whole() const override { return whole_; }

 private:
  static constexpr std::size_t piece_bytes = std::size_t{1} << 18;
  zip_file_t* file_;
  std::size_t left_;
  std::vector<std::byte> piece_;
  bool ended_ = false;
  bool whole_ = false;
};

class Unpacker {
 public:
  Unpacker(const UnpackLimits& limits, const std::function<void(const Member&)>& take) : limits_(limits), take_(take) {}

  void hand_out(const std::string& name, std::span<const std::byte> bytes, int depth, bool cut_short) {
    const Format format = detect(bytes);
    if (format != Format::gzip && format != Format::zip) {
      take_({.name = name, .bytes = bytes, .code = {}, .fault = {}, .cut_short = cut_short});
    } else if (depth >= limits_.depth) {
      fault(name, "archive_too_deep", quoted(name) + " is an archive in an archive in an archive: unpack it first.");
    } else if (format == Format::gzip) {
      open_gzip(name, bytes, depth);
    } else {
      open_zip(name, bytes, depth);
    }
  }

 private:
  void fault(const std::string& name, std::string code, std::string sentence) {
    take_({.name = name, .bytes = {}, .code = std::move(code), .fault = std::move(sentence)});
  }

  [[nodiscard]] std::size_t room() const { return std::min(limits_.member_bytes, limits_.total_bytes - used_); }

  void too_big(const std::string& name) {
    fault(name, "archive_too_big", quoted(name) + " unpacks to more than any training file: I left it alone.");
  }

  /// `a.fit.gz` holds `a.fit`, and the runner knows it by the name of the file.
  void open_gzip(const std::string& name, std::span<const std::byte> bytes, int depth) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> machine(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    std::vector<std::byte> plain;
    std::size_t filled = 0;
    auto rest = bytes;
    while (machine && rest.size() > 1 && rest[0] == std::byte{0x1F} && rest[1] == std::byte{0x8B}) {
      if (plain.size() == filled) plain.resize(std::min(room(), filled + std::max<std::size_t>(4096, rest.size() * 4)));
      std::size_t taken = 0;
      std::size_t made = 0;
      const libdeflate_result result = libdeflate_gzip_decompress_ex(
          machine.get(), rest.data(), rest.size(), plain.data() + filled, plain.size() - filled, &taken, &made);
      if (result == LIBDEFLATE_SUCCESS) {
        filled += made;
        rest = rest.subspan(taken);
        continue;
      }
      if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
        fault(name, "archive_damaged", quoted(name) + " is damaged: I could not unpack it.");
        return;
      }
      const std::size_t most = std::min(room(), filled + rest.size() * tightest_packing + 64);
      if (plain.size() >= most) {
        too_big(name);
        return;
      }
      plain.resize(std::min(most, plain.size() * 2));
    }
    used_ += filled;
    hand_out(name, std::span(plain).first(filled), depth + 1, false);
  }

  void open_zip(const std::string& name, std::span<const std::byte> bytes, int depth) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* const archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
      if (source != nullptr) zip_source_free(source);
      fault(name, "archive_damaged", quoted(name) + " is a damaged or incomplete archive: download or pack it again.");
      return;
    }
    const zip_int64_t entries = std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(entries); ++i) {
      if (++members_ > limits_.members) {
        fault(name, "archive_too_many",
              quoted(name) + " holds too many files: I stopped after " + std::to_string(limits_.members) + ".");
        break;
      }
      open_entry(archive, i, name, depth);
    }
    zip_discard(archive);
  }

  void open_entry(zip_t* archive, zip_uint64_t index, const std::string& archive_name, int depth) {
    const char* const raw_name = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
    const std::string_view entry = raw_name == nullptr ? std::string_view() : std::string_view(raw_name);
    if (entry.ends_with('/') || entry.starts_with("__MACOSX/")) return;  // folders, and macOS' notes on files
    const std::string name = archive_name + "/" + sane_name(entry);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive, index, 0, &stat) == 0 && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        stat.encryption_method != ZIP_EM_NONE) {
      fault(name, "archive_locked", quoted(name) + " is locked with a password: unpack it first.");
      return;
    }
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive, index, 0));
    if (!file) {
      fault(name, "archive_damaged", quoted(name) + " could not be unpacked.");
      return;
    }
    std::vector<std::byte> plain;
    std::size_t filled = 0;
    bool cut_short = false;
    for (;;) {
      if (filled == plain.size()) {
        if (filled > room()) {
          too_big(name);
          return;
        }
        // One byte more than there is room for shows that there is more.
        plain.resize(std::min(room() + 1, std::max<std::size_t>(65536, plain.size() * 2)));
        if (plain.size() == filled) {
          too_big(name);
          return;
        }
      }
      const zip_int64_t got = zip_fread(file.get(), plain.data() + filled, plain.size() - filled);
      if (got < 0) cut_short = true;
      if (got <= 0) break;
      const bool first_piece = filled == 0;
      filled += static_cast<std::size_t>(got);
      if (first_piece && filled == plain.size() && detect(std::span(plain).first(filled)) == Format::apple_health) {
        EntryRest rest(file.get(), limits_.streamed_bytes);
        take_({.name = name, .bytes = std::span(plain).first(filled), .code = {}, .fault = {}, .rest = &rest});
        return;
      }
    }
    if (filled > room()) {
      too_big(name);
      return;
    }
    if (cut_short && filled == 0) {
      fault(name, "archive_damaged", quoted(name) + " is damaged: I could not unpack it.");
      return;
    }
    used_ += filled;
    hand_out(name, std::span(plain).first(filled), depth + 1, cut_short);
  }

  const UnpackLimits& limits_;
  const std::function<void(const Member&)>& take_;
  std::size_t used_ = 0;
  std::size_t members_ = 0;
};

}  // namespace

void unpack(std::string_view name, std::span<const std::byte> bytes, const UnpackLimits& limits,
            const std::function<void(const Member&)>& take) {
  Unpacker(limits, take).hand_out(std::string(name), bytes, 0, false);
}

}  // namespace hipline::importers
