#!/bin/sh
set -eu

if [ "${1#-}" != "$1" ]; then
  set -- serve "$@"
fi

if [ "$1" = "serve" ] && [ "$(id -u)" = "0" ]; then
  find /data \! -user svc -exec chown svc '{}' +
  exec su -s /bin/sh svc -c 'echo "serving as $(id -un)"'
fi

exec "$@"
