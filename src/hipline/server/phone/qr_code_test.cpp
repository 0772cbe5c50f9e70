#include "hipline/server/phone/qr_code.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace hipline::server {
namespace {

const std::string address = "https://192.168.178.120:4748/pair?code=ABCDE-FGHJK";

int dark_squares(const QrCode& code) {
  int count = 0;
  for (int row = 0; row < code.size(); ++row)
    for (int column = 0; column < code.size(); ++column) count += code.dark(row, column) ? 1 : 0;
  return count;
}

TEST(QrCode, three_corners_carry_the_pattern_that_cameras_look_for) {
  const auto code = QrCode::of(address);
  ASSERT_TRUE(code);
  EXPECT_LE(code->size(), 37);  // fits into a terminal of 80 columns
  const int far = code->size() - 7;
  for (const auto& [top, left] : {std::pair{0, 0}, {0, far}, {far, 0}})
    for (int row = 0; row < 7; ++row)
      for (int column = 0; column < 7; ++column) {
        const int ring = std::max(std::abs(row - 3), std::abs(column - 3));
        EXPECT_EQ(code->dark(top + row, left + column), ring != 2);
      }
}

TEST(QrCode, the_terminal_shows_every_square_with_a_light_margin) {
  const auto code = QrCode::of(address);
  // Light squares are drawn: blanks and the other half of a half block are the dark ones.
  int dark = 0;
  int lines = 0;
  std::istringstream text(as_half_blocks(*code, Colours::no));
  for (std::string line; std::getline(text, line); ++lines) {
    int columns = 0;
    for (std::size_t at = 0; at < line.size(); ++columns) {
      const bool blank = line[at] == ' ';
      const std::string sign = blank ? " " : line.substr(at, 3);
      dark += blank ? 2 : sign == "█" ? 0 : 1;
      at += blank ? 1 : 3;
    }
    EXPECT_EQ(columns, code->size() + 8);
  }
  EXPECT_EQ(lines, (code->size() + 9) / 2);
  EXPECT_EQ(dark, dark_squares(*code));
}

TEST(QrCode, the_picture_holds_as_much_dark) {
  const auto code = QrCode::of(address);
  const std::string svg = as_svg(*code);
  const std::string side = std::to_string(code->size() + 8);
  EXPECT_NE(svg.find("viewBox=\"0 0 " + side + " " + side + "\""), std::string::npos);
  int dark = 0;
  const std::size_t squares = svg.find("#000");
  for (std::size_t at = svg.find('h', squares); at != std::string::npos; at = svg.find('h', at + 1))
    if (svg[at + 1] != '-') dark += std::stoi(svg.substr(at + 1));
  // Each run goes there (h3) and back (h-3).
  EXPECT_EQ(dark, dark_squares(*code));
}

TEST(QrCode, too_much_is_refused) { EXPECT_EQ(QrCode::of(std::string(4000, 'x')).error().code, "too_long_for_a_code"); }

}  // namespace
}  // namespace hipline::server
