import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../testing/base-container.ts";
import { poetryConstraint } from "../packages/pip/poetry-project.ts";

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

describe("an editable installation", () => {
  it("imports from the project's folder, and says so", () => {
    const container = project(SHOP);
    const { stdout, exitCode } = container.run("cd /app && pip install -e .");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Obtaining file:\/\/\/app\n {2}Installing build dependencies: started\n/);
    expect(stdout).toContain(
      "  Checking if build backend supports build_editable: finished with status 'done'\n",
    );
    expect(stdout).toContain("filename=fish_shop-1.2-0.editable-py3-none-any.whl");
    expect(container.run(`cat ${SITE}/__editable__.fish_shop-1.2.pth; ls ${SITE}/shop`)).toMatchObject({
      stdout: "/app/src\n",
      exitCode: 2,
    });
    expect(container.run("pip freeze").stdout).toBe(
      "# Editable install with no version control (Fish-Shop==1.2)\n-e /app\nsix==1.17.0\n",
    );
    expect(container.run("pip list").stdout).toMatch(
      /^Package {3}Version Editable project location\n-+ -+ -+\nFish-Shop 1\.2 {5}\/app\n/,
    );
    expect(container.run("pip uninstall -y fish-shop; pip freeze").stdout).toMatch(/-1\.2\nsix==1\.17\.0\n$/);
  });

  it.each([
    ["hatchling.build", "_fish_shop.pth"],
    ["flit_core.buildapi", "fish_shop.pth"],
  ])("of %s leaves %s", (backend, name) => {
    const container = project({
      "pyproject.toml": TOML.replace("setuptools.build_meta", backend),
      "src/fish_shop/__init__.py": "",
    });
    expect(container.run("pip install -e /app").exitCode).toBe(0);
    expect(container.run(`cat ${SITE}/${name}`).stdout.trim()).toBe("/app/src");
  });

  it("refuses what is no folder", () => {
    expect(project({}).run("pip install -e flask")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("ERROR: flask is not a valid editable requirement."),
    });
  });
});

describe("a wheel of a project", () => {
  it("is built, and can be installed where the project is not", () => {
    const container = project(SHOP);
    expect(container.run("cd /app && pip wheel --no-cache-dir -w /wheels .").stdout).toMatch(
      /^Processing \.\/\.\n/,
    );
    container.run("rm -rf /app");
    expect(container.run("pip install --no-index --find-links=/wheels fish-shop").stdout).toContain(
      "Processing /wheels/fish_shop-1.2-py3-none-any.whl\n",
    );
    expect(container.run(`cat ${SITE}/shop/cli.py; pip freeze`).stdout).toBe(
      `${SHOP["src/shop/cli.py"]}Fish-Shop==1.2\nsix==1.17.0\n`,
    );
  });
});

describe("pip config", () => {
  it("keeps what it is told", () => {
    const container = project({});
    expect(container.run("pip config set global.timeout 60").stdout).toBe(
      "Writing to /root/.config/pip/pip.conf\n",
    );
    expect(container.run("pip config get global.timeout; PIP_NO_INPUT=1 pip config list").stdout).toBe(
      "60\n:env:.no-input='1'\nglobal.timeout='60'\n",
    );
    expect(container.run("pip config unset global.timeout; pip config get global.timeout").stderr).toBe(
      "ERROR: No such key - global.timeout\n",
    );
  });
});

describe("a project that is described elsewhere", () => {
  it("by Poetry's own table", () => {
    const container = project({
      "pyproject.toml": `[tool.poetry]
name = "shop"
version = "0.3.0"
description = "Sells fish"
authors = ["Ann <ann@example.org>"]
[tool.poetry.dependencies]
python = "^3.9"
six = "1.17.0"
[tool.poetry.group.dev.dependencies]
pytest = "^8"
[tool.poetry.scripts]
shop = "shop:main"
[build-system]
requires = ["poetry-core"]
build-backend = "poetry.core.masonry.api"
`,
      "shop/__init__.py": "def main():\n    pass\n",
    });
    expect(container.run("pip install /app").stdout).toContain(
      "Successfully installed shop-0.3.0 six-1.17.0\n",
    );
    expect(container.run("which shop; pip show shop").stdout).toMatch(
      /^\/usr\/local\/bin\/shop\nName: shop\n(.*\n)*Author-email: Ann <ann@example.org>\n/,
    );
  });

  it("by setup.cfg", () => {
    const container = project({
      "setup.py": "from setuptools import setup\n\nsetup()\n",
      "setup.cfg": `[metadata]
name = shop
version = 2.0
[options]
package_dir =
    =src
packages = find:
install_requires =
    six == 1.17.0
[options.packages.find]
where = src
[options.entry_points]
console_scripts =
    shop = shop.cli:main
`,
      "src/shop/__init__.py": "",
      "src/shop/cli.py": "def main():\n    pass\n",
      "src/notes/text.txt": "no package\n",
    });
    expect(container.run("pip install /app").stdout).toContain(
      "Successfully installed shop-2.0 six-1.17.0\n",
    );
    expect(container.run(`ls ${SITE} | grep -E 'shop|notes'; which shop`).stdout).toBe(
      "shop\nshop-2.0.dist-info\n/usr/local/bin/shop\n",
    );
  });

  it.each([
    ["^1.2.3", ">=1.2.3,<2.0.0"],
    ["^0.2", ">=0.2,<0.3"],
    ["^0.0.3", ">=0.0.3,<0.0.4"],
    ["~1.2.3", ">=1.2.3,<1.3.0"],
    ["~1", ">=1,<2"],
    ["1.2", "==1.2"],
    ["1.*", "==1.*"],
    [">=1,<3", ">=1,<3"],
    ["*", ""],
    ["^1 || ^2", undefined],
  ])("whose constraint is %s", (typed, meant) => expect(poetryConstraint(typed)).toBe(meant));
});
