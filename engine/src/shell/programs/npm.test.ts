import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../testing/base-container.ts";

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
    expect(layer).toBe(2_918_597);
    expect(container.files.exists("/node_modules/express/package.json")).toBe(true);
  });

  it("leaves development packages out when it is told to", () => {
    const manifest = { dependencies: { express: "5" }, devDependencies: { typescript: "^7" } };
    const all = project(manifest).run("npm ci").layer;
    for (const command of ["npm ci --omit=dev", "NODE_ENV=production npm ci"])
      expect(project(manifest).run(command).layer).toBe(2_918_597);
    expect(all).toBeGreaterThan(30_000_000);
  });

  it("needs a lock file for ci, and a manifest", () => {
    expect(project({}, false).run("npm ci")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("npm error code EUSAGE\nnpm error\nnpm error The `npm ci` command"),
    });
    expect(new BaseContainer("node:24-slim").run("npm install").stderr).toContain("npm error code ENOENT\n");
  });

  it.each([{ dependencies: { express: "^4" } }, { dependencies: { "surely-unknown": "1" } }])(
    "does not make up %j",
    (manifest) => {
      expect(() => project(manifest).run("npm install")).toThrow("NOT_SIMULATED");
    },
  );
});
