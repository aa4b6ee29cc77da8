import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../testing/base-container.ts";

const python = (env: readonly string[] = []): BaseContainer => new BaseContainer("python:3.13-slim", env);

describe("pip install", () => {
  const ran = python().run("pip install --no-cache-dir flask");

  it("tells what pip tells", () => {
    expect(ran.stdout).toBe(`Collecting flask
  Downloading flask-3.1.3-py3-none-any.whl.metadata (3.2 kB)
Collecting blinker>=1.9.0 (from flask)
  Downloading blinker-1.9.0-py3-none-any.whl.metadata (1.6 kB)
Collecting click>=8.1.3 (from flask)
  Downloading click-8.5.0-py3-none-any.whl.metadata (2.6 kB)
Collecting itsdangerous>=2.2.0 (from flask)
  Downloading itsdangerous-2.2.0-py3-none-any.whl.metadata (1.9 kB)
Collecting jinja2>=3.1.2 (from flask)
  Downloading jinja2-3.1.6-py3-none-any.whl.metadata (2.9 kB)
Collecting markupsafe>=2.1.1 (from flask)
  Downloading markupsafe-3.0.3-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl.metadata (2.7 kB)
Collecting werkzeug>=3.1.0 (from flask)
  Downloading werkzeug-3.1.9-py3-none-any.whl.metadata (4.1 kB)
Downloading flask-3.1.3-py3-none-any.whl (103 kB)
Downloading blinker-1.9.0-py3-none-any.whl (8.5 kB)
Downloading click-8.5.0-py3-none-any.whl (125 kB)
Downloading itsdangerous-2.2.0-py3-none-any.whl (16 kB)
Downloading jinja2-3.1.6-py3-none-any.whl (134 kB)
Downloading markupsafe-3.0.3-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl (22 kB)
Downloading werkzeug-3.1.9-py3-none-any.whl (228 kB)
Installing collected packages: markupsafe, itsdangerous, click, blinker, werkzeug, jinja2, flask

Successfully installed blinker-1.9.0 click-8.5.0 flask-3.1.3 itsdangerous-2.2.0 jinja2-3.1.6 markupsafe-3.0.3 werkzeug-3.1.9
`);
    expect(ran.stderr).toMatch(/^WARNING: Running pip as the 'root' user/);
    expect(ran.stderr).toContain(
      "\n\n[notice] A new release of pip is available: 25.3 -> 26.2.1\n[notice] To update, run: pip install --upgrade pip\n",
    );
  });

  it("takes about nine seconds, and a layer within 3 % of the measured 13.8 MB", () => {
    expect(ran.seconds).toBeGreaterThan(8);
    expect(ran.seconds).toBeLessThan(10);
    expect(Math.abs(ran.layer / 13_800_000 - 1)).toBeLessThan(0.03);
  });

  it("leaves its own byte code out where Python is told to", () => {
    const { layer } = python(["PYTHONDONTWRITEBYTECODE=1"]).run("pip install --no-cache-dir flask");
    expect(Math.abs(layer / 4_980_000 - 1)).toBeLessThan(0.06);
  });

  it("keeps its downloads, and finds them again", () => {
    const container = python();
    container.run("pip install flask");
    expect(container.run("rm -rf /usr/local/lib/python3.13/site-packages/[bcfijmw]*").exitCode).toBe(0);
    const again = container.run("pip install flask");
    expect(again.stdout).toContain("Using cached flask-3.1.3-py3-none-any.whl (103 kB)");
    expect(again.stdout).not.toContain("  Downloading");
    expect(container.files.exists("/root/.cache/pip")).toBe(true);
  });

  it("puts the script on PATH and the metadata where freeze reads it", () => {
    const container = python();
    container.run("pip install -q flask==3.1.3");
    expect(container.run("which flask").stdout).toBe("/usr/local/bin/flask\n");
    expect(container.run("pip freeze").stdout).toBe(
      "blinker==1.9.0\nclick==8.5.0\nFlask==3.1.3\nitsdangerous==2.2.0\nJinja2==3.1.6\nMarkupSafe==3.0.3\nWerkzeug==3.1.9\n",
    );
    container.run("rm -rf /usr/local/lib/python3.13/site-packages/flask*");
    expect(container.run("pip freeze").stdout).not.toContain("Flask");
  });

  it("reads requirements with comments, includes and markers, and says where each came from", () => {
    const container = python();
    container.run(
      `printf 'six # one\\n-r more.txt\\ntzdata; sys_platform == "win32"\\n' > r.txt; printf '\\n# two\\nitsdangerous \\\\\\n  >=2\\n' > more.txt`,
    );
    expect(container.run("pip install --no-cache-dir -r r.txt").stdout)
      .toBe(`Ignoring tzdata: markers 'sys_platform == "win32"' don't match your environment
Collecting six (from -r r.txt (line 1))
  Downloading six-1.17.0-py2.py3-none-any.whl.metadata (1.7 kB)
Collecting itsdangerous>=2 (from -r more.txt (line 3))
  Downloading itsdangerous-2.2.0-py3-none-any.whl.metadata (1.9 kB)
Downloading six-1.17.0-py2.py3-none-any.whl (11 kB)
Downloading itsdangerous-2.2.0-py3-none-any.whl (16 kB)
Installing collected packages: six, itsdangerous

Successfully installed itsdangerous-2.2.0 six-1.17.0
`);
  });

  it.each([
    [
      "pip install -r requirements.txt",
      1,
      "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt'",
    ],
    ["pip install", 1, 'ERROR: You must give at least one requirement to install (see "pip help install")'],
    ["pip install flask=3", 1, "ERROR: Invalid requirement: 'flask=3'"],
    ["pip install 'click<9' 'click>=9'", 1, "because these package versions have conflicting dependencies."],
    ["pip isntall flask", 1, 'ERROR: unknown command "isntall"'],
    ["pip install --frobnicate", 2, "no such option: --frobnicate"],
  ])("refuses %s", (command, status, words) => {
    const { exitCode, stderr } = python().run(command);
    expect([exitCode, stderr]).toEqual([status, expect.stringContaining(words)]);
  });

  it.each([
    [
      "a range below the newest",
      "echo 'werkzeug<3' > c.txt; pip install --no-cache-dir -c c.txt flask==2.2.2",
    ],
    ["an older one of a package nobody pins", "pip install --no-cache-dir flask werkzeug==2.2.2"],
  ])("does not guess where the index holds more versions than the catalogue: %s", (_, script) => {
    expect(() => python().run(script)).toThrow(/NOT_SIMULATED/);
  });

  it("installs an old Flask with the newest Werkzeug, for nothing forbids it", () => {
    expect(python().run("pip install Flask==2.0.1").stdout).toContain(
      "Successfully installed Flask-2.0.1 Jinja2-3.1.6 MarkupSafe-3.0.3 Werkzeug-3.1.9 ",
    );
  });

  it("tells a conflict: errors on one stream, the reasons on the other", () => {
    const { exitCode, stdout, stderr } = python().run(
      "printf 'flask==3.1.3\\nwerkzeug==2.2.2\\n' > r.txt; pip install -r r.txt",
    );
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining(
        "ERROR: Cannot install -r r.txt (line 1) and werkzeug==2.2.2 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit https://pip.pypa.io/",
      ),
    ]);
    expect(stdout).toContain(`
The conflict is caused by:
    The user requested werkzeug==2.2.2
    flask 3.1.3 depends on werkzeug>=3.1.0

To fix this you could try to:
1. loosen the range of package versions you've specified
2. remove package versions to allow pip to attempt to solve the dependency conflict

`);
  });

  it("adds what an extra needs, and says which extra there is not", () => {
    expect(python().run("pip install 'flask[async]==2.2.2'").stdout).toContain(" asgiref-3.12.1 ");
    expect(python().run("pip install 'flask[nope]==2.2.2'").stderr).toContain(
      "WARNING: Flask 2.2.2 does not provide the extra 'nope'\n",
    );
  });

  it.each([
    "pip install surely-not-in-the-catalogue",
    "pip install flask==0.12",
    "pip install -e git+https://example.org/a.git",
    "pip install git+https://example.org/x.git",
    "pip install 'flask[async]'",
    "pip install flask==2.2.2 werkzeug==2.2.1",
    "printf 'markupsafe==3.0.3 --hash=sha256:00\\n' > r.txt; pip install -r r.txt",
    "printf 'six==1.17.0 --hash=sha512:00\\n' > r.txt; pip install -r r.txt",
  ])("says that it does not simulate %s", (command) => {
    expect(() => python().run(command)).toThrow("NOT_SIMULATED");
  });
});

