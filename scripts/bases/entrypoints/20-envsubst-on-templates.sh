#!/bin/sh
set -e
me=$(basename "$0")
say() {
  if [ -z "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ]; then
    echo "$me: $*"
  fi
}
from=${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}
ending=${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}
to=${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
[ -d "$from" ] || exit 0
if [ ! -w "$to" ]; then
  say "ERROR: $from exists, but $to is not writable"
  exit 0
fi
names=$(env | awk -F= -v filter="${NGINX_ENVSUBST_FILTER:-}" '$1 ~ filter && /=/ { printf "${%s} ", $1 }')
find "$from" -follow -type f -name "*$ending" | sort | while read -r template; do
  path=${template#"$from/"}
  output=$to/${path%"$ending"}
  mkdir -p "$(dirname "$output")"
  say "Running envsubst on $template to $output"
  envsubst "$names" < "$template" > "$output"
done
