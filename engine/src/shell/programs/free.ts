import { refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { SIMULATED_MACHINE } from "../simulated-machine.ts";
import { tool } from "../options/tool.ts";

const UNITS: Readonly<Record<string, number>> = { b: 1 / 1024, k: 1, m: 1024, g: 1 << 20 };
const PREFIXES = ["Ki", "Mi", "Gi", "Ti"];

/** As procps-ng shortens it: one digit behind the point below ten. */
function human(kibibytes: number): string {
  if (kibibytes === 0) return "0B";
  let [value, at] = [kibibytes, 0];
  for (; value >= 1000 && at < PREFIXES.length - 1; at++) value /= 1024;
  return (value < 10 ? value.toFixed(1) : String(Math.floor(value))) + (PREFIXES[at] ?? "");
}

/** Memory of the simulated machine: a container sees all of it, whatever its limit is. */
export const free: Program = tool(
  "free",
  {
    flags: "bkmghtw",
    long: { bytes: "b", kibi: "k", mebi: "m", gibi: "g", human: "h", total: "t", wide: "w" },
    lacks: "scl",
  },
  (process, options, flavour) => {
    const { memory, memoryUsed, memoryCached } = SIMULATED_MACHINE;
    if (flavour === "busybox" && (options.has("t") || options.has("w")))
      refuse(process, flavour, "invalid option");
    const unit = options.order.findLast((letter) => letter in UNITS) ?? "k";
    const isHuman = options.order.findLast((letter) => letter in UNITS || letter === "h") === "h";
    const show = (kibibytes: number): string =>
      isHuman ? human(kibibytes) : String(Math.floor(kibibytes / (UNITS[unit] ?? 1)));
    const left = memory - memoryUsed - memoryCached;
    const gnu = flavour === "gnu";
    const cached = gnu && options.has("w") ? ["0", show(memoryCached)] : [show(memoryCached)];
    const head = [
      "total",
      "used",
      "free",
      "shared",
      ...(cached.length > 1 ? ["buffers", "cache"] : ["buff/cache"]),
      "available",
    ];
    const cells = (values: readonly string[]): string => values.map((value) => value.padStart(11)).join(" ");
    const row = (title: string, values: readonly string[]): string =>
      `${title.padEnd(gnu ? 9 : 8)}${cells(values)}\n`;
    const zero = show(0);
    process.stdout.write(
      `${" ".repeat(gnu ? 9 : 8)}${cells(head)}\n${row("Mem:", [show(memory), show(memoryUsed), show(left), zero, ...cached, show(memory - memoryUsed)])}${row("Swap:", [zero, zero, zero])}${options.has("t") ? row("Total:", [show(memory), show(memoryUsed), show(left)]) : ""}`,
    );
    return 0;
  },
);
