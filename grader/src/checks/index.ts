import type { Check } from "../check.ts";
import { answered } from "./answered.ts";
import { buildFails } from "./build-fails.ts";
import { builds } from "./builds.ts";
import { contextHolds } from "./context-holds.ts";
import { contextLacks } from "./context-lacks.ts";
import { exposes } from "./exposes.ts";
import { hasFile } from "./has-file.ts";
import { hasProgram } from "./has-program.ts";
import { imageSmallerThan } from "./image-smaller-than.ts";
import { labels } from "./labels.ts";
import { lacksEnv } from "./lacks-env.ts";
import { lacksFile } from "./lacks-file.ts";
import { lacksProgram } from "./lacks-program.ts";
import { layers } from "./layers.ts";
import { lintClean } from "./lint-clean.ts";
import { noLayerHolds } from "./no-layer-holds.ts";
import { noSecret } from "./no-secret.ts";
import { predicted } from "./predicted.ts";
import { reruns } from "./reruns.ts";
import { runsAs } from "./runs-as.ts";
import { sets } from "./sets.ts";
import { stages } from "./stages.ts";
import { starts } from "./starts.ts";
import { startsFrom } from "./starts-from.ts";
import { staysCached } from "./stays-cached.ts";
import { worksIn } from "./works-in.ts";

/** Every check, by file name. A test compares it with the folder. */
export const checks: readonly Check[] = [
  answered,
  buildFails,
  builds,
  contextHolds,
  contextLacks,
  exposes,
  hasFile,
  hasProgram,
  imageSmallerThan,
  labels,
  lacksEnv,
  lacksFile,
  lacksProgram,
  layers,
  lintClean,
  noLayerHolds,
  noSecret,
  predicted,
  reruns,
  runsAs,
  sets,
  stages,
  starts,
  startsFrom,
  staysCached,
  worksIn,
];

const byName: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.name, check]));

export const findCheck = (name: string): Check | undefined => byName.get(name);
