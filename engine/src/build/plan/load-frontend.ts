import type { Range } from "../../core/position.ts";
import type { Dockerfile } from "../../dockerfile/dockerfile.ts";
import { parseReference, qualifiedName, withDefaultTag } from "../../oci/reference.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { cost } from "../solve/cost.ts";
import type { Image } from "../image/image.ts";
import type { BuildError, Vertex } from "../result.ts";

interface Frontend {
  readonly vertices: readonly Vertex[];
  readonly error?: BuildError;
}

/** `@sha256:…` as the registry names the image, unless the line itself says it. */
const digestOf = ({ digests }: Image, reference: string): string =>
  reference.includes("@") ? "" : (digests[0]?.replace(/^.*@/, "@") ?? "");

/**
 * `# syntax=` asks for another frontend by image. It has to be there, as in Docker (recording
 * build/parse/syntax-directive); what reads the file then is Drydock's own frontend, whatever the version is.
 *
 * @param override build arg BUILDKIT_SYNTAX, which counts before the directive and stands in no line
 */
export function loadFrontend(
  { directives, lines, problems }: Dockerfile,
  image: (reference: string) => Image | { readonly error: string },
  begin: number,
  override = "",
): Frontend {
  const syntax: { readonly value: string; readonly line?: number } | undefined =
    override === "" ? directives.find(({ name }) => name === "syntax") : { value: override };
  if (!syntax) return { vertices: [] };
  const parsed = parseReference(syntax.value.split(/\s/)[0] ?? "");
  const reference = "error" in parsed ? syntax.value : qualifiedName(withDefaultTag(parsed));
  const found = "error" in parsed ? parsed : image(reference);
  const vertex: Vertex = {
    name: `resolve image config for docker-image://${reference}`,
    status: "DONE",
    log: [],
    begin,
    duration: cost.metadata,
    cost: cost.metadata,
  };
  const newer = problems.find(({ message }) => message.includes("unknown flag: --parents"));
  if (newer && !("error" in found)) {
    // A flag of the labs channel, which the frontend of BuildKit 0.25 refuses and the one that is asked for takes.
    throw notSimulated(`COPY --parents, as the frontend ${reference} has it`, "copy with the folders above");
  }
  if (!("error" in found)) {
    const loaded: Vertex = {
      ...vertex,
      name: `docker-image://${reference}${digestOf(found, reference)}`,
      begin: begin + cost.metadata,
      duration: 0,
    };
    return { vertices: [vertex, loaded] };
  }
  const { line } = syntax;
  const range = line === undefined ? undefined : wholeLine(line, lines);
  const message = `failed to resolve source metadata for ${reference}: ${found.error}`;
  return { vertices: [{ ...vertex, status: "ERROR", error: found.error }], error: { message, range } };
}

const wholeLine = (line: number, lines: readonly string[]): Range => ({
  start: { line, column: 1 },
  end: { line, column: (lines[line - 1] ?? "").length + 1 },
});
