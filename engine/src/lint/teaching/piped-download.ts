import { isShell } from "../reading/inner-command.ts";
import type { ShellCommand } from "../reading/shell-command.ts";
import type { TeachingRule } from "../teaching-rule.ts";

const isDownload = ({ name }: ShellCommand): boolean => name === "curl" || name === "wget";

/** A download that goes straight into an interpreter: `curl … | sh`, `sh -c "$(curl …)"`, `bash <(curl …)`. */
export const pipedDownload: TeachingRule = {
  name: "PipedDownload",
  summary: "Look at a script before you run it",
  why: "What the address gives today is run as root and unseen; a file with a checksum that is known stays what it was.",
  good: [
    "FROM debian:trixie-slim\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/install.sh /tmp/\nRUN sh /tmp/install.sh",
    "FROM debian:trixie-slim\nRUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /usr/local",
  ],
  bad: [
    "FROM debian:trixie-slim\nRUN curl -fsSL https://example.com/install.sh | sh",
    "FROM debian:trixie-slim\nRUN curl -sSf https://example.com/install.sh | sh -s -- --to /usr/local",
    "FROM debian:trixie-slim\nRUN wget -qO- https://example.com/install.sh | sudo -E bash -",
    'FROM debian:trixie-slim\nRUN sh -c "$(curl -fsSL https://example.com/install.sh)"',
    'FROM debian:trixie-slim\nSHELL ["/bin/bash", "-c"]\nRUN bash <(curl -s https://example.com/install.sh)',
  ],
  check({ steps }, report) {
    for (const { commands } of steps) {
      for (const command of commands) {
        const { name, pipe, taken, range, words } = command;
        if (!isShell(name) && !/^(?:python[\d.]*|perl|node|ruby)$/.test(name)) continue;
        const before = pipe.slice(0, pipe.indexOf(command));
        const reads =
          words.includes("-s") ||
          words.includes("-") ||
          words.every((word) => word.startsWith("-") && word !== "-c");
        if (!taken.some(isDownload) && !(reads && before.some(isDownload))) continue;
        report(range, `${name} runs what was downloaded, and nobody has looked at it`);
        break;
      }
    }
  },
};
