import { makePlan } from "../../build/plan/make-plan.ts";
import { parseDockerfile } from "../../dockerfile/parse.ts";
import type { ContainerConfig } from "../../oci/image-config.ts";

/** The instructions that `--change` takes (moby builder/dockerfile/builder.go, validCommitCommands). */
const VALID = new Set(
  "cmd entrypoint healthcheck env expose label onbuild stopsignal user volume workdir".split(" "),
);

/** A config with the instructions of `docker commit --change` and `docker import --change` on top, as a Dockerfile would have it. */
export function applyChanges(
  config: ContainerConfig,
  changes: readonly string[],
): ContainerConfig | { readonly error: string } {
  if (changes.length === 0) return config;
  for (const change of changes) {
    const [word = ""] = change.trim().split(/\s/, 1);
    if (!VALID.has(word.toLowerCase())) return { error: `${word} is not a valid change command` };
  }
  // What waits for the next build is not set off by this.
  const { OnBuild, ...base } = config;
  const made = makePlan(parseDockerfile(`FROM base\n${changes.join("\n")}\n`), {}, () => ({
    architecture: "amd64",
    os: "linux",
    config: base,
    history: [],
    rootfs: { type: "layers", diff_ids: [] },
  }));
  if ("error" in made) return { error: made.error.message };
  // What a build adds of its own: a PATH where there is none, and a mark on commands.
  const { ArgsEscaped: _mark, ...after } = made.plan.stages.at(-1)?.config ?? {};
  const names = (env: readonly string[] | undefined): string[] =>
    (env ?? []).map((pair) => pair.split("=", 1)[0] ?? "");
  const hasPath = names(base.Env).includes("PATH") || changes.some((change) => /\bPATH\b/.test(change));
  const env = after.Env?.filter((pair) => hasPath || !pair.startsWith("PATH="));
  const waiting = [...(OnBuild ?? []), ...(after.OnBuild ?? [])];
  return {
    ...after,
    ...(env && { Env: env }),
    ...(waiting.length > 0 && { OnBuild: waiting }),
  };
}
