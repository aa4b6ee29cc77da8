/** How long it takes to write a machine down and to read it again: a long lesson, with a hundred commands that can be undone. */
import { bases } from "../bases/index.ts";
import type { HostState } from "../src/host/host-state.ts";
import { Workstation } from "../src/host/workstation.ts";
import { type Timing, measure } from "./measure.ts";

const files: Record<string, string> = {
  Dockerfile:
    'FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nRUN apt-get update && apt-get install -y curl\nCOPY . .\nCMD ["python", "app.py"]\n',
  "requirements.txt": "flask\n",
  "app.py": "print('hi')\n",
};

/** What is done over and over, each time a little different. */
const line = (at: number): string =>
  [
    `echo ${at} >> app.py`,
    "docker build -t app .",
    `docker run --name c${at} -v data:/data app sh -c 'echo ${at} >> /data/log'`,
    `docker tag app 127.0.0.1:5000/app:${at} && docker push -q 127.0.0.1:5000/app:${at}`,
    "docker ps -a",
  ][at % 5] ?? "";

let made: { readonly on: Workstation; readonly states: ReadonlyMap<number, HostState> } | undefined;
const longLesson = (): NonNullable<typeof made> => {
  if (made) return made;
  const on = new Workstation({ bases, seed: "bench", files });
  const states = new Map<number, HostState>();
  for (let at = 0; at < 300; at += 1) {
    on.run(line(at));
    if (at >= 200) states.set(at, on.snapshot());
  }
  return (made = { on, states });
};

export const saveLongLesson = (rounds = 20): Timing => {
  const { on, states } = longLesson();
  return measure(rounds, () => () => void on.save({ states, beside: undefined }));
};

export const loadLongLesson = (rounds = 20): Timing => {
  const { on, states } = longLesson();
  const text = on.save({ states, beside: undefined });
  return measure(rounds, () => () => void on.load(text));
};
