#pragma once

#include <string>
#include <string_view>

#include "hipline/app/import/import.hpp"

namespace hipline::app {

/// Imports one file whose bytes came over the wire, as `import_paths` imports one of the disk.
/// Errors: those of `import_paths`.
Result<ImportReport> import_upload(const std::string& name, std::string_view bytes, const std::string& runner_id,
                                   const std::string& program_version, const ImportWorld& world,
                                   const TellProgress& tell = {});

}  // namespace hipline::app
