#!/bin/sh
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./run and ./check would do on systems that are not at hand, with their package managers replaced by fakes that write
# down how they were called. Prints TAP.
#
# Usage: test_setup.sh SOURCE_ROOT
# shellcheck disable=SC2016 # the fakes' bodies are expanded by the fakes
set -u
source_root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number=0

# fake NAME BODY: a command of that name in the fake PATH.
fake () {
  printf '#!/bin/sh\necho "%s $*" >>"%s/calls"\n%s\n' "$1" "$work" "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# begin USER-ID: an empty PATH but for the shell, and no calls.
begin () {
  rm -rf "${work:?}/bin"
  mkdir "$work/bin"
  : >"$work/calls"
  ln -s "$(command -v sh)" "$work/bin/sh"
  ln -s "$(command -v env)" "$work/bin/env"
  printf '#!/bin/sh\necho %s\n' "$1" >"$work/bin/id"
  chmod +x "$work/bin/id"
}

# attempt: installs what is missing to run; its words go to $work/said.
attempt () {
  (cd "$source_root" && PATH=$work/bin && . .ci/setup.sh && install_missing run) >"$work/said" 2>&1 </dev/null
}

# answer TEXT: the same with somebody at a terminal who answers so.
answer () {
  cat >"$work/attempt" <<EOT
cd "$source_root" && PATH=$work/bin && . .ci/setup.sh && install_missing run
EOT
  printf '%s\n' "$1" | script -qec "sh $work/attempt" /dev/null >"$work/said" 2>&1
}

# result STATUS TITLE
result () {
  number=$((number + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $number - $2"
  else
    echo "not ok $number - $2"
    sed 's/^/# /' "$work/calls" "$work/said"
  fi
}

called () { grep -q -- "$1" "$work/calls"; }
said () { grep -q -- "$1" "$work/said"; }

begin 0
fake dnf 'exit 0'
fake rpm '[ "$3" = gcc ]'
attempt && called '^dnf install -y .*gtk4-devel .*libadwaita-devel' && ! called 'install.* gcc '
result $? "Fedora: dnf installs what rpm does not know, and only that"

begin 0
fake pacman '[ "$1" = -S ] || [ "$2" = meson ]'
attempt && called '^pacman -S --needed --noconfirm .*gtk4 .*json-glib' && ! called '-S.* meson'
result $? "Arch: pacman installs what is missing, and only that"

begin 0
fake pacman 'exit 0'
attempt && ! called '-S'
result $? "Arch: nothing is installed when everything is there"

begin 0
fake apt-get 'exit 0'
fake dpkg-query 'exit 1'
attempt && called '^apt-get update' && called '^apt-get install .*--no-install-recommends .*libgtk-4-dev'
result $? "Debian: apt-get refreshes its lists, then installs"

begin 0
fake dnf 'exit 1'
fake rpm 'exit 1'
! attempt && said 'could not be installed'
result $? "a failing package manager ends it with a sentence"

begin 1000
fake dnf 'exit 0'
fake rpm 'exit 1'
fake sudo 'exit 0'
! attempt && said 'please run: sudo dnf install' && ! called '^sudo'
result $? "an ordinary user who cannot be asked is told the command, and sudo is not used"

begin 1000
fake dnf 'exit 0'
fake rpm 'exit 1'
! attempt && said 'please run as root: dnf install'
result $? "without sudo the command is named"

begin 1000
fake dnf 'exit 0'
fake rpm 'exit 1'
fake sudo 'exit 0'
! answer n && said 'nothing was installed' && ! called '^sudo'
result $? "who answers no keeps the machine as it is"

begin 1000
fake dnf 'exit 0'
fake rpm 'exit 1'
fake sudo 'exit 0'
answer y && said 'may I run this' && called '^sudo dnf install -y .*gtk4-devel'
result $? "who answers yes gets what was announced"

begin 0
attempt && said 'no apt, dnf or pacman'
result $? "an unknown system is built on as it is"

echo "1..$number"
