import { declaredTool } from "../black-boxes/declared-tool.ts";
import type { Program } from "../process.ts";

/** `gradle`: builds the jars that a lesson declares. */
export const gradle: Program = declaredTool({
  name: "gradle",
  manifests: ["build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"],
  fetching: ["dependencies"],
  cache: ".gradle/caches/modules-2/files-2.1",
  linkage: () => "jar",
});
