import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../testing/base-container.ts";

const TOML = `[build-system]
requires = ["setuptools>=68"]
build-backend = "setuptools.build_meta"

[project]
name = "Fish-Shop"  # as PyPI would show it
version = "1.2"
description = "Sells fish"
authors = [{ name = "Ann", email = "ann@example.org" }]
requires-python = ">=3.9"
dependencies = [
  "six==1.17.0", # old and good
]

[project.optional-dependencies]
serve = ["gunicorn"]

[project.scripts]
shop = "shop.cli:main"
`;

/** A container with a project in /app. */
function project(files: Readonly<Record<string, string>>): BaseContainer {
  const container = new BaseContainer("python:3.13-slim");
  for (const [name, text] of Object.entries(files)) {
    const path = `/app/${name}`;
    container.run(`mkdir -p ${path.slice(0, path.lastIndexOf("/"))}; cat > ${path} <<'END'\n${text}END\n`);
  }
  return container;
}
const SHOP = {
  "pyproject.toml": TOML,
  "src/shop/__init__.py": "",
  "src/shop/cli.py": "def main():\n    pass\n",
  "src/shop/page.html": "<p>\n",
};
const SITE = "/usr/local/lib/python3.13/site-packages";

describe("pip install of a project", () => {
  it("builds, brings what it needs, and tells it as pip does", () => {
    const container = project(SHOP);
    const { stdout, exitCode } = container.run("cd /app && pip install --no-cache-dir .");
    expect(stdout).toMatch(/^Processing \/app\n {2}Installing build dependencies: started\n/);
    expect(stdout).toContain("Collecting six==1.17.0 (from Fish-Shop==1.2)\n");
    expect(stdout).toContain("Building wheels for collected packages: Fish-Shop\n");
    expect(stdout).toContain("Successfully installed Fish-Shop-1.2 six-1.17.0\n");
    expect(exitCode).toBe(0);
    expect(container.run(`cat ${SITE}/shop/cli.py`).stdout).toBe(SHOP["src/shop/cli.py"]);
    expect(container.run("cat /usr/local/bin/shop").stdout).toContain("from shop.cli import main\n");
    expect(container.run("pip show fish_shop").stdout).toMatch(
      /\nSummary: Sells fish\n.*\nAuthor: \nAuthor-email: Ann <ann@example.org>\n/,
    );
  });

  it("takes with setuptools no data files, and with hatchling all files of the package that has its name", () => {
    const setuptools = project(SHOP);
    setuptools.run("pip install /app");
    expect(setuptools.run(`ls ${SITE}/shop`).stdout).toBe("__init__.py\n__pycache__\ncli.py\n");
    expect(setuptools.run("ls /app /app/src").stdout).toContain("build\n");
    const hatch = TOML.replace("setuptools.build_meta", "hatchling.build").replace("Fish-Shop", "shop");
    const hatchling = project({ ...SHOP, "pyproject.toml": hatch });
    hatchling.run("pip install /app");
    expect(hatchling.run(`ls ${SITE}/shop`).stdout).toContain("page.html\n");
    expect(hatchling.run("ls /app").stdout).not.toContain("build\n");
  });

  it("adds an extra, and builds again what is there", () => {
    const container = project(SHOP);
    expect(container.run("cd /app && pip install '.[serve]'").stdout).toMatch(/installed .*gunicorn-/);
    expect(container.run("cd / && pip install ./app").stdout).toMatch(
      /^Processing \/app\n[^]*Found existing installation: Fish-Shop 1\.2\n/,
    );
    expect(container.run("pip uninstall -y fish-shop; ls /usr/local/bin/shop").exitCode).not.toBe(0);
  });

  it("refuses a folder without a project, in pip's words", () => {
    expect(project({ "app.py": "" }).run("cd /app && pip install .")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /^ERROR: Directory '\.' is not installable\. Neither 'setup\.py' nor 'pyproject\.toml' found\.\n/,
      ),
    });
  });

  it.each([
    ["two packages side by side", { "pyproject.toml": TOML, "shop/a.py": "", "static/b.css": "" }],
    [
      "a table of the backend's own",
      { ...SHOP, "pyproject.toml": `${TOML}[tool.setuptools]\nzip-safe = false\n` },
    ],
    [
      "a version that is worked out",
      { ...SHOP, "pyproject.toml": TOML.replace('version = "1.2"', 'dynamic = ["version"]') },
    ],
    [
      "a dependency with an address",
      { ...SHOP, "pyproject.toml": TOML.replace("six==1.17.0", "six @ https://example.org/six.zip") },
    ],
    [
      "a dependency with escapes",
      { ...SHOP, "pyproject.toml": TOML.replace("six==1.17.0", 'six; os_name == \\"nt\\"') },
    ],
    ["a setup.py with a mind of its own", { ...SHOP, "setup.py": "print(1)\n" }],
  ])("says that it does not simulate %s", (_, files) => {
    expect(() => project(files).run("pip install /app")).toThrow("NOT_SIMULATED");
  });
});
