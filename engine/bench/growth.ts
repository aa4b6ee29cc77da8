/** How time grows with size: milliseconds at n and at 4n, and how many times longer the second takes. */
export interface Growth {
  readonly small: number;
  readonly large: number;
  readonly times: number;
}

/** Times `run` for `size` and for four times as much, in turns so that a busy machine slows both; the best of three counts. */
export function growth(size: number, run: (size: number, rounds: number) => number): Growth {
  let small = Infinity;
  let large = Infinity;
  for (let turn = 0; turn < 3; turn++) {
    small = Math.min(small, run(size, 24));
    large = Math.min(large, run(size * 4, 12));
  }
  return { small, large, times: large / small };
}
