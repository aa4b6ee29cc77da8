import { formatTime } from "../time/civil-time.ts";
import type { Program } from "../process.ts";
import { SIMULATED_MACHINE } from "../simulated-machine.ts";
import { tool } from "../options/tool.ts";

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
const several = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** How long the simulated machine has been up. Nobody is logged in, and it has nothing else to do. */
export const uptime: Program = tool(
  "uptime",
  { flags: "ps", long: { pretty: "p", since: "s" } },
  (process, options, flavour) => {
    const now = Math.floor(process.kernel.now() / 1000);
    const up = Math.max(0, now - SIMULATED_MACHINE.bootedAt);
    const [days, hours, minutes] = [
      Math.floor(up / DAY),
      Math.floor(up / HOUR) % 24,
      Math.floor(up / MINUTE) % 60,
    ];
    if (options.has("s")) {
      process.stdout.write(`${formatTime("%Y-%m-%d %H:%M:%S", SIMULATED_MACHINE.bootedAt)}\n`);
      return 0;
    }
    if (options.has("p")) {
      const parts = [
        ...(days > 0 ? [several(days, "day")] : []),
        ...(hours > 0 ? [several(hours, "hour")] : []),
        ...(minutes > 0 || up < HOUR ? [several(minutes, "minute")] : []),
      ];
      process.stdout.write(`up ${parts.join(", ")}\n`);
      return 0;
    }
    const day = days > 0 ? `${several(days, "day")}, ` : "";
    const gnu = flavour === "gnu";
    const clock =
      hours > 0 ? `${String(hours).padStart(2)}:${String(minutes).padStart(2, "0")}` : `${minutes} min`;
    const users = gnu ? "0 user" : "0 users";
    process.stdout.write(
      ` ${formatTime("%H:%M:%S", now)} up ${day}${clock},  ${users},  load average: 0.00, 0.00, 0.00\n`,
    );
    return 0;
  },
);
