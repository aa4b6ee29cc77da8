#!/bin/sh
set -e
me=$(basename "$0")
say() {
  if [ -z "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ]; then
    echo "$me: $*"
  fi
}
conf=etc/nginx/conf.d/default.conf
if [ ! -f "/$conf" ]; then
  say "info: /$conf is not a file or does not exist"
  exit 0
fi
touch "/$conf" 2> /dev/null || {
  say "info: can not modify /$conf (read-only file system?)"
  exit 0
}
if grep -q 'listen  \[::\]:80;' "/$conf"; then
  say "info: IPv6 listen already enabled"
  exit 0
fi
say "info: Getting the checksum of /$conf"
# The file as the package has it, which nobody has touched.
if ! echo "373c05e8f0b72fc765497649010e6ba4fa0c6a5f139b132b033884c707da8649  /$conf" | sha256sum -c - > /dev/null 2>&1; then
  say "info: /$conf differs from the packaged version"
  exit 0
fi
sed -i -E 's/^( *)listen       80;/&\n\1listen  [::]:80;/' "/$conf"
say "info: Enabled listen on IPv6 in /$conf"
