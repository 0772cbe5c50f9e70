#include "hipline/server/message/upload.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>

#include "hipline/server/keys/secret.hpp"

namespace hipline::server {
namespace {

namespace fs = std::filesystem;

class OnDisk : public testing::Test {
 protected:
  OnDisk() : folder_((fs::temp_directory_path() / ("hipline-upload-" + fresh_secret())).string()) {
    fs::create_directory(folder_);
  }
  ~OnDisk() override { fs::remove_all(folder_); }
  std::string folder_;
};

TEST_F(OnDisk, gives_back_what_came_piece_by_piece) {
  const auto upload = *Upload::begin(folder_);
  EXPECT_EQ(upload->bytes()->size(), 0);
  std::string all;
  for (int i = 0; i < 1000; ++i) {
    const std::string piece(static_cast<std::size_t>(i), static_cast<char>(i));
    ASSERT_TRUE(upload->add(piece).has_value());
    all += piece;
  }
  EXPECT_EQ(upload->size(), all.size());
  EXPECT_EQ(*upload->bytes(), all);
  EXPECT_EQ(*upload->bytes(), all);
}

TEST_F(OnDisk, has_no_name_that_anybody_could_open_or_that_would_stay) {
  const auto upload = *Upload::begin(folder_);
  ASSERT_TRUE(upload->add("made up").has_value());
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(OnDisk, where_no_more_fits_it_says_so) {
  // A limit on the size of files stands in for a disk without room.
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit little{.rlim_cur = 1000, .rlim_max = before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &little), 0);
  const auto upload = *Upload::begin(folder_);
  const Status fits = upload->add(std::string(600, 'x'));
  const Status does_not = upload->add(std::string(600, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_TRUE(fits.has_value());
  ASSERT_FALSE(does_not.has_value());
  EXPECT_EQ(does_not.error().code, "disk_full");
}

TEST_F(OnDisk, where_there_is_no_folder_it_says_so) {
  const auto upload = Upload::begin(folder_ + "/not there");
  ASSERT_FALSE(upload.has_value());
  EXPECT_EQ(upload.error().code, "cannot_write");
}

}  // namespace
}  // namespace hipline::server
