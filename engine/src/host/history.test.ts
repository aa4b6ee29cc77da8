import { describe, expect, it } from "vitest";
import {
  beginHistory,
  checkpoint,
  done,
  forget,
  goBack,
  type History,
  MOST_CHECKPOINTS,
  MOST_STEPS,
  redo,
  seen,
  undo,
} from "./history.ts";

const after = (...all: readonly number[]): History<number> =>
  all.reduce((history, one) => done(history, one), beginHistory(0));

describe("a history", () => {
  it("goes back and forth, and forgets what was undone once something else is done", () => {
    const back = undo(after(1, 2));
    expect(back?.present).toBe(1);
    expect(back && redo(back)).toEqual(after(1, 2));
    expect(back && redo(done(back, 3))).toBeUndefined();
    expect(undo(beginHistory(0))).toBeUndefined();
  });

  it("looks otherwise without having done anything", () => {
    expect(undo(seen(after(1, 2), 7))?.present).toBe(1);
  });

  it("comes to a checkpoint from anywhere, and back from it", () => {
    const named = checkpoint(after(1), "good");
    const there = named && goBack(done(done(named, 2), 3), "good");
    expect(there?.present).toBe(1);
    expect(there && undo(there)?.present).toBe(3);
    expect(there && goBack(forget(there, "good"), "good")).toBeUndefined();
  });

  it("holds no more than it says, however much is done", () => {
    const long = after(...Array.from({ length: 10_000 }, (_, at) => at + 1));
    expect(long.past).toHaveLength(MOST_STEPS);
    let all: History<number> | undefined = long;
    for (let at = 0; at < MOST_CHECKPOINTS; at += 1) all = all && checkpoint(all, `c${at}`);
    expect(all?.checkpoints.size).toBe(MOST_CHECKPOINTS);
    expect(all && checkpoint(all, "one more")).toBeUndefined();
    expect(all && checkpoint(all, "c3")?.checkpoints.size).toBe(MOST_CHECKPOINTS);
  });
});
