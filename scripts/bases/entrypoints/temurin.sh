#!/usr/bin/env sh
set -e
# Certificates of one's own come into the trust store only where they are asked for.
if [ -n "$USE_SYSTEM_CA_CERTS" ]; then
  keytool -list > /dev/null
fi
exec "$@"
