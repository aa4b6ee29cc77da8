import { type DaemonState, imageManifest, parseReference } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { qualified } from "../look/words/qualified.ts";
import { code, shorten } from "../look/words/words.ts";

/** The registry has the manifest and every blob, and it is the very image. */
export const registryHolds: Check = defineCheck({
  name: "registryHolds",
  topic: "session",
  needs: "machine",
  summary: "the registry holds manifest and blobs of that name",
  parameters: z.strictObject({
    reference: z.string().check(z.describe("the full name in the registry, such as `learner/web:1.0`")),
    sameAs: z
      .optional(z.string())
      .check(z.describe("a local image, or another name in a registry, that must be the very same")),
  }),
  evaluate(subject, { reference, sameAs }): Finding {
    const { state } = subject.replayed.machine.daemon;
    const evidence = subject.commandEvidence;
    const held = digestHeld(state, reference);
    if (typeof held !== "string") {
      const refused = subject.replayed.log.find(
        ({ line, exitCode }) => exitCode !== 0 && /\bpush\b/.test(line),
      );
      const why = refused
        ? `: ${code(refused.line)} ended with ${shorten(refused.stderr.trim().split("\n").at(-1) ?? "", 200)}`
        : "";
      return { outcome: "fail", message: `${held.reason}${why}.`, evidence };
    }
    if (sameAs === undefined)
      return { outcome: "pass", message: `The registry holds ${code(reference)}.`, facts: { digest: held } };
    const local = state.references.get(qualified(sameAs));
    const remote = digestHeld(state, sameAs);
    const other = local ? imageManifest(local).manifest.digest : remote;
    if (other !== held)
      return {
        outcome: "fail",
        message: `The registry holds another image under ${code(reference)} than ${code(sameAs)} is.`,
        evidence,
        facts: { digest: held },
      };
    return {
      outcome: "pass",
      message: `The registry holds ${code(reference)}, and it is the very image ${code(sameAs)}.`,
      facts: { digest: held },
    };
  },
});

function digestHeld(state: DaemonState, name: string): string | { readonly reason: string } {
  const reference = parseReference(qualified(name));
  if ("error" in reference) return { reason: `${code(name)} is no reference` };
  const registry = state.registries.get(reference.registry);
  if (!registry) return { reason: `No registry answers at ${code(reference.registry)}` };
  const repository = registry.repositories.get(reference.repository);
  const digest = reference.digest ?? repository?.tags.get(reference.tag ?? "latest");
  const manifest = repository && digest ? repository.manifests.get(digest as `sha256:${string}`) : undefined;
  if (!repository || !manifest) return { reason: `The registry does not hold ${code(name)}` };
  const { config, layers = [] } = JSON.parse(manifest.text) as {
    config?: { digest: string };
    layers?: { digest: string }[];
  };
  const missing = [...(config ? [config] : []), ...layers].find(
    (blob) => !repository.blobs.has(blob.digest as `sha256:${string}`),
  );
  return missing
    ? { reason: `The registry lacks a blob of ${code(name)}, ${shorten(missing.digest, 20)}` }
    : manifest.digest;
}
