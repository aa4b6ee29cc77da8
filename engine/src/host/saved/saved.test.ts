import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlackBox } from "../../shell/black-boxes/black-box.ts";
import { digestOf } from "../../core/digest.ts";
import { bases } from "../../../bases/index.ts";
import { basesOnDemand } from "../../../bases/load.ts";
import { loadPart } from "../../../bases/load-part.ts";
import { isEngineError } from "../../core/engine-error.ts";
import type { HostState } from "../host-state.ts";
import { Workstation } from "../workstation.ts";
import { decodeGraph } from "./decode-graph.ts";
import { encodeGraph } from "./encode-graph.ts";
import type { Graph } from "./graph.ts";
import { loadMachine } from "./load-machine.ts";
import { migrations } from "./migrations.ts";
import { machineAnchors } from "./machine-anchors.ts";
import { saveMachine } from "./save-machine.ts";
import type { SavedMachine } from "./saved-machine.ts";

const files = { Dockerfile: "FROM alpine:3.24\nRUN apk add --no-cache curl\nCOPY . /app\n", "a.txt": "a\n" };
const machine = (): Workstation => new Workstation({ bases, seed: "saved", files });
const noAnchors = { addressOf: () => undefined, at: () => undefined };

const LINES = [
  "docker build -t app .",
  "docker run --name web -v data:/data app sh -c 'echo hi > /data/x; date > /now'",
  "docker login -u learner",
  "docker tag app learner/app:1; docker push learner/app:1",
  "docker network create front; cd /tmp; export COLOUR=red",
];
const SOURCE = "// serves\n";
/** A program of a lesson that answers as it declares. */
const declared: BlackBox = {
  name: "server",
  sources: { "server.js": digestOf(SOURCE) },
  interpreter: { program: "node", file: "server.js" },
  runs: [
    {
      needs: [],
      writes: [],
      listens: { port: 9000 },
      answers: [{ method: "GET", path: "/", status: 200, headers: {}, body: "declared ${COLOUR}" }],
      exit: 0,
      stop: {},
    },
  ],
};
/** A machine with something of everything, and the states on its way there. */
const worked = (): { readonly on: Workstation; readonly states: Map<number, HostState> } => {
  const on = machine();
  const states = new Map([[0, on.snapshot()]]);
  for (const line of LINES) {
    on.run(line, line.includes("login") ? ["s3cret\n"] : []);
    states.set(states.size, on.snapshot());
  }
  return { on, states };
};
const QUESTIONS = [
  "docker images; docker ps -a; docker volume ls; docker network ls -q | wc -l; pwd; echo $COLOUR; history",
  "docker run --rm app curl --version; docker run --rm -v data:/data app cat /data/x",
  "docker pull learner/app:1; docker push learner/app:1; docker build -q -t again /root/app; docker system df",
];
const answers = (on: Workstation): readonly string[] =>
  QUESTIONS.map((line) => {
    const { stdout, stderr } = on.run(line);
    return stdout + stderr;
  });
const readable = (loaded: ReturnType<typeof loadMachine>): SavedMachine => {
  if ("why" in loaded) throw new Error(loaded.words);
  return loaded;
};

