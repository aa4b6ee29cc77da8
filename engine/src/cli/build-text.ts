import { plainProgress } from "../build/progress/plain.ts";
import type { BuildRequest } from "../build/request.ts";
import type { BuildResult } from "../build/result.ts";
import { humanSize } from "../core/size.ts";

/** What `docker build` writes to stderr. A quiet build says nothing but why it failed. */
export function buildText(
  result: BuildResult,
  request: BuildRequest,
  how: { readonly quiet: boolean; readonly toFolder: boolean },
): string {
  const text = plainProgress(result, request);
  if (!how.quiet) return how.toFolder ? toFolder(text, result) : text;
  const tail = /(?:^|\n)(------\n > [\s\S]*|ERROR: [\s\S]*)$/.exec(text);
  const frame = /\n(\S+:\d+\n-{20}\n[\s\S]*)$/.exec(text);
  return frame?.[1] ?? tail?.[1] ?? text;
}

/** `--output type=local` copies files where a plain build writes an image [recording cli/system/build-output]. */
function toFolder(text: string, result: BuildResult): string {
  return text.replace(
    /^(#\d+) exporting to image\n(?:\1 (?:exporting|writing|naming).*\n)*/m,
    (_, n: string) =>
      `${n} exporting to client directory\n${n} copying files ${humanSize(result.image?.size ?? 0)} 0.1s done\n`,
  );
}
