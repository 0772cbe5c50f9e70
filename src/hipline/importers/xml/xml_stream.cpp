#include "hipline/importers/xml/xml_stream.hpp"

#include <expat.h>

#include <algorithm>

#include "hipline/importers/xml/xml_text.hpp"
#include "hipline/importers/xml/xml_tree.hpp"

namespace hipline::importers {
namespace {

constexpr std::size_t chunk = 1 << 20;

/// Some sites put blanks before the XML declaration, which strictly is an error.
std::span<const std::byte> without_leading_blanks(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return bytes.last(without_blanks_in_front(text).size());
}

struct Level {
  std::string name;
  std::string text;
};

struct State {
  XML_Parser parser = nullptr;
  XmlListener* listener = nullptr;
  std::vector<Level> levels;  ///< those open now and, behind them, some that were: their memory is used again
  std::size_t depth = 0;      ///< how many are open
  XmlAttributes attributes;
  bool stop_at_root = false;
  bool stopped = false;  ///< by us: an entity or endless nesting
  std::string root;

  [[nodiscard]] std::string_view parent() const {
    return depth < 2 ? std::string_view() : std::string_view(levels[depth - 2].name);
  }
  void stop() {
    stopped = true;
    XML_StopParser(parser, XML_FALSE);
  }
};

void on_begin(void* user, const XML_Char* raw_name, const XML_Char** raw_attributes) {
  State& state = *static_cast<State*>(user);
  if (state.stopped) return;
  const std::string_view name = local_name(raw_name);
  if (state.root.empty()) state.root = std::string(name);
  if (state.stop_at_root || state.depth >= deepest_element) {
    state.stop();
    return;
  }
  state.attributes.clear();
  for (const XML_Char** pair = raw_attributes; pair[0] != nullptr; pair += 2) {
    state.attributes.emplace_back(local_name(pair[0]), pair[1]);
  }
  if (state.levels.size() == state.depth) state.levels.emplace_back();
  Level& level = state.levels[state.depth++];
  level.name = name;
  level.text.clear();
  state.listener->begin(state.parent(), name, state.attributes);
}

void on_end(void* user, const XML_Char*) {
  State& state = *static_cast<State*>(user);
  if (state.stopped || state.depth == 0) return;
  const Level& level = state.levels[state.depth - 1];
  state.listener->end(state.parent(), level.name, without_blanks_behind(level.text));
  --state.depth;
}

void on_text(void* user, const XML_Char* text, int length) {
  State& state = *static_cast<State*>(user);
  if (state.stopped || state.depth == 0 || length <= 0) return;
  std::string& kept = state.levels[state.depth - 1].text;
  std::string_view more(text, static_cast<std::size_t>(length));
  // Between elements stand line ends and indents, piece by piece: nothing begins with them.
  if (kept.empty()) more = without_blanks_in_front(more);
  kept.append(more.substr(0, longest_element_text - kept.size()));
}

/// Training files declare no entities; those that do are built to exhaust a reader.
void on_entity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
               const XML_Char*, const XML_Char*) {
  static_cast<State*>(user)->stop();
}

void listen(XML_Parser parser, State& state) {
  state.parser = parser;
  XML_SetUserData(parser, &state);
  XML_SetElementHandler(parser, on_begin, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetEntityDeclHandler(parser, on_entity);
}

struct Outcome {
  XML_Error error = XML_ERROR_NONE;
  std::size_t read_bytes = 0;
};

Outcome parse(std::span<const std::byte> bytes, const char* encoding, State& state) {
  const XML_Parser parser = XML_ParserCreate(encoding);
  if (parser == nullptr) return {XML_ERROR_NO_MEMORY, 0};
  listen(parser, state);
  Outcome outcome;
  for (std::size_t at = 0;;) {
    const std::size_t size = std::min(chunk, bytes.size() - at);
    const bool last = at + size == bytes.size();
    if (XML_Parse(parser, reinterpret_cast<const char*>(bytes.data() + at), static_cast<int>(size), last) !=
        XML_STATUS_OK) {
      outcome.error = XML_GetErrorCode(parser);
      break;
    }
    at += size;
    if (last) break;
  }
  const XML_Index index = XML_GetCurrentByteIndex(parser);
  outcome.read_bytes = index < 0 ? 0 : std::min(static_cast<std::size_t>(index), bytes.size());
  XML_ParserFree(parser);
  state.parser = nullptr;
  return outcome;
}

/// The text with blanks for what XML forbids and some programs write all the same: a bare `&`, a name of HTML's
/// (`&nbsp;`), control characters. None of them stands in a number that we need.
std::vector<std::byte> without_forbidden(std::span<const std::byte> text) {
  std::vector<std::byte> made(text.begin(), text.end());
  const std::string_view characters(reinterpret_cast<const char*>(text.data()), text.size());
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char c = characters[i];
    if (is_control(c) || (c == '&' && !is_known_reference(characters.substr(i + 1)))) made[i] = std::byte{' '};
  }
  return made;
}

bool encoding_fault(XML_Error error) { return error == XML_ERROR_UNKNOWN_ENCODING || error == XML_ERROR_INVALID_TOKEN; }

}  // namespace