describe("a saved machine", () => {
  it("is text without what every machine has: base images, accounts", () => {
    const { on, states } = worked();
    const text = on.save({ states, beside: undefined });
    expect(text.includes("s3cret")).toBe(false);
    expect(text.length).toBeLessThan(300_000);
  });

  it("shares between its states what they share", () => {
    const { on, states } = worked();
    const one = on.save({ states: new Map([...states].slice(-1)), beside: undefined }).length;
    expect(on.save({ states, beside: undefined }).length).toBeLessThan(one * 1.5);
    const [first, second] = [...readable(on.load(on.save({ states, beside: undefined }))).states.values()];
    expect(first?.files.children.get("usr")).toBe(second?.files.children.get("usr"));
  });

  it("holds servers that wait, as far as they have come", () => {
    const on = new Workstation({ bases, seed: "saved", files, blackBoxes: [declared] });
    on.run(
      "docker run -d --name web -p 8080:80 nginx:1.31; docker run -d --name old -p 8081:80 busybox:1.37 httpd -f",
    );
    on.write("server.js", SOURCE);
    on.run(
      "docker run -d --name box -e COLOUR=red -v /root/app:/srv -w /srv -p 8082:9000 node:24-alpine node server.js",
    );
    on.run("curl -s localhost:8080/nosuch; curl -s localhost:8081/nosuch");
    const asked = (): string[] =>
      [8080, 8081, 8082]
        .map((port) => on.run(`curl -si localhost:${port}/`).stdout)
        .concat(on.run("docker logs web 2>&1; docker stop web; docker logs web 2>&1; docker ps -a").stdout);
    const state = on.snapshot();
    const before = asked();
    expect(before[0]).toContain("Welcome to nginx");
    expect(before[2]).toContain("declared red");
    const [loaded] = readable(
      on.load(on.save({ states: new Map([[1, state]]), beside: undefined })),
    ).states.values();
    if (!loaded) throw new Error("nothing was saved");
    on.restore(loaded);
    expect(asked()).toEqual(before);
  });

  it("asks for the base images whose files it holds, and for no other", async () => {
    const { on, states } = worked();
    const text = on.save({ states, beside: undefined });
    const shelf = basesOnDemand();
    const other = new Workstation({ bases: shelf, seed: "saved", files });
    const asked: string[] = [];
    for (;;) {
      try {
        other.load(text);
        break;
      } catch (error) {
        if (!isEngineError(error, "NEEDS_PART") || asked.length > 3) throw error;
        asked.push(error.data.part);
        await loadPart(shelf, error.data.part);
      }
    }
    expect(asked).toEqual(["base:alpine-3.24"]);
  });

  it("that version 1 wrote is read by all later ones, and goes on", () => {
    const recorded = new URL("../../../testing/testdata/saved-machine/version-1.txt", import.meta.url);
    const on = machine();
    const { states, beside } = readable(on.load(readFileSync(recorded, "utf8")));
    const last = states.get(LINES.length);
    if (!last) throw new Error("the last state is missing");
    on.restore(last);
    expect(beside).toEqual({ lines: LINES });
    expect(answers(on)).toEqual(answers(worked().on));
  });
});

