import { referenceProblem } from "../../oci/reference.ts";
import type { BuildRequest } from "../../build/request.ts";
import { goQuote } from "../../dockerfile/go-quote.ts";
import { parseCheckOptions } from "../../lint/check-options.ts";
import { type Directory } from "../../vfs/entry.ts";
import { bytesOf } from "../../shell/text/bytes-text.ts";
import { emptyDirectory, FileSystem } from "../../vfs/file-system.ts";
import { dirname, join } from "../../vfs/path.ts";
import { buildContexts } from "./build-contexts.ts";
import { buildMachine } from "./build-machine.ts";
import { readSecrets } from "./build-secrets.ts";
import type { Call } from "../command.ts";
import { driverLimit } from "./driver-limits.ts";
import { sentArchive } from "./sent-archive.ts";

export type BuildInput =
  | { readonly request: BuildRequest }
  /** All after `ERROR: failed to build: `, or after `ERROR: ` alone for what is refused before. */
  | { readonly error: string; readonly before?: true };

const readText = (files: FileSystem, path: string): string | undefined => {
  const content = files.read(path);
  return typeof content === "string" ? undefined : content.text;
};

/**
 * Reads context, Dockerfile and ignore file from the host.
 *
 * `-f` is a path of the host and not of the context; `NAME.dockerignore` beside the Dockerfile comes before
 * `.dockerignore`; `-` as context is a Dockerfile on standard input with nothing around it, or an archive of the whole context,
 * in which no .dockerignore counts [measured on Docker 28.5.2].
 */
export function buildInput(call: Call): BuildInput {
  const keyless = [...call.all("build-arg"), ...call.all("label")].find((pair) => /^(?:=|$)/.test(pair));
  if (keyless !== undefined)
    return { error: `invalid key-value pair ${goQuote(keyless)}: empty key`, before: true };
  for (const tag of call.all("tag")) {
    const problem = referenceProblem(tag);
    if (problem !== undefined) return { error: `invalid tag ${JSON.stringify(tag)}: ${problem}` };
  }
  const network = call.get("network");
  if (!/^(?:default|host|none|)$/.test(network)) {
    return {
      error: `network mode ${JSON.stringify(network)} not supported by buildkit - you can define a custom network for your builder using the network driver-opt in buildx create`,
    };
  }
  const limit = driverLimit(call);
  if (limit !== undefined) return { error: limit };
  const [where = ""] = call.args;
  const file = call.get("file");
  if (call.on("no-cache") && call.all("no-cache-filter").length > 0)
    return { error: "--no-cache and --no-cache-filter cannot currently be used together" };
  if (where === "") return { error: 'please specify build context (e.g. "." for the current directory)' };
  if (where === "-" && file === "-")
    return { error: "invalid argument: can't use stdin for both build context and dockerfile" };
  if (/^(https?|git|ssh):\/\/|^git@|^github\.com\//.test(where)) {
    return { error: `Drydock has no network. The real one would fetch ${where} and build it.` };
  }
  const secrets = readSecrets(call);
  if ("error" in secrets) return secrets;
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
        : "failed to convert agent config {default [] false}: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set",
    };
  }
  const text = (path: string): string | undefined => readText(call.files, path);
  let context: Directory = emptyDirectory();
  let root = call.directory;
  if (where !== "-") {
    root = join(call.directory, where);
    const entry = call.files.stat(root);
    if (typeof entry === "string" || entry.kind !== "directory")
      return { error: `unable to prepare context: path ${JSON.stringify(where)} not found` };
    call.files.snapshot();
    const kept = call.files.stat(root);
    if (typeof kept !== "string" && kept.kind === "directory") context = kept;
  }
  const piped = where === "-" || file === "-" ? call.stdin() : "";
  const sent =
    where === "-" ? sentArchive(bytesOf(piped), Math.floor(call.daemon.clock.now() / 1000)) : undefined;
  if (sent && "error" in sent) return { error: sent.error };
  if (sent) context = sent;
  const fromStdin = (where === "-" && !sent) || file === "-";
  const path =
    file === "" || fromStdin ? `${root === "/" ? "" : root}/Dockerfile` : join(call.directory, file);
  const inside = file === "" ? "Dockerfile" : file;
  const dockerfile = sent
    ? readText(new FileSystem(sent, () => 0), join("/", inside))
    : fromStdin
      ? piped
      : text(path);
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
  const check = parseCheckOptions(args["BUILDKIT_DOCKERFILE_CHECK"] ?? "");
  if ("error" in check)
    return { error: `failed to solve: failed to parse build-arg:BUILDKIT_DOCKERFILE_CHECK: ${check.error}` };
  const naming = call.all("tag").flatMap((tag) => (/^[a-f0-9]{64}$/.test(tag) ? tag : []))[0];
  if (naming !== undefined)
    return {
      error: `failed to solve: invalid repository name (${naming}), cannot specify 64-byte hexadecimal strings`,
    };
  // A filter without a name in it is no filter, and leaves the whole cache out.
  const filter = call.all("no-cache-filter").join(",");
  const name = path.slice(path.lastIndexOf("/") + 1);
  return {
    request: {
      directory: root,
      context,
      dockerfile: { name: sent ? inside : name, text: dockerfile },
      archived: sent !== undefined,
      ignore:
        where === "-"
          ? undefined
          : ((fromStdin ? undefined : text(`${dirname(path)}/${name}.dockerignore`)) ??
            text(`${root}/.dockerignore`)),
      ownIgnore: !fromStdin && !sent && text(`${dirname(path)}/${name}.dockerignore`) !== undefined,
      pull: call.on("pull"),
      target: call.get("target") || undefined,
      args,
      labels,
      noCache:
        call.on("no-cache") ||
        (call.all("no-cache-filter").length > 0 && (filter === "" || filter.split(","))),
      secrets: secrets.secrets,
      tags: call.all("tag"),
      machine: machine.machine,
      allowed: [...call.all("allow"), ...(network === "host" ? ["network.host"] : [])],
      contexts: contexts.contexts,
    },
  };
}
