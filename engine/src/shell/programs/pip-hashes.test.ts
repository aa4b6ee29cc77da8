import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../testing/base-container.ts";

/** Of the files that the Python Package Index has. */
const SIX = "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274";
const DANGEROUS = "c6242fc49e35958c8b15141343aa660db5fc54d4f13a1db01a3f5891b98700ef";
const ZERO = "0".repeat(64);
const ONE = "1".repeat(64);

function install(lines: readonly string[], flags = ""): { stdout: string; stderr: string; exitCode: number } {
  const container = new BaseContainer("python:3.13-slim", [
    "PIP_ROOT_USER_ACTION=ignore",
    "PIP_DISABLE_PIP_VERSION_CHECK=1",
  ]);
  const text = lines.map((line) => `${line}\\n`).join("");
  return container.run(`printf '${text}' > r.txt; pip install --no-cache-dir ${flags} -r r.txt`);
}

describe("pip with hashes", () => {
  it("downloads the wheels while it looks at them, and installs what fits", () => {
    const { stdout, exitCode } = install([
      `itsdangerous==2.2.0 --hash=sha256:${ZERO} --hash=sha256:${DANGEROUS}`,
      `six==1.17.0 --hash=sha256:${SIX}`,
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`Collecting itsdangerous==2.2.0 (from -r r.txt (line 1))
  Downloading itsdangerous-2.2.0-py3-none-any.whl (16 kB)
Collecting six==1.17.0 (from -r r.txt (line 2))
  Downloading six-1.17.0-py2.py3-none-any.whl (11 kB)
Installing collected packages: six, itsdangerous

Successfully installed itsdangerous-2.2.0 six-1.17.0
`);
  });

  it("refuses a file that has another one, and tells what it got", () => {
    const { stderr, exitCode } = install([
      `six==1.17.0 --hash=sha256:${ONE} --hash=sha256:${ZERO}`,
      "itsdangerous",
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE\./);
    expect(stderr).toContain(`/six-1.17.0-py2.py3-none-any.whl (from -r r.txt (line 1)):
        Expected sha256 ${ZERO}
        Expected     or ${ONE}
             Got        ${SIX}
`);
  });

  it("asks for a hash of every requirement as soon as one has one", () => {
    const { stderr } = install([`itsdangerous==2.2.0 --hash=sha256:${DANGEROUS}`, "six==1.17.0"]);
    expect(stderr).toMatch(/^ERROR: Hashes are required in --require-hashes mode, but they are missing/);
    expect(stderr).toMatch(new RegExp(`\\n {4}six==1\\.17\\.0 --hash=sha256:${SIX}\\n$`));
  });

  it("asks for a version where there is no hash, before it downloads anything", () => {
    const { stdout, stderr } = install(["six"], "--require-hashes");
    expect(stdout).toBe("Collecting six (from -r r.txt (line 1))\n");
    expect(stderr).toMatch(
      /^ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==\. These do not:\n {4}six from https:\/\/files\.pythonhosted\.org\/packages\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{60}\/six-1\.17\.0-py2\.py3-none-any\.whl \(from -r r\.txt \(line 1\)\)\n$/,
    );
  });
});

describe("what the index does not have", () => {
  it.each(["requirements.txt", "sqlite3"])("is pip's own failure: %s", (name) => {
    const container = new BaseContainer("python:3.13-slim", ["PIP_ROOT_USER_ACTION=ignore"]);
    const { stdout, stderr, exitCode } = container.run(`pip install ${name}`);
    expect(exitCode).toBe(1);
    expect(stdout.startsWith("HINT: You are attempting to install a package literally named")).toBe(
      name === "requirements.txt",
    );
    expect(stderr)
      .toContain(`ERROR: Could not find a version that satisfies the requirement ${name} (from versions: none)
ERROR: No matching distribution found for ${name}
`);
  });
});
