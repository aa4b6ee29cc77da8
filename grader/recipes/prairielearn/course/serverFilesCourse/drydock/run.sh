#!/bin/sh
# PrairieLearn starts this in the container of the external grader and reads results/results.json. drydock-grade.tgz lies beside it, the
# folder of the lesson is tests/lesson/ of the question.
GRADE=${GRADE:-/grade}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
mkdir -p "$GRADE/results"
tar -xzf "$here/drydock-grade.tgz" -C "$work" --strip-components=1
# What the question gives and a learner does not edit comes from the lesson; what was handed in lies over it.
mkdir "$work/submission"
cp -R "$GRADE/tests/lesson/start/." "$work/submission/"
cp -R "$GRADE/student/." "$work/submission/"
node "$work/bin/drydock-grade.js" "$GRADE/tests/lesson" "$work/submission" --report "prairielearn=$GRADE/results/results.json"
status=$?
rm -rf "$work"
# 4: it could not be graded, and the results say why. Without results PrairieLearn reports a grading error, which costs no attempt.
[ "$status" -eq 4 ] && status=0
exit "$status"
