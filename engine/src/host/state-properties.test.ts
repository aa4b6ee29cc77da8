import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bases } from "../../bases/index.ts";
import { commands } from "../cli/commands/index.ts";
import { dockerCall } from "../../testing/docker-calls.ts";
import { machineLine } from "../../testing/machine-lines.ts";
import { changesText } from "./changes/changes-text.ts";
import { compareStates } from "./changes/compare-states.ts";
import { beginHistory, checkpoint, done, goBack, undo } from "./history.ts";
import type { HostState } from "./host-state.ts";
import { Workstation } from "./workstation.ts";

const machine = (): Workstation =>
  new Workstation({
    bases,
    seed: "states",
    files: { Dockerfile: "FROM busybox:1.37\nCOPY note.txt /\nRUN echo a > /a\n", "note.txt": "one\n" },
  });

/** All that somebody can see of a machine, asked from the same state. */
const looks = (on: Workstation, state: HostState): string => {
  const seen = [
    "docker images -a --digests; docker ps -a --no-trunc; docker volume ls; docker network ls; docker system df -v",
    "docker events --since 24h --until 0s; ls -laR /root /tmp; cat ~/.docker/config.json; env; pwd; history",
    "docker inspect $(docker ps -aq) $(docker images -q)",
  ].map((line) => {
    on.restore(state);
    const { stdout, stderr } = on.run(line);
    return stdout + stderr;
  });
  on.restore(state);
  return seen.join("\n");
};
/** What a line printed, and when. */
const printed = (on: Workstation, line: string): string => JSON.stringify(on.run(line).output);
const lines = (most: number): fc.Arbitrary<string[]> =>
  fc.array(machineLine, { minLength: 1, maxLength: most });

describe("the machine is one value", () => {
  it("undoing any command gives what was there before, and doing it again what was there after", () => {
    fc.assert(
      fc.property(lines(12), (typed) => {
        const on = machine();
        for (const line of typed) {
          const before = on.snapshot();
          const first = printed(on, line);
          const after = on.snapshot();
          on.restore(before);
          expect(changesText(compareStates(before, on.snapshot()))).toBe("nothing has changed\n");
          expect(printed(on, line)).toBe(first);
          expect(looks(on, on.snapshot())).toBe(looks(on, after));
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it("so it is with every command of the list, however it is called; and what it leaves is saved and read again", () => {
    const on = machine();
    on.run("docker build -q -t app . && docker network create front && docker push -q 127.0.0.1:5000/app");
    on.run("docker run -d --name web -p 8080:80 -v data:/data nginx:1.31; docker create --name db app true");
    on.run("docker save -o saved.tar app; docker export -o tree.tar db; curl -s localhost:8080/nosuch");
    const start = on.snapshot();
    for (const command of commands)
      fc.assert(
        fc.property(dockerCall(command), (line) => {
          on.restore(start);
          const first = printed(on, line);
          const after = on.snapshot();
          on.restore(start);
          expect(printed(on, line)).toBe(first);
          const again = on.snapshot();
          const loaded = on.load(on.save({ states: new Map([[0, after]]), beside: undefined }));
          if ("why" in loaded) throw new Error(loaded.words);
          expect(looks(on, loaded.states.get(0) ?? start)).toBe(looks(on, again));
        }),
        { numRuns: 2 },
      );
  }, 120_000);

  it("what was undone leaves no trace: the machine goes on as one on which it was never typed", () => {
    fc.assert(
      fc.property(lines(5), lines(5), lines(5), (first, undone, then) => {
        const [on, other] = [machine(), machine()];
        const run = (station: Workstation, all: readonly string[]): string[] =>
          all.map((line) => printed(station, line));
        run(on, first);
        const kept = on.snapshot();
        run(on, undone);
        on.restore(kept);
        run(other, first);
        expect(run(on, then)).toEqual(run(other, then));
        // Numbers of inodes tell files of one machine apart, and are no part of what a machine is.
        expect(looks(on, on.snapshot())).toBe(looks(other, other.snapshot()));
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it("what is saved and loaded is the same: it looks so, goes on so, and is saved so again", () => {
    fc.assert(
      fc.property(lines(10), lines(4), (typed, then) => {
        const on = machine();
        const states = new Map<number, HostState>([[0, on.snapshot()]]);
        for (const line of typed) {
          on.run(line);
          states.set(states.size, on.snapshot());
        }
        const text = on.save({ states, beside: { typed } });
        const loaded = on.load(text);
        if ("why" in loaded) throw new Error(loaded.words);
        expect(loaded.beside).toEqual({ typed });
        expect([...loaded.states.keys()]).toEqual([...states.keys()]);
        expect(on.save(loaded)).toBe(text);
        const [number, last] = [...loaded.states].at(-1) ?? [];
        const own = number === undefined ? undefined : states.get(number);
        if (!own || !last) throw new Error("nothing was saved");
        const other = machine();
        expect(looks(other, last)).toBe(looks(on, own));
        on.restore(own);
        for (const line of then) expect(printed(other, line)).toBe(printed(on, line));
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it("comes back from any checkpoint", () => {
    fc.assert(
      fc.property(lines(8), fc.nat(7), (typed, at) => {
        const on = machine();
        let history = beginHistory(on.snapshot());
        let wanted = looks(on, history.present);
        for (const [number, line] of typed.entries()) {
          if (number === at) {
            history = checkpoint(history, "here") ?? history;
            wanted = looks(on, history.present);
          }
          on.run(line);
          history = done(history, on.snapshot());
        }
        const back = goBack(history, "here");
        if (!back) return;
        expect(looks(on, back.present)).toBe(wanted);
        expect(undo(back)?.present).toBe(history.present);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
