const BAR = 30;

/** How far it is, on standard error: a bar on a terminal, a line a second elsewhere. */
export function progress(total: number, quiet: boolean): { step(): void; end(): void } {
  if (quiet) return { step: () => undefined, end: () => undefined };
  const started = performance.now();
  /* Threads load the lesson first: what one submission takes is known from the second on. */
  let first = started;
  const terminal = process.stderr.isTTY;
  const every = terminal ? 100 : 1000;
  let done = 0;
  let last = started;
  const show = (): void => {
    const rate = Math.max(0, done - 1) / Math.max(0.001, (performance.now() - first) / 1000);
    const left = done < total ? `, ${Math.ceil((total - done) / rate)} s left` : "";
    const words = `${done}/${total} graded${rate > 0 ? `, ${shownRate(rate)} a second${left}` : ""}`;
    const filled = total === 0 ? BAR : Math.round((done / total) * BAR);
    process.stderr.write(
      terminal ? `\r${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${words}   ` : `${words}\n`,
    );
  };
  return {
    step() {
      const now = performance.now();
      if (done++ === 0) first = now;
      if (now - last < every) return;
      last = now;
      show();
    },
    end() {
      show();
      if (terminal) process.stderr.write("\n");
    },
  };
}

const shownRate = (rate: number): string => rate.toFixed(rate < 10 ? 1 : 0);
