#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image of the assignment: Node, and the grader beside it.
set -euo pipefail
SOURCE=${SOURCE:-/autograder/source}
PREFIX=${PREFIX:-/opt/drydock}
NODE_VERSION=${NODE_VERSION:-24.21.0}

mkdir -p "$PREFIX/grader"
if [ ! -x "$PREFIX/node/bin/node" ]; then
  command -v curl > /dev/null && command -v xz > /dev/null || {
    apt-get update
    apt-get install -y --no-install-recommends ca-certificates curl xz-utils
  }
  mkdir -p "$PREFIX/node"
  curl -fsSL "https://nodejs.org/dist/v$NODE_VERSION/node-v$NODE_VERSION-linux-x64.tar.xz" |
    tar -xJ -C "$PREFIX/node" --strip-components=1
fi
tar -xzf "$SOURCE"/drydock-grade*.tgz -C "$PREFIX/grader" --strip-components=1
"$PREFIX/node/bin/node" "$PREFIX/grader/bin/drydock-grade.js" --version
