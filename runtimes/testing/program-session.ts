/** A command of a session, and what a real Python made of it. */
interface SessionCommand {
  readonly line: string;
  /** Is it a server, which goes on while the commands behind it run on the host? */
  readonly serves: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: string;
}

/** Files of `/app`, packages of pip, and commands. */
export interface ProgramSession {
  readonly title: string;
  readonly packages: string;
  readonly files: Readonly<Record<string, string>>;
  readonly commands: readonly SessionCommand[];
}

/**
 * `=== title`; `@packages`; `+++ name` before the lines of each file; then `$ command`, or `$& command` for a server, each with
 * `|` what it writes on stdout, `!` on stderr (`\` at the end: without a line feed there), and `? status`.
 */
export const programSessions = (text: string): ProgramSession[] =>
  text.split(/^=== /m).slice(1).map(oneSession);

function oneSession(part: string): ProgramSession {
  const [title = "", ...lines] = part.split("\n");
  const files: Record<string, string> = {};
  const commands: { line: string; serves: boolean; stdout: string; stderr: string; exitCode: string }[] = [];
  let packages = "";
  let name = "";
  for (const line of lines) {
    const command = commands.at(-1);
    const start = /^\$(&?) (.*)$/.exec(line);
    if (start)
      commands.push({
        line: start[2] ?? "",
        serves: start[1] === "&",
        stdout: "",
        stderr: "",
        exitCode: "0",
      });
    else if (command) {
      const told = line.slice(2).endsWith("\\") ? line.slice(2, -1) : `${line.slice(2)}\n`;
      if (line.startsWith("|")) command.stdout += told;
      else if (line.startsWith("!")) command.stderr += told;
      else if (line.startsWith("?")) command.exitCode = line.slice(2);
    } else if (line.startsWith("+++ ")) {
      name = line.slice(4);
      files[name] = "";
    } else if (line.startsWith("@packages ")) packages = line.slice(10);
    else if (name !== "") files[name] += `${line}\n`;
  }
  return { title, packages, files, commands };
}

/** Times, addresses, process numbers, and the frames of the standard library, which tracebacks here leave out. */
const volatile: readonly (readonly [RegExp, string])[] = [
  [/\r\n/g, "\n"],
  [/\[\d\d\/\w{3}\/\d{4}[: ]\d\d:\d\d:\d\d(?: [+-]\d{4})?\]/g, "[DATE]"],
  [/\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}\] \[\d+\]/g, "[DATE] [PID]"],
  [/((?:with |\()pid: ?)\d+/g, "$1PID"],
  [/(Listening at: \S+) \(\d+\)/g, "$1 (PID)"],
  [/^(date|last-modified|expires): .*$/gim, "$1: DATE"],
  [/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}/g, "DATE"],
  [/Expires=(?!Thu, 01 Jan 1970)[^;]*;/g, "Expires=DATE;"],
  [/172\.17\.0\.\d+/g, "127.0.0.1"],
  [/0x[0-9a-f]{6,}/g, "0xADDRESS"],
  [/(Python|CPython|Werkzeug|curl)\/[\d.]+/g, "$1/X"],
  [/PIN: [\d-]+/g, "PIN: X"],
  [/.*Control socket listening.*\n/g, ""],
  [/^ {2}File "<frozen[^\n]*\n/gm, ""],
  [/^ {2}File "[^"\n]*lib\/python3\.12\/(?!site-packages)[^\n]*\n(?: {4}[^\n]*\n)+/gm, ""],
];

/** What is the same for the real Python and for ours, and at every time. */
export function settled(text: string): string {
  const plain = volatile.reduce((all, [pattern, other]) => all.replaceAll(pattern, other), text);
  return plain.replaceAll(
    /^Allow: (.*)$/gm,
    (_line, list: string) => `Allow: ${list.split(", ").sort().join(", ")}`,
  );
}

/** The same text without lines of marks that `other` does not have: where Drydock is not certain, it puts none. */
export const withoutMarksBeyond = (text: string, other: string): string => {
  const has = new Set(other.split("\n"));
  return text
    .split("\n")
    .filter((line) => !/^ {4,}[~^ ]+$/.test(line) || has.has(line))
    .join("\n");
};
