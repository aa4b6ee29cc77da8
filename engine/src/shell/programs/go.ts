import { runGo } from "../black-boxes/go/run-go.ts";
import type { Program } from "../process.ts";

/** `go`: compiles the programs that a lesson declares. */
export const go: Program = { name: "go", run: (process) => runGo(process, process.argv.slice(1)) };