describe("where pip installs", () => {
  it("is the user's folder for someone who may not write to Python's own", () => {
    const container = python(["HOME=/tmp"]);
    const { stdout, stderr } = container.run("pip install --no-cache-dir gunicorn", "1000");
    expect(stdout).toMatch(
      /^Defaulting to user installation because normal site-packages is not writeable\n/,
    );
    expect(stderr).toContain(
      "WARNING: The scripts gunicorn and gunicornc are installed in '/tmp/.local/bin' which is not on PATH.",
    );
    expect(stderr).not.toContain("as the 'root' user");
    expect(container.files.exists("/tmp/.local/lib/python3.13/site-packages/gunicorn/__init__.py")).toBe(
      true,
    );
  });

  it("is what --prefix and --target say", () => {
    const container = python();
    container.run("pip install -q --prefix=/install flask && pip install -q --target /lib2 six");
    expect(container.files.exists("/install/bin/flask")).toBe(true);
    expect(container.files.exists("/install/lib/python3.13/site-packages/jinja2/__init__.py")).toBe(true);
    expect(container.files.exists("/lib2/six.py")).toBe(true);
    expect(container.run("pip freeze").stdout).toBe("");
  });

  it("is the virtual environment whose pip runs", () => {
    const container = python();
    container.run("python -m venv /opt/venv && /opt/venv/bin/pip install -q flask");
    expect(
      container.run("pip freeze; . /opt/venv/bin/activate; which python flask; pip freeze | head -1").stdout,
    ).toBe("/opt/venv/bin/python\n/opt/venv/bin/flask\nblinker==1.9.0\n");
  });

  it("is nowhere in a Python that belongs to the distribution", () => {
    const container = new BaseContainer("debian:trixie-slim", ["DEBIAN_FRONTEND=noninteractive"]);
    container.run("apt-get update && apt-get install -y --no-install-recommends python3-pip");
    const { exitCode, stderr } = container.run("pip install flask");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^error: externally-managed-environment\n\n× This environment is externally managed\n╰─> To install Python packages system-wide, try apt install\n {4}python3-xyz/,
    );
    expect(container.run("pip install --break-system-packages -q flask && pip freeze | head -1").stdout).toBe(
      "blinker==1.9.0\n",
    );
    expect(container.files.exists("/usr/local/lib/python3.13/dist-packages/flask/__init__.py")).toBe(true);
  });
});

