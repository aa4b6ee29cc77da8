#!/bin/sh
set -e
[ -n "${NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE:-}" ] || exit 0
sed -i -E "s/^(worker_processes)( +)[^;]+;/\1\2$(nproc);/" /etc/nginx/nginx.conf
