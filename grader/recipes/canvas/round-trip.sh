#!/usr/bin/env bash
# round-trip.sh LESSON SUBMISSIONS.zip ASSIGNMENT ROSTER.csv OUT: grades what Canvas hands out under "Download submissions", and makes what it
# takes back. ASSIGNMENT is the column of the gradebook, as in "Dockerfile lab (4711)". ROSTER.csv is the gradebook's export.
#   OUT/grades.csv      give it to the gradebook's "Import"
#   OUT/feedback.zip    give it to the assignment's "Upload submissions"
#   OUT/class.html      for you
# GRADER is how the grader is called: npx --yes ./drydock-grade.tgz
set -euo pipefail
lesson=${1:?the folder of the lesson}
submissions=${2:?the zip that Canvas handed out}
assignment=${3:?the column of the gradebook}
roster=${4:?the export of the gradebook}
out=${5:?a folder for the results}
: "${GRADER:=npx --yes ./drydock-grade.tgz}"
mkdir -p "$out"
# 4: some submission could not be graded; its line says why.
$GRADER batch "$lesson" "$submissions" --layout canvas --roster "$roster" --assignment "$assignment" \
  --report "ndjson=$out/class.ndjson" --report "canvas=$out/grades.csv" --report "html=$out/class.html" || [ $? -eq 4 ]
$GRADER feedback "$out/class.ndjson" "$out/feedback" --to canvas --submissions "$submissions"
rm -f "$out/feedback.zip"
if command -v zip > /dev/null; then (cd "$out/feedback" && zip -qr ../feedback.zip .); else python3 -m zipfile -c "$out/feedback.zip" "$out"/feedback/*; fi
