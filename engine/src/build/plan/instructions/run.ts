import { readHeredocWord } from "../../../dockerfile/heredoc.ts";
import type { Mount, Run } from "../../../dockerfile/instruction.ts";
import { parseMount } from "../../../dockerfile/mount.ts";
import { goQuote } from "../../../dockerfile/go-quote.ts";
import { clean } from "../../../vfs/path.ts";
import type { Draft } from "../draft.ts";
import { plannedStep } from "../planned.ts";
import type { Walk, Walker } from "../walk.ts";
import { argvOf } from "./start.ts";

export const walkRun: Walker<Run> = (walk, instruction) => {
  const mounts = readMounts(walk, instruction);
  if (typeof mounts === "string") return mounts;
  const script = readScript(instruction);
  if (typeof script === "string") return script;
  const misplaced = placeMounts(walk, mounts);
  if (misplaced !== undefined) return misplaced;
  if (instruction.devices.length > 0)
    return "device feature is only supported in Dockerfile frontend 1.14.0-labs or later";
  const { draft } = walk;
  const { args, summary, pipe } = script;
  const argv = argvOf({ form: instruction.form, args }, draft);
  const text = instruction.original + (summary === undefined ? "" : ` (${summary})`);
  const step = plannedStep(walk, text, masked(draft, mounts), { rawQuotes: true, keepUnset: true });
  const buildArgs = argsInScope(draft);
  const counted = buildArgs.length === 0 ? [] : [`|${buildArgs.length}`, ...buildArgs];
  const history = walk.commit(`RUN ${[...counted, ...argv].join(" ")} # buildkit`, true);
  draft.steps.push({ ...step, kind: "run", instruction, argv, buildArgs, mounts, pipe, history });
  return undefined;
};

function readMounts(walk: Walk, { mounts }: Run): Mount[] | string {
  const read: Mount[] = [];
  for (const text of mounts) {
    const mount = parseMount(text, (value) => {
      const expanded = walk.expand(value);
      return walk.failure === undefined ? expanded : { error: walk.failure };
    });
    if ("error" in mount) return mount.error;
    read.push(mount);
  }
  return read;
}

interface Script {
  readonly args: readonly string[];
  /** First line of a heredoc that is the whole script. */
  readonly summary: string | undefined;
  readonly pipe: { readonly path: string; readonly data: string } | undefined;
}

/** A heredoc alone is the script itself; otherwise the shell gets the line and the bodies back as they were. */
function readScript({ form, args, files, heredocs }: Run): Script | string {
  const [first] = files;
  const [line = ""] = args;
  if (first === undefined) return { args, summary: undefined, pipe: undefined };
  if (form === "exec" || args.length !== 1)
    return `parsing produced an invalid run command: [${args.join(" ")}]`;
  const alone = readHeredocWord(line);
  if (alone === undefined || "error" in alone) {
    const bodies = heredocs.map(({ content, name }) => `\n${content}${name}`).join("");
    return { args: [line + bodies], summary: undefined, pipe: undefined };
  }
  const summary = summarize(heredocs[0]?.content ?? "");
  if (!heredocs[0]?.content.startsWith("#!")) return { args: [first.data], summary, pipe: undefined };
  const path = `/dev/pipes/${first.path}`;
  return { args: [path], summary, pipe: { path, data: first.data } };
}

function summarize(content: string): string {
  const [first = "", ...more] = content.trim().split(/\r?\n/);
  return more.length > 0 ? `${first}...` : first;
}

function placeMounts({ draft, command }: Walk, mounts: Mount[]): string | undefined {
  for (const [index, mount] of mounts.entries()) {
    const source = command.sources[index];
    if (mount.from !== undefined && source !== undefined && !source.walked) {
      return `cannot mount from stage ${goQuote(mount.from)} to ${goQuote(mount.target ?? "")}, stage needs to be defined before current command`;
    }
    if (mount.type === "secret" || mount.type === "ssh") continue;
    const target = clean(
      mount.target?.startsWith("/") === true ? mount.target : `${draft.directory}/${mount.target ?? ""}`,
    );
    if (target === "/") return 'invalid mount target "/"';
    mounts[index] = { ...mount, target };
  }
  return undefined;
}

/** Secrets in the environment are printed as stars. */
function masked(draft: Draft, mounts: readonly Mount[]): ReadonlyMap<string, string> {
  const secret = mounts.filter(({ type, env }) => type === "secret" && env !== undefined);
  if (secret.length === 0) return draft.variables;
  const variables = new Map(draft.variables);
  for (const { env = "" } of secret) variables.set(env, "****");
  return variables;
}

/** Each ARG once, in order of its first mention, with its value at this point. */
function argsInScope({ args, variables }: Draft): string[] {
  const values = new Map<string, string>();
  for (const { key, value = "" } of args) values.set(key, variables.get(key) ?? value);
  return Array.from(values, ([key, value]) => `${key}=${value}`);
}
