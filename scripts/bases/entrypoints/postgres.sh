#!/usr/bin/env bash
set -e
case "$1" in
  -*) set -- postgres "$@" ;;
esac
if [ "$1" = postgres ] && [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA"
  chown -R postgres "$PGDATA"
  exec gosu postgres "$0" "$@"
fi
exec "$@"
