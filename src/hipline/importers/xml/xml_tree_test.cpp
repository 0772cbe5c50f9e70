#include "hipline/importers/xml/xml_tree.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "hipline/importers/xml/xml_text.hpp"

namespace hipline::importers {
namespace {

/// Writes down all that it is told.
class Written final : public XmlListener {
 public:
  void begin(std::string_view parent, std::string_view name, const XmlAttributes& attributes) override {
    text << parent << '<' << name;
    for (const auto& [key, value] : attributes) text << ' ' << key << '=' << value;
    text << '\n';
  }
  void end(std::string_view parent, std::string_view name, std::string_view within) override {
    text << parent << "</" << name << '[' << within << "]\n";
  }

  std::ostringstream text;
};

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

std::string streamed(const std::string& text) {
  Written listener;
  XmlFeed feed(listener);
  EXPECT_TRUE(feed.feed(bytes_of(text)));
  EXPECT_TRUE(feed.finish(true).complete) << text;
  return listener.text.str();
}

std::string as_tree(const std::string& text) {
  EXPECT_TRUE(may_be_tree(bytes_of(text))) << text;
  Written listener;
  EXPECT_TRUE(read_tree(bytes_of(text), listener)) << text;
  return listener.text.str();
}

std::string any_text() {
  return *rc::gen::element<std::string>("", " ", "\n\t ", "46.5", " a  b\n", "&amp;", "&#233;", "x &lt; y", "é",
                                        "<![CDATA[ <x> ]]>", "<!-- said and left -->", "<?told by a program?>");
}

std::string any_element(int depth) {
  const std::string name = *rc::gen::element<std::string>("trk", "trkpt", "ns3:hr", "gpxtpx:cad", "é");
  std::string text = "<" + name;
  if (*rc::gen::arbitrary<bool>())
    text += " lat='" + *rc::gen::element<std::string>("46.5", "", "&quot;", " a\tb") + "'";
  if (*rc::gen::arbitrary<bool>()) text += " xsi:type=\"Run_t\"";
  if (depth == 0 && *rc::gen::arbitrary<bool>()) return text + "/>";
  text += ">" + any_text();
  for (int i = *rc::gen::inRange(0, depth > 0 ? 4 : 1); i > 0; --i) text += any_element(depth - 1) + any_text();
  return text + "</" + name + " >";
}

/// A tree leaves out blanks that stand alone, also between two pieces of a text that a child interrupts.
std::string without_blanks(std::string text) {
  std::erase_if(text, is_blank);
  return text;
}

TEST(XmlTree, tells_what_a_stream_tells_of_any_sound_text) {
  EXPECT_TRUE(rc::check([] {
    const std::string front = *rc::gen::element<std::string>(
        "", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "<?xml version='1.0' encoding='utf-8'?>",
        "\xEF\xBB\xBF<?xml version=\"1.0\"?>", "<!-- made up -->\n");
    const std::string text = front + any_element(3) + *rc::gen::element<std::string>("", "\n", "<!-- end -->\n");
    RC_ASSERT(without_blanks(as_tree(text)) == without_blanks(streamed(text)));
  }));
}

TEST(XmlTree, tells_what_a_stream_tells_of_every_sound_file_of_the_corpus) {
  std::size_t compared = 0;
  for (const char* folder : {"/fuzz/corpus/gpx", "/fuzz/corpus/tcx", "/tests/fixtures/training"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(HIPLINE_SOURCE_DIR) + folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text(std::istreambuf_iterator<char>(file), {});
      Written tree;
      if (!may_be_tree(bytes_of(text)) || !read_tree(bytes_of(text), tree)) continue;
      EXPECT_EQ(tree.text.str(), streamed(text)) << entry.path();
      ++compared;
    }
  }
  EXPECT_GE(compared, 4U);
}

TEST(XmlTree, leaves_to_the_stream_what_is_not_sound) {
  for (const std::string text :
       {"", "a", "<a>", "<a></b>", "<a/>b", "<a/><b/>", "<a>&nbsp;</a>", "<a>a & b</a>", "<a>&#2;</a>", "<a>\x01</a>",
        "<a>\xE9</a>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "<a b=c/>"}) {
    Written listener;
    EXPECT_FALSE(may_be_tree(bytes_of(text)) && read_tree(bytes_of(text), listener)) << text;
  }
  std::string deep;
  for (int i = 0; i < 65; ++i) deep += "<a>";
  for (int i = 0; i < 65; ++i) deep += "</a>";
  Written listener;
  EXPECT_FALSE(read_tree(bytes_of(deep), listener));
}

/// Found by a fuzzer: a declaration that stops where the look at it stops ended the program.
TEST(XmlTree, LooksAtADeclarationOfAnyLength) {
  for (std::size_t blanks = 60; blanks < 100; ++blanks) {
    const std::string text = "<?xml version=\"1.0\"" + std::string(blanks, ' ') + "encoding=\"latin-1\"?><gpx/>";
    EXPECT_FALSE(may_be_tree(bytes_of(text))) << blanks;
  }
  EXPECT_FALSE(may_be_tree(bytes_of("<?xml version='1.0' encoding = 'latin-1'?><gpx/>")));
  EXPECT_FALSE(may_be_tree(bytes_of("<?xml version='1.0' encoding=")));
  EXPECT_TRUE(may_be_tree(bytes_of("<?xml version='1.0' encoding='utf-8'?><gpx/>")));
  EXPECT_TRUE(may_be_tree(bytes_of("<?xml version='1.0'?><gpx/>")));
  EXPECT_TRUE(may_be_tree(bytes_of("<gpx creator=\"encoding=latin-1\"/>")));
}

}  // namespace
}  // namespace hipline::importers
