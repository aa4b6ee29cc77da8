import { plainProgress } from "../../build/progress/plain.ts";
import { rawJsonProgress } from "../../build/progress/rawjson.ts";
import { buildView } from "../../build/progress/tty.ts";
import type { BuildRequest } from "../../build/request.ts";
import type { BuildResult, Vertex } from "../../build/result.ts";
import type { LiveView } from "../../core/live-view.ts";
import { humanSize } from "../../core/size.ts";
import { withContexts } from "./with-contexts.ts";

/** What `docker build` writes to stderr; `live` is what a terminal draws of it. */
export interface BuildOutput {
  readonly text: string;
  readonly live?: LiveView;
}

/** A quiet build says nothing but why it failed; a plain one is no other on a terminal. */
export function buildOutput(
  result: BuildResult,
  request: BuildRequest,
  how: {
    readonly quiet: boolean;
    /** What `--progress` asks for. */
    readonly progress: string;
    readonly output: "image" | "nothing" | "folder" | "tar";
    /** Milliseconds since 1970. */
    readonly began: number;
  },
): BuildOutput {
  const told = withContexts(how.output === "image" ? result : elsewhere(result, how.output), request);
  if (how.progress === "rawjson" && !how.quiet) return { text: rawJsonProgress(told, request, how.began) };
  const text = plainProgress(told, request);
  if (how.quiet) {
    const tail = /(?:^|\n)(------\n > [\s\S]*|ERROR: [\s\S]*)$/.exec(text);
    const frame = /\n(\S+:\d+\n-{20}\n[\s\S]*)$/.exec(text);
    return { text: frame?.[1] ?? tail?.[1] ?? text };
  }
  return how.progress === "plain" ? { text } : { text, live: buildView(told, request) };
}

/**
 * `--output` sends files where a plain build writes an image [recording cli/system/build-output]; moby/buildkit,
 * exporter/tar/export.go has the words for an archive. `type=cacheonly` sends nothing.
 */
function elsewhere(result: BuildResult, output: "nothing" | "folder" | "tar"): BuildResult {
  const last = result.vertices.at(-1);
  if (last?.name !== "exporting to image") return result;
  const steps = result.vertices.slice(0, -1);
  if (output === "nothing") return { ...result, vertices: steps };
  const { begin, duration, cost } = last;
  const [name, text] =
    output === "tar"
      ? ["exporting to client tarball", "sending tarball 0.1s done"]
      : ["exporting to client directory", `copying files ${humanSize(result.image?.size ?? 0)} 0.1s done`];
  const log = [{ at: 0, stream: "stdout" as const, text }];
  const sending: Vertex = { name, status: "DONE", log, begin, duration, cost };
  return { ...result, vertices: [...steps, sending] };
}