describe("wheels in a folder", () => {
  it("are made by pip wheel and installed without an index", () => {
    const container = python();
    container.run("pip wheel -q --no-cache-dir -w /wheels flask");
    const { stdout } = container.run("pip install --no-cache-dir --no-index --find-links=/wheels flask");
    expect(stdout).toMatch(
      /^Looking in links: \/wheels\nProcessing \/wheels\/flask-3.1.3-py3-none-any.whl\nProcessing \/wheels\/blinker-1.9.0-py3-none-any.whl \(from flask\)\n/,
    );
    expect(stdout).toContain("Successfully installed blinker-1.9.0 ");
    expect(python().run("pip install --no-index flask")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(
        "ERROR: Could not find a version that satisfies the requirement flask (from versions: none)\nERROR: No matching distribution found for flask\n",
      ),
    });
    expect(container.run("pip install --no-index -f /wheels flask==9")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("requirement flask==9 (from versions: 3.1.3)\n"),
    });
    container.run("pip uninstall -y -q flask");
    expect(container.run("pip install --no-deps /wheels/flask-*.whl && which flask").stdout).toContain(
      "/usr/local/bin/flask\n",
    );
    expect(() =>
      container.run("mkdir /x; echo > /x/six-1.17.0-py2.py3-none-any.whl; pip install /x/*.whl"),
    ).toThrow("NOT_SIMULATED");
  });
});

describe("pip check", () => {
  it("finds what a later install broke, by the requirements that hold here", () => {
    const container = python();
    container.run("pip install -q flask sqlalchemy==2.0.40; pip uninstall -q -y greenlet");
    expect(container.run("pip install -q werkzeug==2.2.2").stderr).toContain(
      "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed. This behaviour is the source of the following dependency conflicts.\nflask 3.1.3 requires werkzeug>=3.1.0, but you have werkzeug 2.2.2 which is incompatible.\n",
    );
    expect(container.run("pip check; pip show sqlalchemy | tail -2").stdout)
      .toBe(`Flask 3.1.3 has requirement werkzeug>=3.1.0, but you have Werkzeug 2.2.2.
SQLAlchemy 2.0.40 requires greenlet, which is not installed.
Requires: greenlet, typing-extensions
Required-by: 
`);
  });
});

describe("pip uninstall", () => {
  it("takes the files away that RECORD lists", () => {
    const container = python();
    container.run("pip install -q --no-cache-dir gunicorn");
    expect(container.run("pip uninstall -y gunicorn nothing").stdout).toBe(
      "Found existing installation: gunicorn 26.2.0\nUninstalling gunicorn-26.2.0:\n  Successfully uninstalled gunicorn-26.2.0\n",
    );
    expect(container.files.exists("/usr/local/bin/gunicorn")).toBe(false);
    expect(container.files.exists("/usr/local/lib/python3.13/site-packages/gunicorn")).toBe(false);
  });
});
