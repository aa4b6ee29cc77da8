import { checks } from "../checks/index.ts";
import { layouts } from "./layouts/index.ts";
import { reportFormats } from "../reports/index.ts";

/** What `--help` prints. */
export const help = (): string => `Judges a Dockerfile by what its build does.

  drydock-grade LESSON SUBMISSION [--report FORMAT[=FILE]]...
      Grades one submission: a folder, a Dockerfile, a .zip, a .tar(.gz, .bz2, .xz), or an exported bundle (.json).
  drydock-grade batch LESSON SUBMISSIONS [--report FORMAT=FILE]... [--jobs N] [--shard I/N] [--resume] [--cache DIR]
                [--layout LAYOUT] [--roster CSV] [--attempt best|last|first|all] [--late FILE]
      Grades everything in a folder. LAYOUT is auto, ${layouts.map(({ name }) => name).join(", ")}.
      Lines of shards are merged with  cat shard-*.ndjson | LC_ALL=C sort  to the bytes of a single run.
  drydock-grade check [LESSON...] [--mutate]
      The authoring gate: is the rubric right about its own solution, start and recorded attempts? Without LESSON, all below lessons/.
      --mutate lists small changes of the solution that keep every point although they build something else.
  drydock-grade explain LESSON SUBMISSION CRITERION
      All that was seen for one criterion.
  drydock-grade schema rubric
      JSON Schema of rubric.yaml, for editors.

  --report FORMAT[=FILE]   ${reportFormats.map(({ name }) => name).join(", ")}; without FILE on standard output. May be given several times.
                           Without it: text on a terminal, else json (batch: ndjson).
  --fail-under PERCENT     exit with 1 where a submission earned less of the points that could be decided.
  --jobs N                 threads; without it as many as there are cores.
  --timeout SECONDS        wall clock that one submission may take, 5 without it; for slow machines. No score hangs on it.
  --shard I/N              part I of N, counted from 1, or from 0.
  --resume                 keeps the finished lines of ndjson=FILE and grades the others.
  --cache DIR              verdicts on the same bytes by the same version are kept there; several runs may share it.
  --roster CSV             a heading and a row for each learner; the column id is what reports call them, the others are names
                           that a platform knows them by.
  --attempt RULE           which of several attempts counts, by number or time; all gives each a line of its own.
  --late FILE              YAML: due, graceMinutes, perDay: {percent} or {points}, rejectAfterDays, extensions: {id: due}.
                           The penalty stands beside the points, in the field late.
  --help, --version

Exit status: 0 graded, whatever the verdicts; 1 under --fail-under; 2 wrong usage; 3 the lesson is broken;
4 some submission was refused or could not be graded; 5 an internal error; 130 interrupted.

Checks: ${checks.map(({ name }) => name).join(", ")}.
`;
