# shellcheck shell=bash
# A current pair of node and npm for what is checked or made with them. Sourced after packages.sh.
# Debian 12's node 18 and npm 9 only fetch the pair from npm's registry into .toolchain; everything else runs with that.
: "${root_folder:?the script that sources this sets it to the checkout}"

node_toolchain() {
  local bin="$root_folder/.toolchain/node_modules/.bin"
  if [ ! -x "$bin/node" ] || [ ! -x "$bin/npm" ]; then
    command -v npm >/dev/null || install_packages web
    say "Fetching node 22 and npm 11 from npm's registry (about half a minute) …"
    mkdir -p "$root_folder/build"
    npm install --prefix "$root_folder/.toolchain" --no-audit --no-fund node@22 npm@11 >"$root_folder/build/node.log" 2>&1 ||
      {
        say "node 22 could not be fetched from npm's registry: is this computer online? The whole story is in build/node.log."
        return 1
      }
  fi
  export PATH="$bin:$PATH"
}
