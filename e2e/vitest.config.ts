import { defineConfig } from "vitest/config";

/** Journeys in a real browser on the built site (`npm run build` first). */
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.ts"],
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // The engine works in another thread, and a busy machine lets it wait.
    expect: { poll: { timeout: 15_000 } },
  },
});
