import { declaredTool } from "../black-boxes/declared-tool.ts";
import type { Program } from "../process.ts";

/** `mvn`: builds the jars that a lesson declares. */
export const mvn: Program = declaredTool({
  name: "mvn",
  manifests: ["pom.xml"],
  fetching: ["dependency:go-offline", "dependency:resolve"],
  cache: ".m2/repository",
  linkage: () => "jar",
});
