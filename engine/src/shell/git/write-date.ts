import { notSimulated } from "../../core/engine-error.ts";
import { formatTime } from "../time/civil-time.ts";

/**
 * A moment in its own zone, as `--date=STYLE` shows it; "" is git's default (git-log(1), "--date").
 *
 * @param zulu whether `iso-strict` ends UTC in `Z`: since git 2.45 (its release notes)
 */
export function writeDate(time: number, zone: string, style: string, zulu = true): string {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
  const local = time + (zone.startsWith("-") ? -1 : 1) * minutes * 60;
  const colon = zone === "+0000" && zulu ? "Z" : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  switch (style) {
    case "":
    case "default":
      return `${formatTime("%a %b", local)} ${Number(formatTime("%d", local))} ${formatTime("%H:%M:%S %Y", local)} ${zone}`;
    case "iso":
    case "iso8601":
      return `${formatTime("%Y-%m-%d %H:%M:%S", local)} ${zone}`;
    case "iso-strict":
    case "iso8601-strict":
      return formatTime("%Y-%m-%dT%H:%M:%S", local) + colon;
    case "rfc":
    case "rfc2822":
      return `${formatTime("%a,", local)} ${Number(formatTime("%d", local))} ${formatTime("%b %Y %H:%M:%S", local)} ${zone}`;
    case "short":
      return formatTime("%Y-%m-%d", local);
    case "unix":
      return String(time);
    case "raw":
      return `${time} ${zone}`;
    default:
      if (style.startsWith("format:") && !/%[zZc]/.test(style)) return formatTime(style.slice(7), local);
      throw notSimulated(`git's --date=${style}`, "show the time like that");
  }
}
