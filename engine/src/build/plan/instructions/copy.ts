import type { Copy } from "../../../dockerfile/instruction.ts";
import { goQuote } from "../../../dockerfile/go-quote.ts";
import { clean } from "../../../vfs/path.ts";
import { chmodProblem } from "../chmod.ts";
import { checksumProblem } from "../checksum-text.ts";
import type { Draft } from "../draft.ts";
import { plannedStep } from "../planned.ts";
import { isGitSource, isUrlSource } from "../remote-source.ts";
import type { CopyStep } from "../plan.ts";
import type { Walk, Walker } from "../walk.ts";

export const walkCopy: Walker<Copy> = (walk, instruction) => {
  const { draft, command } = walk;
  const { kind } = instruction;
  const chown = instruction.chown && walk.expand(instruction.chown);
  const chmod = instruction.chmod && walk.expand(instruction.chmod);
  const checksum = instruction.checksum && walk.expand(instruction.checksum);
  const sources = instruction.sources.map(walk.expand);
  const destination = walk.expand(instruction.destination);
  const contents = instruction.contents.map(({ path, data, expand }) => ({
    path,
    data: expand ? walk.expandBody(data) : data,
  }));
  const [source] = command.sources;
  if (source !== undefined && !source.walked) {
    return `cannot copy from stage ${goQuote(instruction.from ?? "")}, it needs to be defined before current stage ${goQuote(draft.name)}`;
  }
  const problem =
    (chmod ? chmodProblem(chmod) : undefined) ??
    checksumUse(checksum, sources) ??
    remoteUse(kind, sources, checksum);
  if (problem !== undefined || walk.failure !== undefined) return problem;
  if (source === undefined) walk.words = sources.filter((path) => !isGitSource(path) && !isUrlSource(path));

  const step = plannedStep(walk, instruction.original, draft.variables);
  const owner = (chown ? ` --chown=${chown}` : "") + (chmod ? ` --chmod=${chmod}` : "");
  const files =
    sources.map((path) => ` ${path}`).join("") + contents.map(({ path }) => ` <<${path}`).join("");
  const history = walk.commit(`${kind}${owner}${files} ${destination} # buildkit`, true);
  draft.steps.push({
    ...step,
    kind: "copy",
    instruction,
    sources,
    contents,
    destination: placeOf(walk, destination),
    from: originOf(source),
    chown: chown || undefined,
    chmod: chmod || undefined,
    history,
  });
  return undefined;
};

function originOf(source: Draft | undefined): CopyStep["from"] {
  if (source === undefined) return { kind: "context" };
  if (source.stage !== undefined) return { kind: "stage", index: source.index };
  return source.image === "scratch" ? { kind: "scratch" } : { kind: "image", reference: source.image };
}

/** Absolute; a slash or dot at the end says that it is a directory. */
function placeOf({ draft }: Walk, destination: string): string {
  const folder = destination === "" || destination === "." || /\/\.?$/.test(destination);
  const path = clean(destination.startsWith("/") ? destination : `${draft.directory}/${destination}`);
  return folder && path !== "/" ? `${path}/` : path;
}

function checksumUse(checksum: string | undefined, sources: readonly string[]): string | undefined {
  if (!checksum) return undefined;
  const [source = ""] = sources;
  if (sources.length !== 1) return "checksum can't be specified for multiple sources";
  return isUrlSource(source) || isGitSource(source) ? undefined : "checksum requires HTTP(S) or Git sources";
}

function remoteUse(
  kind: Copy["kind"],
  sources: readonly string[],
  checksum: string | undefined,
): string | undefined {
  for (const source of sources) {
    if (kind === "COPY" && isGitSource(source)) return "source can't be a git ref for COPY";
    if (kind === "COPY" && isUrlSource(source)) return "source can't be a URL for COPY";
    const problem = checksum && isUrlSource(source) ? checksumProblem(checksum) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}
