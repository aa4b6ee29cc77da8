/** Milliseconds of one round. */
export interface Timing {
  readonly rounds: number;
  readonly p50: number;
  readonly p95: number;
}

/** Runs `prepare` untimed and what it gives timed, `rounds` times after a warm-up. */
export function measure(rounds: number, prepare: (round: number) => () => void): Timing {
  const times: number[] = [];
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    const run = prepare(round);
    const from = performance.now();
    run();
    if (round >= 0) times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { rounds, p50: at(0.5), p95: at(0.95) };
}
