import type { TerminalSize } from "../../src/core/live-view.ts";
import type { OutputEvent } from "../../src/host/workstation.ts";

/** All that a command writes to a terminal of that size. */
export const ttyBytes = (output: readonly OutputEvent[], size: TerminalSize): string =>
  output
    .map(({ text, live }) =>
      live
        ? live
            .frames(size)
            .map((frame) => frame.text)
            .join("")
        : text.replaceAll(/\r?\n/g, "\r\n"),
    )
    .join("");
