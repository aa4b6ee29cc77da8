import { escapeAsGo } from "../../core/go-json.ts";
import type { BuildRequest } from "../request.ts";
import type { BuildResult } from "../result.ts";
import { closingText } from "./plain.ts";
import { solveStatuses } from "./solve-status.ts";

/**
 * All that `docker build --progress=rawjson` writes to stderr: a line of JSON for each moment (moby/buildkit,
 * util/progress/progressui/display.go), and how it failed. Warnings are not told again at the end (docker/buildx,
 * commands/build.go, printWarnings).
 *
 * @param began in milliseconds since 1970
 */
export const rawJsonProgress = (result: BuildResult, request: BuildRequest, began: number): string =>
  solveStatuses(result, request, began)
    .map((status) => `${escapeAsGo(JSON.stringify(status))}\n`)
    .join("") + closingText({ ...result, warnings: [] }, request);
