import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { notSimulated } from "../../core/engine-error.ts";

/** Numbers above this take more divisions than a step is worth. */
const LARGEST = 1e12;

function primesOf(number: number): number[] {
  const primes: number[] = [];
  let left = number;
  for (let divisor = 2; divisor * divisor <= left; divisor += divisor === 2 ? 1 : 2)
    while (left % divisor === 0) {
      primes.push(divisor);
      left /= divisor;
    }
  return left > 1 ? [...primes, left] : primes;
}

export const factor: Program = {
  name: "factor",
  run(process, flavour) {
    const given = process.argv.slice(1).filter((word) => word !== "--");
    let status = 0;
    for (const word of given.length > 0 ? given : process.stdin.rest().split(/\s+/).filter(Boolean)) {
      if (!/^\+?\d+$/.test(word)) {
        status = complain(
          process,
          flavour,
          flavour === "gnu" ? `‘${word}’ is not a valid positive integer` : `invalid number '${word}'`,
        );
        if (flavour === "busybox") return status;
        continue;
      }
      const number = Number(word);
      if (number > LARGEST) throw notSimulated(`factor ${word}`, "find its prime factors");
      process.kernel.spend(1 + Math.sqrt(number) / 64);
      process.stdout.write(`${[`${number}:`, ...primesOf(number)].join(" ")}\n`);
    }
    return status;
  },
};
