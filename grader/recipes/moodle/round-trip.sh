#!/usr/bin/env bash
# round-trip.sh LESSON SUBMISSIONS.zip OUT [WORKSHEET.csv]: grades what Moodle hands out under "Download all submissions", and makes what it takes back.
#   OUT/worksheet.csv   give it to "Upload grading worksheet"
#   OUT/feedback.zip    give it to "Upload multiple feedback files in a zip"
#   OUT/class.html      for you
# WORKSHEET.csv is Moodle's "Download grading worksheet": the times of its rows come back, so that Moodle passes over none.
# GRADER is how the grader is called: npx --yes ./drydock-grade.tgz
set -euo pipefail
lesson=${1:?the folder of the lesson}
submissions=${2:?the zip that Moodle handed out}
out=${3:?a folder for the results}
worksheet=${4:-}
: "${GRADER:=npx --yes ./drydock-grade.tgz}"
mkdir -p "$out"
# 4: some submission could not be graded; its line says why.
$GRADER batch "$lesson" "$submissions" --layout moodle ${worksheet:+--roster "$worksheet"} --report "ndjson=$out/class.ndjson" \
  --report "moodle=$out/worksheet.csv" --report "html=$out/class.html" || [ $? -eq 4 ]
$GRADER feedback "$out/class.ndjson" "$out/feedback" --to moodle
rm -f "$out/feedback.zip"
if command -v zip > /dev/null; then (cd "$out/feedback" && zip -qr ../feedback.zip .); else python3 -m zipfile -c "$out/feedback.zip" "$out"/feedback/*; fi
