#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hipline::importers {

/// Name and value pairs of an element; names without their prefix.
using XmlAttributes = std::vector<std::pair<std::string_view, std::string_view>>;

/// Receives the elements of an XML text as they come. Names come without their namespace prefix, since real files
/// forget to declare it.
class XmlListener {
 public:
  XmlListener() = default;
  XmlListener(const XmlListener&) = delete;
  XmlListener& operator=(const XmlListener&) = delete;
  virtual ~XmlListener() = default;
  /// An element begins inside `parent` (empty: the root).
  virtual void begin(std::string_view parent, std::string_view name, const XmlAttributes& attributes) = 0;
  /// An element ends. `text` is what stood in it, trimmed, without its children's.
  virtual void end(std::string_view parent, std::string_view name, std::string_view text) = 0;
};

struct XmlEnding {
  bool complete = false;
  bool breaks_off = false;  ///< the text ends too early; otherwise it is broken inside
  bool read_over = false;   ///< characters that XML forbids were taken for blanks
  std::size_t read_bytes = 0;
};

/// Streams `bytes` to the listener that `fresh` makes. Refuses entity declarations and endless nesting; keeps no more
/// text than it needs. A text whose encoding is not what it says, or with characters that XML forbids (a bare `&` in a
/// name), is read once more, with another fresh listener.
XmlEnding read_xml(std::span<const std::byte> bytes, const std::function<XmlListener&()>& fresh);

/// Streams a text that comes in pieces, too large to lie in memory. As `read_xml`, but without a second try at another
/// encoding.
class XmlFeed {
 public:
  explicit XmlFeed(XmlListener& listener);
  ~XmlFeed();
  XmlFeed(const XmlFeed&) = delete;
  XmlFeed& operator=(const XmlFeed&) = delete;

  /// False where the text is broken here: more of it is not read.
  bool feed(std::span<const std::byte> piece);
  /// There is no more. `whole`: nothing was missing behind the last piece.
  XmlEnding finish(bool whole);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The name of the first element, without prefix; empty where the bytes are no XML.
std::string root_element(std::span<const std::byte> bytes);

}  // namespace hipline::importers
