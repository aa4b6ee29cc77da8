import type { Check } from "../check.ts";
import { answered } from "./answered.ts";
import { becomesHealthy } from "./becomes-healthy.ts";
import { becomesUnhealthy } from "./becomes-unhealthy.ts";
import { buildFails } from "./build-fails.ts";
import { builds } from "./builds.ts";
import { cachesDownloads } from "./caches-downloads.ts";
import { checksHealth } from "./checks-health.ts";
import { contextHolds } from "./context-holds.ts";
import { contextLacks } from "./context-lacks.ts";
import { declaresVolume } from "./declares-volume.ts";
import { document } from "./document.ts";
import { exposes } from "./exposes.ts";
import { golf } from "./golf.ts";
import { happened } from "./happened.ts";
import { hasContainer } from "./has-container.ts";
import { hasFile } from "./has-file.ts";
import { hasImage } from "./has-image.ts";
import { hasProgram } from "./has-program.ts";
import { hasVolume } from "./has-volume.ts";
import { imageSmallerThan } from "./image-smaller-than.ts";
import { installs } from "./installs.ts";
import { kept } from "./kept.ts";
import { labels } from "./labels.ts";
import { lacksContainer } from "./lacks-container.ts";
import { lacksEnv } from "./lacks-env.ts";
import { lacksFile } from "./lacks-file.ts";
import { lacksImage } from "./lacks-image.ts";
import { lacksPackage } from "./lacks-package.ts";
import { lacksProgram } from "./lacks-program.ts";
import { layers } from "./layers.ts";
import { lintClean } from "./lint-clean.ts";
import { loggedIn } from "./logged-in.ts";
import { noDangling } from "./no-dangling.ts";
import { noLayerHolds } from "./no-layer-holds.ts";
import { noSecret } from "./no-secret.ts";
import { pinsDependencies } from "./pins-dependencies.ts";
import { predicted } from "./predicted.ts";
import { refuses } from "./refuses.ts";
import { registryHolds } from "./registry-holds.ts";
import { reruns } from "./reruns.ts";
import { runsAs } from "./runs-as.ts";
import { runs } from "./runs.ts";
import { sameImage } from "./same-image.ts";
import { serves } from "./serves.ts";
import { sets } from "./sets.ts";
import { stages } from "./stages.ts";
import { startsFrom } from "./starts-from.ts";
import { starts } from "./starts.ts";
import { staysCached } from "./stays-cached.ts";
import { stopSignal } from "./stop-signal.ts";
import { stopsWithin } from "./stops-within.ts";
import { worksIn } from "./works-in.ts";
import { writesOnly } from "./writes-only.ts";

/** Every check, by file name. A test compares it with the folder. */
export const checks: readonly Check[] = [
  answered,
  becomesHealthy,
  becomesUnhealthy,
  buildFails,
  builds,
  cachesDownloads,
  checksHealth,
  contextHolds,
  contextLacks,
  declaresVolume,
  document,
  exposes,
  golf,
  happened,
  hasContainer,
  hasFile,
  hasImage,
  hasProgram,
  hasVolume,
  imageSmallerThan,
  installs,
  kept,
  labels,
  lacksContainer,
  lacksEnv,
  lacksFile,
  lacksImage,
  lacksPackage,
  lacksProgram,
  layers,
  lintClean,
  loggedIn,
  noDangling,
  noLayerHolds,
  noSecret,
  pinsDependencies,
  predicted,
  refuses,
  registryHolds,
  reruns,
  runsAs,
  runs,
  sameImage,
  serves,
  sets,
  stages,
  startsFrom,
  starts,
  staysCached,
  stopSignal,
  stopsWithin,
  worksIn,
  writesOnly,
];

const byName: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.name, check]));

export const findCheck = (name: string): Check | undefined => byName.get(name);
