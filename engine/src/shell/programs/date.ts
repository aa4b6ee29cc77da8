import { notSimulated } from "../../core/engine-error.ts";
import { formatTime } from "../time/civil-time.ts";
import { complain, refuse } from "../options/options.ts";
import { isNoMoment, mayBeDate, parseDate } from "../time/parse-date.ts";
import type { Flavour, Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { isEntry, statOf } from "../tree/tree.ts";
import { withArgv } from "../with-argv.ts";
import { strerror } from "../../vfs/errno.ts";

/** What `-I`, `--iso-8601` and `--rfc-3339` show, by how fine it is; the zone is UTC. */
const ISO: Readonly<Record<string, string>> = {
  "": "%Y-%m-%d",
  date: "%Y-%m-%d",
  hours: "%Y-%m-%dT%H+00:00",
  minutes: "%Y-%m-%dT%H:%M+00:00",
  seconds: "%Y-%m-%dT%H:%M:%S+00:00",
  ns: "%Y-%m-%dT%H:%M:%S,%N+00:00",
};

/** The forms that have their value in the same word, as the format that they stand for. */
function spelledOut(word: string, flavour: Flavour): readonly string[] {
  const [, utc = "", short, long, rfc] =
    /^(?:-(u?)I(.*)|--iso-8601=(.*)|--rfc-3339=(date|seconds|ns))$/.exec(word) ?? [];
  if (rfc !== undefined && flavour === "gnu")
    return [`+${(ISO[rfc] ?? "").replace("T", " ").replace(",", ".")}`];
  const asked = flavour === "gnu" ? (short ?? long) : short;
  const name = asked === "" ? "" : Object.keys(ISO).find((key) => key !== "" && key.startsWith(asked ?? "?"));
  const format = ISO[name ?? "none"];
  if (format === undefined) return [word];
  return [...(utc === "" ? [] : ["-u"]), `+${format}`];
}

/** The clock is simulated and in UTC, as in a container without a time zone. */
const plainDate: Program = tool(
  "date",
  {
    flags: "uRI",
    values: "dr",
    long: { utc: "u", universal: "u", date: "d", reference: "r", "rfc-email": "R", "iso-8601": "I" },
    lacks: "sDf",
  },
  (process, options, flavour) => {
    const milliseconds = process.kernel.now();
    let seconds = Math.floor(milliseconds / 1000);
    const asked = options.value("d");
    if (asked !== undefined) {
      const isNone = flavour === "gnu" && isNoMoment(asked);
      const parsed = isNone ? undefined : parseDate(asked, seconds);
      if (parsed === undefined && !isNone && flavour === "gnu" && mayBeDate(asked))
        throw notSimulated(`the date ${asked}`, "understand it, if it is one");
      if (parsed === undefined)
        return complain(process, flavour, `invalid date ${flavour === "gnu" ? `‘${asked}’` : `'${asked}'`}`);
      seconds = parsed;
    }
    const reference = options.value("r");
    if (reference !== undefined) {
      const entry = statOf(process, reference);
      if (!isEntry(entry))
        return complain(
          process,
          flavour,
          flavour === "gnu"
            ? `${reference}: ${strerror[entry]}`
            : `can't stat '${reference}': ${strerror[entry]}`,
        );
      seconds = entry.mtime;
    }
    const format = options.operands.find((word) => word.startsWith("+"))?.slice(1);
    const [, extra] = options.operands;
    if (extra !== undefined) refuse(process, flavour, `extra operand ‘${extra}’`);
    const other = options.operands.find((word) => !word.startsWith("+"));
    if (other !== undefined)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `invalid date ‘${other}’` : `invalid date '${other}'`,
      );
    // busybox images are built without nanoseconds: `%N` stays as it is (recording build/cache/volatile-run).
    const known = flavour === "busybox" ? format?.replaceAll("%N", "%%N") : format;
    const usual = options.has("R")
      ? "%a, %d %b %Y %H:%M:%S %z"
      : options.has("I")
        ? "%Y-%m-%d"
        : "%a %b %e %H:%M:%S %Z %Y";
    const shown = known ?? usual;
    process.stdout.write(
      `${formatTime(shown, seconds, asked === undefined ? Math.floor(milliseconds % 1000) * 1_000_000 : 0)}\n`,
    );
    return 0;
  },
);

export const date: Program = {
  ...plainDate,
  run(process, flavour) {
    const [name = "date", ...words] = process.argv;
    const argv = [name, ...words.flatMap((word) => spelledOut(word, flavour))];
    return plainDate.run(withArgv(process, argv), flavour);
  },
};
