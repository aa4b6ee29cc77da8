import { referenceProblem } from "../oci/reference.ts";
import type { BuildRequest } from "../build/request.ts";
import { type Directory } from "../vfs/entry.ts";
import { emptyDirectory } from "../vfs/file-system.ts";
import { dirname, join } from "../vfs/path.ts";
import { buildContexts } from "./build-contexts.ts";
import { buildMachine } from "./build-machine.ts";
import { readSecrets } from "./build-secrets.ts";
import type { Call } from "./command.ts";
import { driverLimit } from "./driver-limits.ts";

export type BuildInput =
  | { readonly request: BuildRequest }
  /** All after `ERROR: failed to build: `. */
  | { readonly error: string };

/**
 * Reads context, Dockerfile and ignore file from the host.
 *
 * `-f` is a path of the host and not of the context; `NAME.dockerignore` beside the Dockerfile comes before
 * `.dockerignore`; `-` as context is a Dockerfile on standard input with nothing around it.
 */
export function buildInput(call: Call): BuildInput {
  for (const tag of call.all("tag")) {
    const problem = referenceProblem(tag);
    if (problem !== undefined) return { error: `invalid tag ${JSON.stringify(tag)}: ${problem}` };
  }
  const limit = driverLimit(call);
  if (limit !== undefined) return { error: limit };
  const [where = ""] = call.args;
  if (/^(https?|git|ssh):\/\/|^git@|^github\.com\//.test(where)) {
    return { error: `Drydock has no network. The real one would fetch ${where} and build it.` };
  }
  const secrets = readSecrets(call);
  if ("error" in secrets) return { error: secrets.error };
  const machine = buildMachine(call);
  if ("error" in machine) return machine;
  const contexts = buildContexts(call);
  if ("error" in contexts) return contexts;
  const annotation = call.all("annotation").find((text) => !text.includes("="));
  if (annotation !== undefined)
    return { error: `invalid annotation ${JSON.stringify(annotation)}, expected key=value` };
  if (call.all("ssh").length > 0) {
    return {
      error: call.env.has("SSH_AUTH_SOCK")
        ? "Drydock has no SSH agent. The real one would let the build use the one at $SSH_AUTH_SOCK."
        : "invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set",
    };
  }
  const file = call.get("file");
  const text = (path: string): string | undefined => {
    const content = call.files.read(path);
    return typeof content === "string" ? undefined : content.text;
  };
  let context: Directory = emptyDirectory();
  let root = call.directory;
  if (where !== "-") {
    root = join(call.directory, where);
    const entry = call.files.stat(root);
    if (typeof entry === "string")
      return { error: `unable to prepare context: path ${JSON.stringify(where)} not found` };
    if (entry.kind !== "directory")
      return { error: `unable to prepare context: path ${JSON.stringify(where)} is not a directory` };
    call.files.snapshot();
    const kept = call.files.stat(root);
    if (typeof kept !== "string" && kept.kind === "directory") context = kept;
  }
  const fromStdin = where === "-" || file === "-";
  const path =
    file === "" || fromStdin ? `${root === "/" ? "" : root}/Dockerfile` : join(call.directory, file);
  const dockerfile = fromStdin ? call.stdin() : text(path);
  const args: Record<string, string> = {};
  for (const pair of call.all("build-arg")) {
    const at = pair.indexOf("=");
    if (at >= 0) args[pair.slice(0, at)] = pair.slice(at + 1);
    else if (call.env.has(pair)) args[pair] = call.env.get(pair) ?? "";
  }
  const labels: Record<string, string> = {};
  for (const pair of call.all("label")) {
    const at = pair.indexOf("=");
    labels[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? "" : pair.slice(at + 1);
  }
  const filter = call.all("no-cache-filter").flatMap((names) => names.split(","));
  const name = path.slice(path.lastIndexOf("/") + 1);
  return {
    request: {
      directory: root,
      context,
      dockerfile: { name, text: dockerfile },
      ignore:
        where === "-"
          ? undefined
          : ((fromStdin ? undefined : text(`${dirname(path)}/${name}.dockerignore`)) ??
            text(`${root}/.dockerignore`)),
      ownIgnore: !fromStdin && text(`${dirname(path)}/${name}.dockerignore`) !== undefined,
      pull: call.on("pull"),
      target: call.get("target") || undefined,
      args,
      labels,
      noCache: call.on("no-cache") ? true : filter.length > 0 ? filter : false,
      secrets: secrets.secrets,
      tags: call.all("tag"),
      machine: machine.machine,
      contexts: contexts.contexts,
    },
  };
}
