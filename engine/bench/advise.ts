/** How long the teaching rules take, as an editor asks them: after each key stroke, beside a context of 50 files. */
import { parseDockerfile } from "../src/dockerfile/parse.ts";
import { advise } from "../src/lint/advise.ts";
import { type Growth, growth } from "./growth.ts";
import { type Timing, measure } from "./measure.ts";
import { TWENTY } from "./parse.ts";

const context = {
  paths: Array.from({ length: 50 }, (_, i) => `pkg${i % 6}/module${i}.py`),
  ignore: ".git\n",
};

const adviceOn = (text: string, rounds: number): Timing =>
  measure(rounds, (round) => {
    const dockerfile = parseDockerfile(`${text}# ${round}\n`);
    return () => void advise(dockerfile, { context });
  });

export const adviseOnTwentyLines = (rounds = 100): Timing => adviceOn(TWENTY, rounds);

/** How much longer four times as many lines take; 4 is straight growth. */
export const growthOfAdvice = (): Growth =>
  growth(10, (count, rounds) => adviceOn(TWENTY.repeat(count), rounds).p50);
