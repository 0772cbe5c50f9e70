# Finds SOCI, whose Debian package has neither a CMake file nor a .pc file.
#   find_package(SOCI REQUIRED COMPONENTS sqlite3)  ->  SOCI::core, SOCI::sqlite3
include(FindPackageHandleStandardArgs)

find_path(SOCI_INCLUDE_DIR soci/soci.h)
find_library(SOCI_core_LIBRARY soci_core)
set(required SOCI_core_LIBRARY SOCI_INCLUDE_DIR)
foreach(component IN LISTS SOCI_FIND_COMPONENTS)
  find_library(SOCI_${component}_LIBRARY soci_${component})
  list(APPEND required SOCI_${component}_LIBRARY)
  if(SOCI_${component}_LIBRARY)
    set(SOCI_${component}_FOUND TRUE)
  endif()
endforeach()
if(SOCI_INCLUDE_DIR)
  file(STRINGS "${SOCI_INCLUDE_DIR}/soci/version.h" version_line REGEX "define SOCI_LIB_VERSION \"")
  string(REGEX REPLACE ".*\"([0-9]+)_([0-9]+)_([0-9]+)\".*" "\\1.\\2.\\3" SOCI_VERSION "${version_line}")
endif()
find_package_handle_standard_args(SOCI REQUIRED_VARS ${required} VERSION_VAR SOCI_VERSION HANDLE_COMPONENTS)

if(SOCI_FOUND AND NOT TARGET SOCI::core)
  add_library(SOCI::core SHARED IMPORTED)
  set_target_properties(SOCI::core PROPERTIES IMPORTED_LOCATION "${SOCI_core_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${SOCI_INCLUDE_DIR}" INTERFACE_LINK_LIBRARIES "${CMAKE_DL_LIBS}")
  foreach(component IN LISTS SOCI_FIND_COMPONENTS)
    add_library(SOCI::${component} SHARED IMPORTED)
    set_target_properties(SOCI::${component} PROPERTIES IMPORTED_LOCATION "${SOCI_${component}_LIBRARY}"
                          INTERFACE_LINK_LIBRARIES SOCI::core)
  endforeach()
endif()
mark_as_advanced(SOCI_INCLUDE_DIR SOCI_core_LIBRARY)
