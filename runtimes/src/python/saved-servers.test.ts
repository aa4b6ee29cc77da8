import { bases } from "@drydock/engine/bases/index.ts";
import { type HostState, pythonRuntime, Workstation } from "@drydock/engine";
import { describe, expect, it } from "vitest";
import { loadPythonFromDisk } from "./load-node.ts";

const flask = `from flask import Flask, request
app = Flask(__name__)
hits = []
log = open("/var/log/hits", "a")
@app.get("/")
def home():
    hits.append(request.args.get("n"))
    print(len(hits), file=log, flush=True)
    return f"{hits}\\n"
app.run(host="0.0.0.0", port=5000)
`;
const machine = (): Workstation =>
  new Workstation({
    bases,
    seed: "saved python",
    files: {
      Dockerfile:
        'FROM python:3.13-slim\nWORKDIR /app\nRUN pip install -q flask\nCOPY app.py .\nCMD ["python", "app.py"]\n',
      "app.py": flask,
      "wait.py": `import signal, sys, time
got = ["one"]
signal.signal(signal.SIGTERM, lambda *_: (print("bye", got, flush=True), sys.exit(3)))
time.sleep(1e6)
`,
    },
  });
const started = (): Workstation => {
  pythonRuntime.bring(loadPythonFromDisk());
  const on = machine();
  on.run("docker build -q -t app . && docker run -d --name web -p 8080:5000 app");
  on.run("docker run -d --name files -p 8081:80 python:3.13-slim python -m http.server 80");
  on.run("docker run -d --name idle -v /root/app:/w python:3.13-slim python /w/wait.py");
  on.run("curl -s 'localhost:8080/?n=1'; curl -s localhost:8081/nosuch");
  return on;
};
const kept = (on: Workstation): string =>
  on.save({ states: new Map([[1, on.snapshot()]]), beside: undefined });
const stateIn = (on: Workstation, text: string): HostState => {
  const loaded = on.load(text);
  const state = "why" in loaded ? undefined : loaded.states.get(1);
  if (!state) throw new Error("why" in loaded ? loaded.words : "no state");
  return state;
};

describe("Python that waits, written down", () => {
  it("goes on as if nobody had read it: memory, open files, signals, logs", () => {
    const on = started();
    const text = kept(on);
    const go = (station: Workstation): readonly string[] =>
      [
        "curl -s 'localhost:8080/?n=2'; curl -si localhost:8081/",
        "docker exec web cat /var/log/hits; docker ps",
        "docker stop idle; docker logs idle; docker ps -a; docker logs web 2>&1; docker logs files 2>&1",
      ].map((line) => station.run(line).stdout);
    const wanted = go(on);
    expect(wanted[0]).toMatch(/^\['1', '2'\]\n/);
    expect(wanted[2]).toMatch(/^bye \['one'\]$/m);
    const other = machine();
    other.restore(stateIn(other, text));
    expect(kept(other)).toBe(text);
    expect(go(other)).toEqual(wanted);
  });

  it("asks for the interpreter when something reaches it, and says where that is another one", () => {
    const on = started();
    const text = kept(on);
    const other = machine();
    other.restore(stateIn(other, text));
    pythonRuntime.bring({ ...loadPythonFromDisk(), id: "another" });
    expect(other.run("docker ps -q | wc -l; docker logs web 2>&1 | wc -l").stdout).toBe("3\n8\n");
    expect(other.run("curl -s localhost:8080/").stderr).toContain("an earlier version of Drydock");
    expect(other.run("docker restart -t 0 web && curl -s 'localhost:8080/?n=9'").stdout).toContain("['9']");
  });
});
