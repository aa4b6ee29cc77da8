const MICRO = 1_000,
  MILLI = 1_000_000,
  SECOND = 1_000_000_000;

/** Nanoseconds as Go's `Duration.String` prints them: `30s`, `1m30s`, `1.5s`, `250ms`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return "0s";
  if (nanoseconds < 0) return `-${formatDuration(-nanoseconds)}`;
  if (nanoseconds < MICRO) return `${nanoseconds}ns`;
  if (nanoseconds < MILLI) return `${decimal(nanoseconds, MICRO)}µs`;
  if (nanoseconds < SECOND) return `${decimal(nanoseconds, MILLI)}ms`;
  const minutes = Math.floor(nanoseconds / (60 * SECOND));
  const seconds = `${decimal(nanoseconds - minutes * 60 * SECOND, SECOND)}s`;
  if (minutes === 0) return seconds;
  const hours = Math.floor(minutes / 60);
  return `${hours > 0 ? `${hours}h` : ""}${minutes % 60}m${seconds}`;
}

/** Whole part and digits behind the point, without zeros at the end. */
function decimal(value: number, unit: number): string {
  const whole = Math.floor(value / unit);
  const rest = String(value - whole * unit)
    .padStart(String(unit).length - 1, "0")
    .replace(/0+$/, "");
  return rest === "" ? String(whole) : `${whole}.${rest}`;
}
