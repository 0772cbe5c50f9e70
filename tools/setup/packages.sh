# shellcheck shell=bash
# Debian packages for ./run and ./test. Sourced; the caller has set root_folder to the checkout.
# Everything said here goes to standard error: standard output belongs to hipline.
: "${root_folder:?the script that sources this sets it to the checkout}"

say() { printf '%s\n' "$*" >&2; }

# Ends with one clear sentence.
fail() {
  say "$*"
  exit 1
}

# names_in GROUP...: the packages of the groups, one a line.
names_in() {
  local group
  for group in "$@"; do sed -e 's/[[:space:]]*#.*//' -e '/^[[:space:]]*$/d' "$root_folder/tools/setup/packages.$group"; done
}

# missing_packages GROUP...: those of them that are not installed, under their own name or as part of another package (the Node.js
# of nodesource.com brings npm along).
missing_packages() {
  local installed
  installed=$(dpkg-query --show --showformat='${db:Status-Abbrev} ${Package}, ${Provides}\n' 2>/dev/null |
    sed -n 's/^ii *//p' | tr ',' '\n' | sed -e 's/^ *//' -e 's/ .*//')
  names_in "$@" | grep -vxF -f <(printf '%s\n' "$installed" | sed '/^$/d') || true
}

# needs_space MEGABYTES FOLDER FOR_WHAT: fails where the disk has less.
needs_space() {
  local free
  free=$(df --output=avail --block-size=1M "$2" | tail -n 1 | tr -d ' ')
  [ "$free" -ge "$1" ] || fail "The disk under $2 has $free MB free, and $3 needs about $1 MB: please make room and try again."
}

# install_packages GROUP...: installs what is missing from Debian; does nothing where all is there.
install_packages() {
  command -v dpkg-query >/dev/null || fail "This computer does not run Debian: Hipline is built and tried on Debian 12 (bookworm)."
  local missing as_root=() log count
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  # shellcheck source=/dev/null
  [ "$(. /etc/os-release && echo "${ID:-} ${VERSION_ID:-}")" = "debian 12" ] ||
    fail "This computer does not run Debian 12 (bookworm), so these packages have to be installed by hand: $(echo "$missing" | tr '\n' ' ')"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "Some Debian packages are missing, and installing them needs root or sudo: $(echo "$missing" | tr '\n' ' ')"
    as_root=(sudo)
  fi
  count=$(echo "$missing" | wc -l)
  needs_space 2500 /usr "installing Debian's packages"
  say "Installing $count Debian packages (1 to 4 minutes, by your connection) …"
  mkdir -p "$root_folder/build"
  log="$root_folder/build/packages.log"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update >"$log" 2>&1 ||
    say "Debian's package lists could not all be refreshed; going on with those that are here."
  # shellcheck disable=SC2086  # one word per package
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends install $missing >>"$log" 2>&1 </dev/null || {
    grep -E '^(E:|dpkg: error)' "$log" | tail -n 5 >&2 || true
    fail "Debian's packages could not be installed: is this computer online? The whole story is in build/packages.log."
  }
}
