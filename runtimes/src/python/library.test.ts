import { readFileSync } from "node:fs";
import { isEngineError } from "@drydock/engine";
import { describe, expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";
import { recordedPrograms } from "../../testing/recorded-programs.ts";

const host = new LibraryHost();

describe.each(["language", "modules"])("%s", (name) => {
  it.each(recordedPrograms(readFileSync(new URL(`programs/${name}.txt`, import.meta.url), "utf8")))(
    "$title",
    ({ program, status, printed }) => {
      const { stdout, stderr, exitCode } = host.python(program);
      expect({ printed: status === "" ? stdout : stderr, exitCode }).toEqual({
        printed,
        exitCode: Number(status),
      });
    },
  );
});

it.each([
  ["a module that Drydock lacks", "import tkinter", /tkinter of the standard library/],
  ["a construct that it cannot run", "type Name = str", /type X/],
])("%s is told, never guessed", (_what, program, told) => {
  try {
    const { stderr } = host.python(program);
    expect(stderr).toMatch(told);
    expect(stderr).toContain("Drydock does not simulate");
  } catch (error) {
    if (!isEngineError(error, "NOT_SIMULATED")) throw error;
    expect(JSON.stringify(error.data)).toMatch(told);
  }
});

const APP = `from flask import Flask, jsonify, redirect, render_template_string, request, url_for
app = Flask(__name__)

@app.route("/")
def home():
    return render_template_string("{% for n in names %}{{ loop.index }} {{ n|upper }};{% endfor %}{{ '<' }}", names=["a", "b"])

@app.route("/add/<int:a>/<int:b>")
def add(a, b):
    return jsonify(sum=a + b, at=url_for("add", a=a, b=b))

@app.post("/echo")
def echo():
    return {"got": request.get_json()["x"]}, 201

@app.route("/away")
def away():
    return redirect(url_for("home"))

@app.route("/boom")
def boom():
    return 1 / 0

if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
`;

describe("flask", () => {
  it("answers, logs, and fails as the real one does", () => {
    host.build({ "app.py": APP }, "flask");
    host.run("docker rm -f web");
    expect(host.run("docker run -d -p 8000:5000 --name web t").exitCode).toBe(0);
    const get = (what: string): string => host.run(`curl -s ${what}`).stdout;
    expect(get("localhost:8000/")).toBe("1 A;2 B;&lt;");
    expect(get("localhost:8000/add/2/3")).toBe('{"at":"/add/2/3","sum":5}\n');
    expect(get(`-X POST -H "Content-Type: application/json" -d '{"x": 1}' localhost:8000/echo`)).toBe(
      '{"got":1}\n',
    );
    expect(get("localhost:8000/add/x/3")).toContain("<title>404 Not Found</title>");
    expect(get("-X DELETE localhost:8000/")).toContain("The method is not allowed for the requested URL.");
    expect(get("-i localhost:8000/away")).toMatch(/^HTTP\/1.1 302[\s\S]*\nLocation: \/\r?\n/);
    expect(get("localhost:8000/boom")).toContain("<h1>Internal Server Error</h1>");
    const { stdout, stderr } = host.run("docker logs web");
    expect(stdout).toBe(" * Serving Flask app 'app'\n * Debug mode: off\n");
    expect(stderr).toContain(" * Running on all addresses (0.0.0.0)\n * Running on http://127.0.0.1:5000\n");
    expect(stderr).toContain('"GET / HTTP/1.1" 200 -\n');
    expect(stderr).toContain(
      "in boom\n    return 1 / 0\n           ~~^~~\nZeroDivisionError: division by zero\n",
    );
  });

  it("is not there unless pip put it there", () => {
    host.build({ "app.py": APP });
    expect(host.run("docker run --rm t").stderr).toMatch(/ModuleNotFoundError: No module named 'flask'\n$/);
  });
});
