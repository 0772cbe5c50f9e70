#include "hipline/base/late_function.hpp"

#include <gtest/gtest.h>
#include <math.h>

namespace hipline {
namespace {

constexpr const char* math = "libm.so.6";
HIPLINE_LATE(math, drem);
const LateFunction<double(double)> missing{math, "no_such_function"};
const LateFunction<double(double)> homeless{"libno-such-library.so.1", "drem"};

TEST(LateFunction, IsCalledLikeTheFunctionItself) {
  EXPECT_DOUBLE_EQ(drem(5.0, 3.0), -1.0);
  EXPECT_DOUBLE_EQ(drem(7.0, 3.0), 1.0);
}

TEST(LateFunctionDeathTest, EndsWithASentenceWhereLibraryOrFunctionIsMissing) {
  EXPECT_EXIT(missing(1.0), testing::ExitedWithCode(127), "libm.so.6 is needed");
  EXPECT_EXIT(homeless(1.0), testing::ExitedWithCode(127), "libno-such-library.so.1 is needed");
}

}  // namespace
}  // namespace hipline
