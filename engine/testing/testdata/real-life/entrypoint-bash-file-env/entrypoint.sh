#!/usr/bin/env bash
set -Eeuo pipefail

# usage: from_file VAR [DEFAULT]
from_file() {
	local var="$1"
	local fileVar="${var}_FILE"
	local def="${2:-}"
	if [ "${!var:-}" ] && [ "${!fileVar:-}" ]; then
		printf >&2 'error: both %s and %s are set (but are exclusive)\n' "$var" "$fileVar"
		exit 1
	fi
	local val="$def"
	if [ "${!var:-}" ]; then
		val="${!var}"
	elif [ "${!fileVar:-}" ]; then
		val="$(< "${!fileVar}")"
	fi
	export "$var"="$val"
	unset "$fileVar"
}

from_file DB_PASSWORD secret
if [[ "$1" == show && -n "$DB_PASSWORD" ]]; then
	echo "password has ${#DB_PASSWORD} characters"
	exit 0
fi
exec "$@"
