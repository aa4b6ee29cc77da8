/** Lowest first. A folder may import the lines above its own, never the lines below. */
const layers = [
  "engine/src/core",
  "engine/src/oci",
  "engine/src/registry",
  "engine/src/vfs",
  "engine/src/context",
  "engine/src/dockerfile",
  "engine/src/archive",
  "engine/src/shell",
  "engine/src/lint",
  "engine/src/build",
  "engine/src/daemon",
  "engine/src/cli",
  "engine/src/host",
  "runtimes/src",
  "grader/src",
  "src/session",
  "src/islands",
  "src/course",
];

const downward = layers.slice(0, -1).map((layer, i) => ({
  name: `${layer} imports downward only`,
  severity: "error",
  from: { path: `^${layer}/`, pathNot: "\\.test\\.ts$" },
  to: { path: layers.slice(i + 1).map((above) => `^${above}/`) },
}));

export default {
  forbidden: [
    ...downward,
    {
      name: "no cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "through the door",
      severity: "error",
      from: { path: "^(src|grader|runtimes)/" },
      to: { path: "^engine/src/(?!index\\.ts)" },
    },
    {
      name: "engine runs anywhere",
      severity: "error",
      from: { path: "^engine/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "only the command line touches Node",
      severity: "error",
      from: { path: "^grader/src/(?!cli/)", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default"] },
  },
};
