import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { limitTime } from "./time-limit.ts";

const workers: Worker[] = [];
afterAll(() => Promise.all(workers.map((worker) => worker.terminate())));

async function running(source: string): Promise<Worker> {
  const worker = new Worker(source, { eval: true });
  workers.push(worker);
  await new Promise((resolve) => worker.once("online", resolve));
  return worker;
}
const WORKS = "for (;;) /(a+)+$/.test('a'.repeat(20) + '!');";
const SLEEPS = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);";

const pause = (milliseconds: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a thread that works comes to its end, however long the clock is waited for", async () => {
  const worker = await running(WORKS);
  await new Promise<void>((resolve) => limitTime(worker, 200, resolve, Infinity));
  const { user } = await worker.cpuUsage();
  expect(user).toBeGreaterThan(150_000);
});

test("a thread that gets no processor has used none; the clock ends it later", async () => {
  const worker = await running(SLEEPS);
  let expired = 0;
  const unlimit = limitTime(worker, 50, () => expired++, Infinity);
  await pause(500);
  expect(expired).toBe(0);
  unlimit();
  await new Promise<void>((resolve) => limitTime(worker, 50, resolve, 2));
});

test("what is called off never expires", async () => {
  const worker = await running(WORKS);
  let expired = 0;
  limitTime(worker, 50, () => expired++, 1)();
  await pause(300);
  expect(expired).toBe(0);
});
