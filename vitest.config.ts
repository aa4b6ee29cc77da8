import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{engine,runtimes,grader,src,lessons,scripts}/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
