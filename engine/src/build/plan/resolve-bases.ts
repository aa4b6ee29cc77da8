import { nearest } from "../../dockerfile/suggest.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import type { Draft } from "./draft.ts";
import { linkTriggers } from "./link-triggers.ts";
import { reachable } from "./link-stages.ts";
import { planError } from "./plan-error.ts";
import type { Failure, Planning } from "./planning.ts";
import { formatPlatform, normalPlatform } from "./platform.ts";
import { DEFAULT_PATH } from "./default-path.ts";
import { stepPrefix } from "./vertex-name.ts";

/** Loads the config of every base that is needed; triggers may need more, so it goes on until nothing is new. */
export function resolveBases(planning: Planning, target: Draft): Failure {
  for (;;) {
    const needed = reachable(target);
    // All are asked for at once, so that the others are there when one cannot be had [measured on Docker 28.5.2].
    const failures = planning.drafts.map((draft) =>
      resolve(planning, draft, needed.has(draft) || planning.allStages),
    );
    const failure = failures.find((each) => each !== undefined);
    if (failure !== undefined) return failure;
    let more = false;
    for (const draft of needed) {
      const linked = linkTriggers(planning, draft);
      if (typeof linked === "object") return linked;
      more ||= linked;
    }
    if (!more) return undefined;
  }
}

function resolve(planning: Planning, draft: Draft, needed: boolean): Failure {
  if (draft.base !== undefined || draft.walked || draft.resolved) return undefined;
  draft.resolved = needed;
  if (draft.stage === undefined) draft.walked = true;
  if (draft.image === "scratch") {
    draft.config = { WorkingDir: "/", Env: [`PATH=${DEFAULT_PATH}`] };
    draft.platform = planning.targetPlatform;
    return undefined;
  }
  const written = draft.image;
  const reference = parseReference(written);
  if ("error" in reference) {
    return planError(`failed to parse stage name "${written}": ${reference.error}`, draft.range);
  }
  // BuildKit names the vertex of a stage that is not needed too, which counts if a trigger needs the stage later.
  const prefix = stepPrefix(draft, false);
  if (!needed) return undefined;
  draft.image = qualifiedName(reference);
  planning.metadata.add(draft.image);
  const expected = draft.platform ?? planning.targetPlatform;
  const found = planning.findConfig(draft.image, formatPlatform(expected));
  if ("error" in found) {
    const place = draft.mounted ? [] : [draft.range];
    return planError(`${written}: ${found.error}${hint(planning, written)}`, ...place);
  }
  const { os, architecture, variant = "", config, author } = found;
  draft.config = config;
  draft.author = author;
  draft.os = os;
  draft.vertex = `${prefix}FROM ${draft.image}`;
  if (os !== expected.os || architecture !== expected.architecture) {
    planning.facts.foreign.push({
      range: draft.range,
      name: written,
      actual: formatPlatform(normalPlatform({ os, architecture, variant })),
      expected: formatPlatform(normalPlatform(expected)),
    });
  }
  draft.platform = expected;
  return undefined;
}

const COMMON = ["alpine", "busybox", "centos", "debian", "golang", "ubuntu", "fedora"].flatMap((name) => [
  name,
  `docker.io/library${name}`,
  `${name}:latest`,
  `docker.io/library${name}:latest`,
]);

function hint(planning: Planning, written: string): string {
  const names = planning.drafts.map(({ name }) => name).filter((name) => name !== "");
  const found = nearest(written, [...names, ...COMMON]);
  return found === undefined ? "" : ` (did you mean ${found}?)`;
}
