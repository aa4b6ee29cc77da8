import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../testing/base-container.ts";

const facts = new URL("../../../../scripts/bases/facts/npm-trees.json", import.meta.url);
const { trees } = JSON.parse(readFileSync(facts, "utf8")) as {
  trees: Record<string, { cache: [number, number]; packages: Record<string, { bytes: number }> }>;
};
/** Of express: its packages, and archives and what the registry says of them. */
const MEASURED =
  (trees.express?.cache[1] ?? 0) +
  Object.values(trees.express?.packages ?? {}).reduce((sum, { bytes }) => sum + bytes, 0);

const project = (manifest: object, lock = true): BaseContainer => {
  const container = new BaseContainer("node:24-slim");
  container.run(
    `echo '${JSON.stringify(manifest)}' > package.json${lock ? "; echo {} > package-lock.json" : ""}`,
  );
  return container;
};

describe("npm", () => {
  it("installs a tree of the measured size", () => {
    const container = project({ dependencies: { express: "^5.1.0" } });
    const { stdout, layer } = container.run("npm ci");
    expect(stdout).toBe("\nadded 68 packages, and audited 69 packages in 2s\n\nfound 0 vulnerabilities\n");
    // node_modules as measured, and the cache that the install leaves.
    expect(layer).toBe(MEASURED);
    expect(container.run("npm cache clean --force").layer).toBe(0);
    expect(container.files.exists("/root/.npm/_cacache")).toBe(false);
    expect(container.files.exists("/node_modules/express/package.json")).toBe(true);
  });

  it("leaves development packages out when it is told to", () => {
    const manifest = { dependencies: { express: "5" }, devDependencies: { typescript: "^7" } };
    const all = project(manifest).run("npm ci").layer;
    for (const command of ["npm ci --omit=dev", "NODE_ENV=production npm ci"])
      expect(project(manifest).run(command).layer).toBe(MEASURED);
    expect(all).toBeGreaterThan(30_000_000);
  });

  it("needs a lock file for ci, and a manifest", () => {
    expect(project({}, false).run("npm ci")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("npm error code EUSAGE\nnpm error\nnpm error The `npm ci` command"),
    });
    expect(new BaseContainer("node:24-slim").run("npm install").stderr).toContain("npm error code ENOENT\n");
  });

  it("refuses a lock file that is not in sync, in its own words", () => {
    const container = project({ dependencies: { ws: "^8.18.0", chalk: "^5.0.0" } });
    const locked = { packages: { "": {}, "node_modules/ws": { version: "7.5.14" } } };
    container.run(`echo '${JSON.stringify(locked)}' > package-lock.json`);
    const { stderr, exitCode } = container.run("npm ci");
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      "npm error Missing: chalk@5.6.2 from lock file\nnpm error Invalid: lock file's ws@7.5.14 does not satisfy ws@8.23.0\nnpm error\n",
    );
    expect(stderr).toMatch(/run can be found in: \/root\/\.npm\/_logs\/2026-11-02T[0-9_]+Z-debug-0\.log\n$/);
  });

  it("takes development packages away again", () => {
    const container = project({ dependencies: { ws: "8" }, devDependencies: { typescript: "^7" } });
    container.run("npm install --no-audit");
    expect(container.run("npm prune --omit=dev --no-audit; ls node_modules").stdout).toMatch(
      /^\nremoved 2 packages in \d+(ms|s)\nws\n$/,
    );
  });

  it("runs scripts as sh does, with what stands before and after them", () => {
    const container = project({
      name: "quay",
      version: "2.0.0",
      scripts: { prebuild: "echo before", build: "echo built", fail: "exit 4", serve: "node server.js" },
    });
    expect(container.run("npm run build -- 'a b'").stdout).toBe(
      "\n> quay@2.0.0 prebuild\n> echo before\n\nbefore\n\n> quay@2.0.0 build\n> echo built a b\n\nbuilt a b\n",
    );
    expect(container.run("npm run -s build").stdout).toBe("before\nbuilt\n");
    expect(container.run("npm run fail").exitCode).toBe(4);
    expect(container.run("npm start").stderr).toContain(
      'npm error Missing script: "start"\nnpm error\nnpm error Did you mean one of these?\n',
    );
    expect(() => container.run("npm run serve")).toThrow("NOT_SIMULATED");
  });

  it("keeps its cache unless it is forced", () => {
    expect(project({}).run("npm cache clean")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("npm error As of npm@5, the npm cache self-heals"),
    });
  });

  it.each([{ dependencies: { express: "^3" } }, { dependencies: { "surely-unknown": "1" } }])(
    "does not make up %j",
    (manifest) => {
      expect(() => project(manifest).run("npm install")).toThrow("NOT_SIMULATED");
    },
  );
});

/** Compared with npm 11.19. */
describe("npm pkg, npx and what is no command", () => {
  it("reads and sets entries of package.json", () => {
    const container = project({ name: "x", version: "1.0.0", keywords: ["a"], nested: { k: 1 } });
    expect(
      container.run("npm pkg get name; npm pkg get nested.k nope; npm pkg get 'keywords[0]' ").stdout,
    ).toBe('"x"\n{\n  "nested.k": 1\n}\n"a"\n');
    container.run("npm pkg set scripts.test=jest");
    expect(container.run("cat package.json").stdout).toBe(
      '{"name":"x","version":"1.0.0","keywords":["a"],"nested":{"k":1},"scripts":{"test":"jest"}}',
    );
    expect(container.run("npm frob")).toMatchObject({
      exitCode: 1,
      stdout: 'Unknown command: "frob"\n\nTo see a list of supported npm commands, run:\n  npm help\n',
    });
  });

  it("starts a command of an installed package, and fetches none", () => {
    const container = project({ name: "x" });
    container.run(
      "mkdir -p node_modules/.bin sub && printf '#!/bin/sh\\necho tide $1\\n' > node_modules/.bin/tide && chmod +x node_modules/.bin/tide",
    );
    expect(container.run("cd sub && npx tide in; npm exec -- tide out; npm exec -c 'tide low'").stdout).toBe(
      "tide in\ntide out\ntide low\n",
    );
    expect(() => container.run("npx ebb")).toThrow(/NOT_SIMULATED/);
  });
});
