import { expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";

const host = new LibraryHost();

it("runs on the workstation as it does in containers", () => {
  host.run(
    'echo \'import sys, json; print(json.dumps({"v": sys.version_info[:2], "n": sys.argv[1:]}))\' > a.py',
  );
  expect(host.run("python3 a.py x").stdout).toBe('{"v": [3, 13], "n": ["x"]}\n');
  expect(host.run("python3 -c 'import flask'").stderr).toContain(
    "ModuleNotFoundError: No module named 'flask'",
  );
  const own =
    "python3 -m venv v && . v/bin/activate && pip install -q flask && python -c 'import flask, sys; print(sys.prefix)'";
  expect(host.run(own).stdout).toBe("/root/app/v\n");
});

it("has no servers there, and says so", () => {
  expect(host.run("python3 -m http.server 8000").stderr).toContain("Drydock does not simulate");
});
