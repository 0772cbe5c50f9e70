#pragma once

#include <cstddef>
#include <span>

#include "hipline/importers/xml/xml_stream.hpp"

namespace hipline::importers {

/// Whether a text may be read as a tree: UTF-8 of at most 16 MB, in which nothing is declared and nothing stands that
/// XML forbids. Others are streamed, which says what is wrong with them.
bool may_be_tree(std::span<const std::byte> text);

/// Reads a text that `may_be_tree` whole and then tells the listener of it, as a stream would, in a third of the time
/// (but for blanks between the pieces of a text that a child interrupts).
/// False where the text turns out to be no sound XML: it is then to be streamed to a fresh listener.
bool read_tree(std::span<const std::byte> text, XmlListener& listener);

}  // namespace hipline::importers
