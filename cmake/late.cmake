# hipline_late(MODULE PkgConfig::LIBRARY NAME)
# The module sees the library's headers and opens it at its first call (base/late_function.hpp), under the soname that is in
# HIPLINE_NAME: it is not linked, so that the commands which never need it start without it.
function(hipline_late module library name)
  get_target_property(files ${library} INTERFACE_LINK_LIBRARIES)
  list(GET files 0 file)
  execute_process(COMMAND "${CMAKE_OBJDUMP}" -p "${file}" OUTPUT_VARIABLE told COMMAND_ERROR_IS_FATAL ANY)
  if(NOT told MATCHES "SONAME +([^\n ]+)")
    message(FATAL_ERROR "${file} tells no soname.")
  endif()
  target_compile_definitions(hipline_${module} PRIVATE HIPLINE_${name}="${CMAKE_MATCH_1}")
  target_include_directories(hipline_${module} SYSTEM PRIVATE $<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>)
endfunction()
