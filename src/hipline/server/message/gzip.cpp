#include "hipline/server/message/gzip.hpp"

#include <libdeflate.h>

#include <memory>

#include "hipline/base/assertion.hpp"

namespace hipline::server {
namespace {

/// Less than this leaves in one packet anyway.
constexpr std::size_t one_packet = 1400;
/// An answer is sent once or a few times: a quick level, at which today's page still takes a seventh of its room.
constexpr int quick = 4;

struct Free {
  void operator()(libdeflate_compressor* it) const { libdeflate_free_compressor(it); }
};

}  // namespace

std::optional<std::string> as_gzip(std::string_view text) {
  if (text.size() <= one_packet) return std::nullopt;
  const std::unique_ptr<libdeflate_compressor, Free> compressor(libdeflate_alloc_compressor(quick));
  HIPLINE_ASSERT(compressor);
  std::string packed(text.size(), '\0');
  const std::size_t size =
      libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), packed.data(), packed.size());
  if (size == 0) return std::nullopt;
  packed.resize(size);
  return packed;
}

}  // namespace hipline::server
