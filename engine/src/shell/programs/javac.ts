import { declaredTool } from "../black-boxes/declared-tool.ts";
import type { Program } from "../process.ts";

/** `javac`: compiles the classes that a lesson declares. */
export const javac: Program = declaredTool({
  name: "javac",
  manifests: [],
  fetching: [],
  cache: "",
  linkage: () => "jar",
});
