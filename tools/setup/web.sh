# shellcheck shell=bash
# The app in the browser: its assets for `hipline serve`, in build/web. Sourced after packages.sh, build.sh and node.sh.
: "${root_folder:?the script that sources this sets it to the checkout}"

# web_assets: builds the guided circuit for the browser and the app round it.
web_assets() {
  install_packages wasm
  node_toolchain || return 1
  build_preset wasm session.wasm || return 1
  (cd "$root_folder/web" && npm ci --no-audit --no-fund && npm run build) >"$root_folder/build/web.log" 2>&1 || {
    say "The app could not be built: the whole story is in build/web.log."
    return 1
  }
}
