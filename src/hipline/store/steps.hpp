#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipline::store {

/// Appends whole numbers in little room where neighbours differ little: the steps from one to the next, less the
/// smallest of each block, in as many bits as the block's largest needs. Any numbers come back as they were.
void append_steps(std::string& out, std::span<const std::int64_t> numbers);

/// Takes `count` numbers off the front of `in`; nothing where they are not whole there.
std::optional<std::vector<std::int64_t>> take_steps(std::string_view& in, std::size_t count);

}  // namespace hipline::store
