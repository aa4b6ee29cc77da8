import type { BuildRequest } from "../../build/request.ts";
import type { BuildResult, Vertex } from "../../build/result.ts";
import { humanSize } from "../../core/size.ts";
import { familiarRepository, parseReference } from "../../oci/reference.ts";

/** How BuildKit calls what it loads for `--build-context` (moby/buildkit, frontend/dockerui/namedcontext.go). */
export function withContexts(result: BuildResult, { contexts }: BuildRequest): BuildResult {
  if (!contexts || contexts.size === 0) return result;
  const vertices = result.vertices.map((vertex): Vertex => {
    const [, metadata, from] =
      /^(?:\[internal\] load metadata for (\S+)|(?:\[.*\] )?FROM (\S+))$/.exec(vertex.name) ?? [];
    const found = contexts.get(metadata ?? from?.replace(/@.*$/, "") ?? "");
    const parsed = parseReference(metadata ?? from ?? "");
    if (!found || "error" in parsed) return vertex;
    const name = familiarRepository(parsed);
    const called = (what: string, transferred?: string): Vertex => ({
      ...vertex,
      name: `[context ${name}] ${what}`,
      ...(transferred !== undefined && {
        log: [{ at: 0, stream: "stdout", text: `transferring ${name}: ${transferred} done` }],
      }),
    });
    if (found.source !== undefined)
      return called(metadata === undefined ? found.source : `load metadata for ${found.source}`);
    return metadata === undefined
      ? called("load from client", humanSize(found.image.size))
      : called("load .dockerignore", "2B");
  });
  return { ...result, vertices: vertices.map(renumbered(result, contexts)) };
}

/** A base that is a context is no step of its stage, though it counts as one: the next is the first. */
function renumbered({ stages }: BuildResult, named: NonNullable<BuildRequest["contexts"]>): Renumber {
  const prefixes = new Set(
    stages
      .filter(({ base }) => base !== undefined && named.has(base))
      .flatMap(({ name, index }) => [name === "" ? "" : `${name} `, `stage-${index} `]),
  );
  return (vertex) => {
    const [, prefix = "", number = "", total, rest] =
      /^\[(\S+ |)( *\d+)\/(\d+)\] (.*)$/s.exec(vertex.name) ?? [];
    if (total === undefined || !prefixes.has(prefix)) return vertex;
    const shown = String(Number(number) - 1).padStart(number.length);
    return { ...vertex, name: `[${prefix}${shown}/${total}] ${rest}` };
  };
}

type Renumber = (vertex: Vertex) => Vertex;
