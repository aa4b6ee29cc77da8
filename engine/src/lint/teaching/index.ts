import type { TeachingRule } from "../teaching-rule.ts";
import { addForPlainFile } from "./add-for-plain-file.ts";
import { copiedArchive } from "./copied-archive.ts";
import { copiedSecret } from "./copied-secret.ts";
import { doubtfulTarget } from "./doubtful-target.ts";
import { hiddenPipeFailure } from "./hidden-pipe-failure.ts";
import { interactiveApt } from "./interactive-apt.ts";
import { keptApkIndex } from "./kept-apk-index.ts";
import { keptPackageLists } from "./kept-package-lists.ts";
import { keptPipCache } from "./kept-pip-cache.ts";
import { lateDeletion } from "./late-deletion.ts";
import { latestBaseTag } from "./latest-base-tag.ts";
import { lostDirectory } from "./lost-directory.ts";
import { lostProcess } from "./lost-process.ts";
import { lostVariable } from "./lost-variable.ts";
import { missingBaseTag } from "./missing-base-tag.ts";
import { needlessExpose } from "./needless-expose.ts";
import { needlessSudo } from "./needless-sudo.ts";
import { pipedDownload } from "./piped-download.ts";
import { recommendedPackages } from "./recommended-packages.ts";
import { relativeTarget } from "./relative-target.ts";
import { rewrittenFiles } from "./rewritten-files.ts";
import { rootAtEnd } from "./root-at-end.ts";
import { sourceBeforeInstall } from "./source-before-install.ts";
import { stalePackageLists } from "./stale-package-lists.ts";
import { staleVariable } from "./stale-variable.ts";
import { unansweredPrompt } from "./unanswered-prompt.ts";
import { unfilteredContext } from "./unfiltered-context.ts";
import { unlockedInstall } from "./unlocked-install.ts";
import { unpinnedPackage } from "./unpinned-package.ts";
import { worldWritableFiles } from "./world-writable-files.ts";

/** Drydock's own rules, in the order in which a Dockerfile is usually written: base, packages, files, commands, start. */
export const teachingRules: readonly TeachingRule[] = [
  missingBaseTag,
  latestBaseTag,
  stalePackageLists,
  unansweredPrompt,
  recommendedPackages,
  keptPackageLists,
  keptApkIndex,
  keptPipCache,
  interactiveApt,
  unpinnedPackage,
  unlockedInstall,
  sourceBeforeInstall,
  unfilteredContext,
  copiedSecret,
  addForPlainFile,
  copiedArchive,
  relativeTarget,
  doubtfulTarget,
  rewrittenFiles,
  lateDeletion,
  lostDirectory,
  lostVariable,
  lostProcess,
  staleVariable,
  needlessSudo,
  pipedDownload,
  hiddenPipeFailure,
  worldWritableFiles,
  needlessExpose,
  rootAtEnd,
];
