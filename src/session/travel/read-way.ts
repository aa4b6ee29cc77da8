import {
  type History,
  isNumber,
  isText,
  listOf,
  mapOf,
  maybe,
  objectOf,
  oneOf,
  recordOf,
  type Shape,
} from "@drydock/engine";
import type { BuildFacts } from "../facts/build-facts.ts";
import { isFileState } from "../vault/is-file-state.ts";
import type { LineFacts } from "../facts/line-facts.ts";
import type { OutputPiece, Ran } from "../machine/machine.ts";
import type { Place } from "./place.ts";

const isPiece = objectOf<OutputPiece>({
  at: isNumber,
  stream: oneOf("stdout", "stderr"),
  text: isText,
  live: maybe(objectOf<NonNullable<OutputPiece["live"]>>({ frames: Array.isArray, still: isText })),
});

const isRan: Shape<Ran> = objectOf<Ran>({
  line: isText,
  prompt: isText,
  exitCode: isNumber,
  output: listOf(isPiece),
  builds: listOf(
    objectOf<BuildFacts>({
      lines: listOf(
        objectOf<LineFacts>({
          line: isNumber,
          state: oneOf("base", "cached", "first-miss", "again", "ran", "failed", "not-reached"),
        }),
      ),
    }),
  ),
  files: isFileState,
});

const isPlace: Shape<Place> = objectOf<Place>({
  commands: listOf(
    objectOf<Place["commands"][number]>({ line: isText, typed: maybe(listOf(isText)), files: maybe(isText) }),
  ),
  log: listOf(isRan),
  snapshots: recordOf(isFileState),
  found: isFileState,
  files: isFileState,
  moment: isNumber,
});

const isWay: Shape<History<Place>> = objectOf<History<Place>>({
  past: listOf(isPlace),
  present: isPlace,
  future: listOf(isPlace),
  checkpoints: mapOf(isText, isPlace),
});

/** What was saved beside a machine, as the way that led to it; undefined where it is none. */
export const readWay = (beside: unknown): History<Place> | undefined => (isWay(beside) ? beside : undefined);