describe("what cannot be read", () => {
  const { on, states } = worked();
  const text = on.save({ states, beside: undefined });

  it("of a newer Drydock is told, and left alone", () => {
    expect(on.load(text.replace('"version":2', '"version":3'))).toEqual({
      why: "newer",
      words: "the saved machine has version 3, and this Drydock reads up to 2",
    });
    expect(on.load(" ".repeat(64_000_001))).toMatchObject({ why: "too big" });
  });

  it("of an older one is brought up to date step by step", () => {
    const anchors = machineAnchors(on.daemon.hub, machine().daemon.state);
    const old = saveMachine({ states: new Map(), beside: { name: "one" } }, anchors);
    const renamed =
      (from: string, to: string) =>
      (graph: Graph): Graph => ({
        ...graph,
        shapes: graph.shapes.map((names) => names.map((name) => (name === from ? to : name))),
      });
    const steps = [...migrations, renamed("name", "title"), renamed("title", "words")];
    const loaded = loadMachine(old, anchors, steps);
    expect(readable(loaded).beside).toEqual({ words: "one" });
  });

  it("is damaged wherever a character is another", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.constantFrom("0", "[", '"', "x", "\n"), (at, other) => {
        if (text[at] === other) return;
        const broken = text.slice(0, at) + other + text.slice(at + 1);
        const loaded = on.load(broken);
        expect("why" in loaded && loaded.why).toMatch(/damaged|newer/);
      }),
      { numRuns: 60 },
    );
    for (const odd of ["", "{}", "null\nnull", text.slice(0, 100), text.slice(100)])
      expect(on.load(odd)).toMatchObject({ why: "damaged" });
  });

  it("is refused, or is a machine that works, whoever made it up with its digest", () => {
    const [, body = ""] = text.split("\n");
    const graph = JSON.parse(body) as { readonly nodes: readonly unknown[][] };
    const odd = fc.constantFrom<unknown>(0, -1, 1e300, "x", "../x", null, true, [], [0], [3], ["NaN"]);
    let taken = 0;
    fc.assert(
      fc.property(fc.nat(graph.nodes.length - 1), fc.nat(12), odd, (at, field, other) => {
        const node = graph.nodes[at] ?? [];
        const place = 1 + (field % Math.max(1, node.length - 1));
        const nodes = graph.nodes.with(at, node.with(Math.min(place, node.length - 1), other));
        const made = JSON.stringify({ ...graph, nodes });
        const header = JSON.stringify({ drydock: "machine", version: 2, body: digestOf(made) });
        const loaded = on.load(`${header}\n${made}\n`);
        if ("why" in loaded) {
          expect(loaded.why).toBe("damaged");
          return;
        }
        taken += 1;
        const there = machine();
        for (const state of [...loaded.states.values()].slice(-1)) {
          there.restore(state);
          for (const line of ["docker ps -a; docker images; ls -la / ~", "docker run --rm app true"])
            expect(typeof there.run(line).exitCode).toBe("number");
        }
      }),
      { numRuns: 80 },
    );
    expect(taken).toBeGreaterThan(0);
  });

  it("never makes a circle, a prototype or a thing of no kind, whatever it says", () => {
    const graph = (...nodes: readonly unknown[]): Graph =>
      ({ shapes: [["a"], ["__proto__"]], nodes, root: [nodes.length - 1] }) as unknown as Graph;
    const read = (one: Graph): unknown => decodeGraph(one, [], noAnchors);
    for (const odd of [
      graph(["a", [0]]),
      graph(["a", [1]], ["a"]),
      graph(["a", [-1]]),
      graph(["o", 7]),
      graph(["o", 0]),
      graph(["k", "content", 1]),
      graph(["@", "entry 0 upper nosuch /etc"]),
      graph(["z"]),
      graph(null),
      graph(["a", { polluted: true }]),
    ])
      expect(() => read(odd), JSON.stringify(odd)).toThrow(/./);
    const made = read(graph(["t", "evil"], ["o", 1, [0]])) as object;
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect(Object.hasOwn(made, "__proto__")).toBe(true);
  });
});

describe("a graph", () => {
  it("gives back any value, shared where it is shared", () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(undefined, null),
      fc.uint8Array(),
      fc.string({ minLength: 20 }),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true }),
        fc.array(fc.tuple(fc.string(), tie("value")), { maxLength: 4 }).map((all) => new Map(all)),
        fc.array(leaf, { maxLength: 4 }).map((all) => new Set(all)),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        const both = JSON.parse(JSON.stringify(encodeGraph({ one, again: one }, [], noAnchors))) as Graph;
        const back = decodeGraph(both, [], noAnchors) as { one: unknown; again: unknown };
        expect(back).toEqual({ one, again: one });
        expect(back.one).toBe(back.again);
      }),
      { numRuns: 300 },
    );
  });

  it("goes as deep as a file tree, and refuses what is no data", () => {
    let deep: unknown = "end";
    for (let at = 0; at < 20_000; at += 1) deep = { deep };
    const back = decodeGraph(encodeGraph(deep, [], noAnchors), [], noAnchors);
    expect(Object.keys(back as object)).toEqual(["deep"]);
    const circle: { self?: unknown } = {};
    circle.self = circle;
    for (const odd of [() => 1, circle, new Date(0), Symbol("a")])
      expect(() => encodeGraph({ odd }, [], noAnchors)).toThrow(/./);
  });
});
