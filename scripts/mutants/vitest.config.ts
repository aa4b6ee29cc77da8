import { defineConfig } from "vitest/config";

/** The tests that can tell whether a line of `engine/src/build` or `engine/src/context` is right. */
export default defineConfig({
  test: {
    include: [
      "engine/src/{build,context}/**/*.test.ts",
      "engine/testing/{dockerfile-cases,replay-build}.test.ts",
    ],
    testTimeout: 60_000,
  },
});
