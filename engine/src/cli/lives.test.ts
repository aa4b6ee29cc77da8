import fc from "fast-check";
import { expect, test } from "vitest";
import { bases } from "../../bases/index.ts";
import { Workstation } from "../host/workstation.ts";

/** Ways in which somebody beside a program can change the file that it looks at. */
const WAYS: readonly ((value: string) => string)[] = [
  (value) => `docker exec box sh -c 'echo ${value} > /w/v'`,
  (value) => `docker exec -d box sh -c 'echo ${value} > /w/v'`,
  (value) => `echo ${value} > v; docker cp -q v box:/w/v`,
  (value) => `docker run --rm -v $PWD:/x busybox sh -c 'echo ${value} > /x/v'`,
  (value) => `echo ${value} > v`,
];
const POLL = 1000;

const start = (bound: boolean): Workstation => {
  const machine = new Workstation({ bases, seed: "lives", terminal: false });
  machine.run("docker pull -q busybox; echo none > v; mkdir -p w; echo none > w/v");
  const mount = bound ? "-v $PWD:/w" : "";
  const loop = `mkdir -p /w; [ -f /w/v ] || echo none > /w/v; while :; do cat /w/v; sleep ${POLL / 1000}; done`;
  expect(machine.run(`docker run -d --name box ${mount} busybox sh -c '${loop}'`).stderr).toBe("");
  return machine;
};

const logs = (machine: Workstation): string[] => machine.run("docker logs box").stdout.trimEnd().split("\n");

const schedule = fc.array(
  fc.record({ way: fc.nat({ max: WAYS.length - 1 }), after: fc.integer({ min: 1, max: 40 }) }),
  { minLength: 1, maxLength: 6 },
);

test("a program that runs sees each change of its files from then on, whoever makes it, and its past stays", () => {
  fc.assert(
    fc.property(schedule, fc.boolean(), (steps, bound) => {
      const machine = start(bound);
      const began = machine.daemon.state.time;
      const changes: { readonly at: number; readonly value: string }[] = [{ at: began - 1, value: "none" }];
      let seen: readonly string[] = [];
      for (const [index, { way, after }] of steps.entries()) {
        // 137 ms and no divisor of the poll: nothing falls together.
        machine.run(`sleep ${(after * 137) / 1000}`);
        // What is outside a container's folder is changed by its own means.
        const line = WAYS[bound ? way : way % 3]?.(String(index)) ?? "";
        const ran = machine.run(line);
        changes.push({ at: machine.daemon.state.time, value: String(index) });
        expect([line, ran.exitCode, ran.stderr]).toEqual([line, 0, ""]);
        const now = logs(machine);
        expect(now.slice(0, seen.length)).toEqual(seen);
        seen = now;
      }
      machine.run("sleep 1.5");
      const polls = logs(machine);
      const expected = polls.map((_, poll) => {
        const at = began + poll * POLL;
        return changes.findLast((one) => one.at < at)?.value;
      });
      expect(polls).toEqual(expected);
      expect(polls.length).toBe(Math.floor((machine.daemon.state.time - began) / POLL) + 1);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("undone and done again, a life that others change comes out the same", () => {
  fc.assert(
    fc.property(schedule, (steps) => {
      const machine = start(true);
      const before = machine.snapshot();
      const live = (): readonly string[] => {
        for (const [index, { way, after }] of steps.entries())
          machine.run(`sleep ${(after * 137) / 1000}; ${WAYS[way]?.(String(index)) ?? ""}`);
        return logs(machine);
      };
      const first = live();
      machine.restore(before);
      expect(logs(machine)).toEqual(["none"]);
      expect(live()).toEqual(first);
    }),
    { numRuns: 10 },
  );
}, 60_000);

test("a command that changes nothing works no life out again", () => {
  const machine = start(false);
  const life = () => machine.daemon.state.containers[0]?.life;
  const before = life()?.trees;
  machine.run("docker exec box ls /; docker exec box cat /w/v; docker ps; docker logs box");
  expect(life()?.trees).toBe(before);
  machine.run("docker exec box touch /new");
  expect(life()?.trees).not.toBe(before);
});

test("a stop from outside that is no pause is told, and changes nothing", () => {
  const machine = start(false);
  const before = machine.daemon.state.containers;
  const { exitCode, stdout, stderr } = machine.run("docker kill -s STOP box");
  expect({ exitCode, stdout }).toEqual({ exitCode: 125, stdout: "" });
  expect(stderr).toContain("does not simulate SIGSTOP");
  expect(machine.daemon.state.containers).toEqual(before);
});
