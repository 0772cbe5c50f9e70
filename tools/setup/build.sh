# shellcheck shell=bash
# Building with the presets of CMakePresets.json. Sourced after packages.sh.
: "${root_folder:?the script that sources this sets it to the checkout}"

# build_preset PRESET [TARGET...]: configures and builds; the log lies in build/PRESET/build.log.
# On a terminal the progress shows; else only what went wrong does.
build_preset() {
  local preset=$1 log="$root_folder/build/$1/build.log" targets=()
  shift
  [ $# -eq 0 ] || targets=(--target "$@")
  mkdir -p "$root_folder/build/$preset"
  if [ -t 2 ]; then
    (cd "$root_folder" && cmake --preset "$preset" >"$log" && NINJA_STATUS='[%f of %t, %e s] ' cmake --build "build/$preset" -j "$(nproc)" "${targets[@]}") >&2
  else
    (cd "$root_folder" && cmake --preset "$preset" && cmake --build "build/$preset" -j "$(nproc)" "${targets[@]}") >"$log" 2>&1 || {
      grep -E -A 6 'error|FAILED|Error' "$log" | head -n 40 >&2 || true
      return 1
    }
  fi
}
