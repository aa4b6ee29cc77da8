import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{engine,runtimes,grader,src,lessons,scripts}/**/*.test.ts"],
    maxWorkers: 2,
    // Long enough for a busy machine; what would take for ever on a hostile text still ends here.
    testTimeout: 60_000,
  },
});
