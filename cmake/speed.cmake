# Faster builds where the tools are there; nothing depends on them.
find_program(HIPLINE_CCACHE ccache)
if(HIPLINE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER AND NOT CMAKE_CXX_CLANG_TIDY)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${HIPLINE_CCACHE}")
endif()
find_program(HIPLINE_MOLD mold)
if(HIPLINE_MOLD AND NOT HIPLINE_WASM AND NOT CMAKE_EXE_LINKER_FLAGS MATCHES "fuse-ld")
  add_link_options(-fuse-ld=mold)
endif()