XmlEnding read_xml(std::span<const std::byte> bytes, const std::function<XmlListener&()>& fresh) {
  const auto text = without_leading_blanks(bytes);
  if (may_be_tree(text) && read_tree(text, fresh())) {
    XmlEnding ending;
    ending.complete = true;
    ending.read_bytes = bytes.size();
    return ending;
  }
  State state{.listener = &fresh(), .levels = {}, .attributes = {}, .root = {}};
  Outcome outcome = parse(text, nullptr, state);
  std::vector<std::byte> masked;
  if (encoding_fault(outcome.error) || outcome.error == XML_ERROR_UNDEFINED_ENTITY ||
      outcome.error == XML_ERROR_BAD_CHAR_REF) {
    // Names and notes are often written in another encoding than announced. Latin-1 reads every byte, and the numbers
    // we need are the same in it. Whichever way gets furthest is kept, the plainer one first.
    struct Way {
      bool masked;
      const char* encoding;
    };
    Way best{false, nullptr};
    Way last = best;
    const auto read = [&](Way way) {
      state = State{.listener = &fresh(), .levels = {}, .attributes = {}, .root = {}};
      last = way;
      return parse(way.masked ? std::span<const std::byte>(masked) : text, way.encoding, state);
    };
    for (const Way way : {Way{false, "ISO-8859-1"}, Way{true, nullptr}, Way{true, "ISO-8859-1"}}) {
      if (way.masked && masked.empty()) masked = without_forbidden(text);
      const Outcome next = read(way);
      if (next.error != XML_ERROR_NONE && next.read_bytes <= outcome.read_bytes) continue;
      outcome = next;
      best = way;
      if (outcome.error == XML_ERROR_NONE || !encoding_fault(outcome.error)) break;
    }
    if (last.masked != best.masked || last.encoding != best.encoding) outcome = read(best);
    if (!best.masked) masked.clear();
  }
  XmlEnding ending;
  ending.read_over = !masked.empty();
  ending.complete = outcome.error == XML_ERROR_NONE && !state.stopped;
  ending.breaks_off =
      !state.stopped && (outcome.error == XML_ERROR_NO_ELEMENTS || outcome.error == XML_ERROR_UNCLOSED_TOKEN ||
                         outcome.error == XML_ERROR_PARTIAL_CHAR || outcome.error == XML_ERROR_UNCLOSED_CDATA_SECTION ||
                         outcome.read_bytes >= text.size());
  ending.read_bytes = outcome.read_bytes + (bytes.size() - text.size());
  return ending;
}

struct XmlFeed::State {
  hipline::importers::State reading;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser{XML_ParserCreate(nullptr), &XML_ParserFree};
  XML_Error error = XML_ERROR_NONE;
  std::size_t fed = 0;

  bool parse(std::span<const std::byte> bytes, bool last) {
    if (!parser || error != XML_ERROR_NONE || reading.stopped) return false;
    for (std::size_t at = 0; at < bytes.size() || last;) {
      const std::size_t size = std::min(chunk, bytes.size() - at);
      const bool ends = last && at + size == bytes.size();
      if (XML_Parse(parser.get(), reinterpret_cast<const char*>(bytes.data() + at), static_cast<int>(size), ends) !=
          XML_STATUS_OK) {
        error = XML_GetErrorCode(parser.get());
        return false;
      }
      at += size;
      fed += size;
      if (ends) break;
    }
    return true;
  }
};

XmlFeed::XmlFeed(XmlListener& listener) : state_(std::make_unique<State>()) {
  state_->reading.listener = &listener;
  if (state_->parser) listen(state_->parser.get(), state_->reading);
}
XmlFeed::~XmlFeed() = default;

bool XmlFeed::feed(std::span<const std::byte> piece) { return state_->parse(piece, false); }

XmlEnding XmlFeed::finish(bool whole) {
  const bool sound = state_->parse({}, true);
  XmlEnding ending;
  ending.complete = sound && whole;
  ending.breaks_off = !whole || state_->error == XML_ERROR_NO_ELEMENTS || state_->error == XML_ERROR_UNCLOSED_TOKEN;
  ending.read_bytes = state_->fed;
  return ending;
}

std::string root_element(std::span<const std::byte> bytes) {
  constexpr std::size_t enough = 65536;
  const auto text = without_leading_blanks(bytes);
  const auto start = text.first(std::min(text.size(), enough));
  for (const char* encoding : {static_cast<const char*>(nullptr), "ISO-8859-1"}) {
    State state{.levels = {}, .attributes = {}, .stop_at_root = true, .root = {}};
    const Outcome outcome = parse(start, encoding, state);
    if (!state.root.empty()) return state.root;
    if (!encoding_fault(outcome.error)) break;
  }
  return {};
}

}  // namespace hipline::importers
