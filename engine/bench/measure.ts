/** Milliseconds of one round. */
export interface Timing {
  readonly rounds: number;
  readonly p50: number;
  readonly p95: number;
  /**
   * p95 over p50 of the same arithmetic, a millisecond of it after each round: near 1 where the machine does nothing else.
   * Where it is 3, a p95 of three times the p50 is the machine's and not the code's.
   */
  readonly unrest: number;
}

/** Runs `prepare` untimed and what it gives timed, `rounds` times after a warm-up. */
export function measure(rounds: number, prepare: (round: number) => () => void): Timing {
  const times: number[] = [];
  const others: number[] = [];
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    const time = timeOf(prepare(round));
    const other = timeOf(arithmetic);
    if (round < 0) continue;
    times.push(time);
    others.push(other);
  }
  return { rounds, p50: at(times, 0.5), p95: at(times, 0.95), unrest: at(others, 0.95) / at(others, 0.5) };
}

function timeOf(run: () => void): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

/** What arithmetic came to: looked at by nobody, kept so that it is not left out. */
let sink = 1;

/** About a millisecond that allocates nothing. */
function arithmetic(): void {
  for (let i = 0; i < 500_000; i++) sink = (Math.imul(sink, 1_664_525) + 1_013_904_223) | 0;
}

/** The value that so large a share of all is not above. */
function at(times: number[], share: number): number {
  times.sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}
