#!/bin/sh
set -e
# Options, unknown commands and files that are not programs are meant for node.
case "$1" in
  -*) set -- node "$@" ;;
  *)
    if ! command -v "$1" > /dev/null || { [ -f "$1" ] && [ ! -x "$1" ]; }; then
      set -- node "$@"
    fi
    ;;
esac
exec "$@"
