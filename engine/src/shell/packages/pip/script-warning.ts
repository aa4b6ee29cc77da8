import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { PipOptions } from "./pip-options.ts";

/** pip's warning where scripts went to a folder that PATH does not have. */
export function warnScripts(
  process: Process,
  options: PipOptions,
  bin: string,
  scripts: readonly string[],
): void {
  if (
    scripts.length === 0 ||
    (process.env.get("PATH") ?? "").split(":").some((folder) => join("/", folder) === bin) ||
    options.has("no-warn-script-location") ||
    options.has("target") ||
    options.value("prefix")
  )
    return;
  const sorted = [...scripts].sort();
  const list =
    sorted.length > 1
      ? `scripts ${sorted.slice(0, -1).join(", ")} and ${sorted.at(-1)} are`
      : `script ${sorted[0]} is`;
  process.stderr.write(
    `  WARNING: The ${list} installed in '${bin}' which is not on PATH.\n  Consider adding this directory to PATH or, if you prefer to suppress this warning, use --no-warn-script-location.\n`,
  );
}
