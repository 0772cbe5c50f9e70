#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace hipline::importers {

/// What an archive may cost at most. The sizes that an archive announces are never trusted; these are.
struct UnpackLimits {
  std::size_t member_bytes = std::size_t{256} << 20;
  std::size_t total_bytes = std::size_t{4} << 30;
  /// Of Apple Health's export, which is read as it streams by and never lies in memory.
  std::size_t streamed_bytes = std::size_t{32} << 30;
  std::size_t members = 100'000;
  int depth = 4;  ///< archives within archives
};

/// The rest of a member that is too large to lie in memory, piece by piece.
class MemberRest {
 public:
  MemberRest() = default;
  MemberRest(const MemberRest&) = delete;
  MemberRest& operator=(const MemberRest&) = delete;
  virtual ~MemberRest() = default;
  /// Empty at the end. A piece is valid until the next one is asked for.
  virtual std::span<const std::byte> next() = 0;
  /// Whether the packing was sound to its end.
  [[nodiscard]] virtual bool whole() const = 0;
};

/// One file as it is to be read. Valid during the call only.
struct Member {
  std::string name;                  ///< `a.fit`, or `archive.zip/inner/a.fit`
  std::span<const std::byte> bytes;  ///< as unpacked; empty where `fault` is set
  std::string code;                  ///< stable; empty where all is well
  std::string fault;                 ///< why it could not be unpacked, as a sentence
  MemberRest* rest = nullptr;  ///< of Apple Health's export: `bytes` are its beginning only, and this is what follows
  bool cut_short = false;      ///< the packing was damaged: these are the bytes before the damage
};

/// Hands out every file in `bytes`: the file itself, or what a gzip or zip file holds, nested ones too.
/// A member that cannot be unpacked is handed out with its fault, and the rest still comes.
void unpack(std::string_view name, std::span<const std::byte> bytes, const UnpackLimits& limits,
            const std::function<void(const Member&)>& take);

}  // namespace hipline::importers
