#!/usr/bin/env bash
# make-zip.sh LESSON DRYDOCK-GRADE.tgz [FILE]: the autograder to upload to Gradescope, autograder.zip unless FILE says otherwise.
set -euo pipefail
lesson=${1:?the folder of the lesson}
grader=${2:?drydock-grade-VERSION.tgz}
zip=$(realpath -m "${3:-autograder.zip}")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/setup.sh" "$here/run_autograder" "$work/"
chmod +x "$work/setup.sh" "$work/run_autograder"
cp "$grader" "$work/drydock-grade.tgz"
cp -R "$lesson" "$work/lesson"
rm -f "$zip"
# Gradescope wants both scripts at the top of the archive.
if command -v zip > /dev/null; then (cd "$work" && zip -qr "$zip" .); else python3 -m zipfile -c "$zip" "$work"/*; fi
echo "$zip"
