# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./run and ./check share: install_missing and build. Sourced, POSIX sh. The caller has cd'ed to the source root.

say () { printf '%s\n' "demarche: $*" >&2; }
die () { say "$*"; exit 1; }

# Packages by system: to build and start the program, beyond that to test it, and to take pictures of it.
packages_for () {
  case "$1-$2" in
    apt-run) echo "gcc libc6-dev meson ninja-build pkg-config gettext libgtk-4-dev libadwaita-1-dev libjson-glib-dev libgraphviz-dev libcmark-dev \
      adwaita-icon-theme librsvg2-common fonts-cantarell" ;;
    apt-check) echo "xvfb xauth dbus at-spi2-core openbox xdotool python3 python3-jsonschema python3-pyatspi gir1.2-atspi-2.0 \
      poppler-utils desktop-file-utils appstream libxml2-utils shared-mime-info mandoc x11-xserver-utils git" ;;
    dnf-run) echo "gcc meson ninja-build pkgconf-pkg-config gettext gtk4-devel libadwaita-devel json-glib-devel graphviz-devel cmark-devel \
      adwaita-icon-theme librsvg2 abattis-cantarell-fonts" ;;
    dnf-check) echo "xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon at-spi2-core openbox xdotool python3 python3-jsonschema \
      python3-pyatspi poppler-utils desktop-file-utils appstream libxml2 shared-mime-info libasan libubsan xrdb git" ;;
    pacman-run) echo "gcc meson ninja pkgconf gettext gtk4 libadwaita json-glib graphviz cmark adwaita-icon-theme librsvg cantarell-fonts" ;;
    pacman-check) echo "xorg-server-xvfb xorg-xauth dbus at-spi2-core openbox xdotool python python-jsonschema python-atspi \
      poppler desktop-file-utils appstream libxml2 shared-mime-info xorg-xrdb git" ;;
    apt-look) echo "imagemagick" ;;
    dnf-look) echo "ImageMagick" ;;
    pacman-look) echo "imagemagick" ;;
  esac
}

find_manager () {
  for manager in apt-get dnf pacman; do
    command -v "$manager" >/dev/null 2>&1 && { echo "${manager%-get}"; return; }
  done
}

is_installed () {
  case "$1" in
    apt) [ "$(dpkg-query -W -f '${db:Status-Status}' "$2" 2>/dev/null)" = installed ] ;;
    dnf) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
    pacman) pacman -Q "$2" >/dev/null 2>&1 ;;
  esac
}

# Runs a command as root: as it is for root, else by sudo once the user has agreed.
as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    say "running: $*"
    "$@"
    return
  fi
  command -v sudo >/dev/null 2>&1 || die "please run as root: $*"
  [ -t 0 ] || die "packages are missing and there is nobody to ask; please run: sudo $*"
  printf 'demarche: may I run this?\n  sudo %s\n[y/N] ' "$*" >&2
  read -r answer
  case "$answer" in
    y|Y|yes|Yes) sudo "$@" ;;
    *) die "nothing was installed; the program needs these packages" ;;
  esac
}

# install_missing PURPOSE…: sees to the packages of each purpose (run, check).
install_missing () {
  manager=$(find_manager)
  [ -n "$manager" ] || { say "no apt, dnf or pacman here: building with what there is"; return 0; }
  missing=
  for purpose; do
    for package in $(packages_for "$manager" "$purpose"); do
      is_installed "$manager" "$package" || missing="$missing $package"
    done
  done
  [ -n "$missing" ] || return 0
  say "missing packages:$missing"
  # shellcheck disable=SC2086 # the list is meant to be split
  case "$manager" in
    apt)
      as_root apt-get update -q
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing ;;
    dnf) as_root dnf install -y $missing ;;
    pacman) as_root pacman -S --needed --noconfirm $missing ;;
  esac || die "the packages could not be installed; see above"
}

# build FOLDER [MESON-OPTION…]: configures once, then compiles what changed.
build () {
  build_folder=$1
  shift
  if [ ! -f "$build_folder/build.ninja" ]; then
    say "configuring in $build_folder"
    meson setup "$build_folder" "$@" >"$build_folder.log" 2>&1 || { cat "$build_folder.log" >&2; die "the build could not be configured"; }
    rm -f "$build_folder.log"
  fi
  say "building in $build_folder"
  ninja -C "$build_folder" >"$build_folder/build.log" 2>&1 || { cat "$build_folder/build.log" >&2; die "the build failed"; }
}
