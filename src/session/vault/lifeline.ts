/** Where a page may have no locks, nobody hears of anything. */
const request = (name: string, granted: () => unknown): void => {
  navigator.locks?.request(name, granted).catch(() => undefined);
};

/**
 * A lock that somebody holds as long as they live: however they end, whoever waits for it hears of it. A worker that the
 * browser kills sends no word of its own.
 *
 * @param held called as soon as there is something to wait for
 */
export const holdLifeline = (name: string, held: () => void): void =>
  request(name, () => {
    held();
    return new Promise(() => undefined);
  });

/** @param over called once the holder is gone */
export const afterLifeline = (name: string, over: () => void): void => request(name, over);
