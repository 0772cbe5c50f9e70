#pragma once

// Debian's SOCI was built beside Boost and says so in its configuration, but its package does not bring Boost's
// headers. We bind neither Boost's tuples nor its sequences, and nothing else depends on it.
#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST
#undef SOCI_HAVE_BOOST_DATE_TIME

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
