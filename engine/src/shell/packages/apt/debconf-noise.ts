import type { AptSuite } from "./archive.ts";
import type { Process } from "../../process.ts";

/** What debconf says on stderr in a build without a terminal, unless DEBIAN_FRONTEND tells it not to ask. Read in both suites. */
export function debconfNoise(process: Process, suite: AptSuite, packages: number): void {
  if (suite !== "trixie") {
    process.stderr.write("debconf: delaying package configuration, since apt-utils is not installed\n");
    return;
  }
  if (process.env.get("DEBIAN_FRONTEND") === "noninteractive" || (process.env.get("TERM") ?? "") !== "")
    return;
  process.stderr.write(
    [
      "debconf: unable to initialize frontend: Dialog",
      "debconf: (TERM is not set, so the dialog frontend is not usable.)",
      "debconf: falling back to frontend: Readline",
      "debconf: unable to initialize frontend: Readline",
      `debconf: (Can't locate Term/ReadLine.pm in @INC (you may need to install the Term::ReadLine module) (@INC entries checked: /etc/perl /usr/local/lib/x86_64-linux-gnu/perl/5.40.1 /usr/local/share/perl/5.40.1 /usr/lib/x86_64-linux-gnu/perl5/5.40 /usr/share/perl5 /usr/lib/x86_64-linux-gnu/perl-base /usr/lib/x86_64-linux-gnu/perl/5.40 /usr/share/perl/5.40 /usr/local/lib/site_perl) at /usr/share/perl5/Debconf/FrontEnd/Readline.pm line 8, <STDIN> line ${packages}.)`,
      "debconf: falling back to frontend: Teletype",
      "debconf: unable to initialize frontend: Teletype",
      "debconf: (This frontend requires a controlling tty.)",
      "debconf: falling back to frontend: Noninteractive",
      "",
    ].join("\n"),
  );
}
