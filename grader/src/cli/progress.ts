const BAR = 30;

/** How far it is, on standard error: a bar on a terminal, a line a second elsewhere. */
export function progress(total: number, quiet: boolean): { step(): void; end(): void } {
  if (quiet) return { step: () => undefined, end: () => undefined };
  const started = performance.now();
  const terminal = process.stderr.isTTY;
  const every = terminal ? 100 : 1000;
  let done = 0;
  let last = started;
  const show = (): void => {
    const rate = done / Math.max(0.001, (performance.now() - started) / 1000);
    const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
    const words = `${done}/${total} graded, ${rate.toFixed(0)} a second${done < total ? `, ${left} s left` : ""}`;
    const filled = total === 0 ? BAR : Math.round((done / total) * BAR);
    process.stderr.write(
      terminal ? `\r${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${words}   ` : `${words}\n`,
    );
  };
  return {
    step() {
      done++;
      const now = performance.now();
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
