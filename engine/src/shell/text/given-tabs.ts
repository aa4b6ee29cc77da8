import { busyboxNumber } from "../options/busybox-number.ts";
import type { Options } from "../options/options.ts";
import type { Flavour, Process } from "../process.ts";
import { evenly, readTabStops, type TabStops } from "./tab-stops.ts";

/** What `-t` says, or the digits of the older way to say it: `-4`, `-2,6`. */
function tabWords(options: Options): readonly string[] {
  const digits = options.order.filter((letter) => /[\d,]/.test(letter)).join("");
  return [...options.values("t"), ...(digits === "" ? [] : [digits])];
}

/** The tab stops that `expand` and `unexpand` are given. @returns the complaint where one is wrong */
export const givenTabs = (process: Process, options: Options, flavour: Flavour): TabStops | string =>
  flavour === "gnu"
    ? readTabStops(tabWords(options))
    : evenly(busyboxNumber(process, options.value("t") ?? "8", 1, 0xffff_ffff));
