import type { Dice } from "./dice.ts";

/** Pieces that Dockerfiles, shells and readers of both have opinions about. */
const PIECES = [
  "FROM ",
  "FROM scratch\n",
  "FROM busybox:1.37\n",
  "AS x\n",
  "RUN ",
  "COPY ",
  "ADD ",
  "CMD ",
  "ENTRYPOINT ",
  "ENV A=",
  "ARG ",
  "USER ",
  "WORKDIR ",
  "EXPOSE 80\n",
  "VOLUME /v\n",
  "LABEL a=b\n",
  "HEALTHCHECK CMD true\n",
  'SHELL ["/bin/sh"]\n',
  "ONBUILD RUN ls\n",
  "STOPSIGNAL 9\n",
  "--from=x ",
  "--chown=1:1 ",
  "--mount=type=cache,target=/c ",
  "--link ",
  "\\\n",
  "\n",
  "# syntax=x\n",
  "# escape=`\n",
  "<<EOF\n",
  "EOF\n",
  "$A",
  "${A:-b}",
  "${A:?}",
  "$(",
  "`",
  "'",
  '"',
  '["a", "b"]',
  "&&",
  "||",
  ";",
  "|",
  "> /f",
  ">> /f",
  "< /etc/passwd",
  "*",
  "?",
  "[!a]",
  "~",
  "..",
  "/",
  "./",
  ". /x\n",
  "while :; do :; done",
  "if true; then echo a; fi",
  "for i in 1 2; do echo $i; done",
  "sleep 1000000",
  "exit 3",
  "kill $$",
  "rm -rf /",
  "cd /; ls -la",
  "echo a > /a",
  "apt-get update",
  "apt-get install -y curl",
  "pip install flask",
  "npm ci",
  "apk add git",
  "python -c 'print(1)'",
  "sh -c 'a'",
  "exec sh",
  "trap '' TERM",
  "ln -s / /l",
  "chmod 777 /",
  "tar cf - / | tar xf -",
  "find / -exec echo {} \\;",
  "xargs -n1",
  "sed 's/a*/b/g'",
  "awk '{print}'",
  "\u0000",
  "\u001b[2J",
  "\ufeff",
  "é",
  "\u202e",
  "0",
  "-1",
  "99999999999999999999",
  " ",
  "\t",
  "=",
  ":",
  "@",
  "!",
  "%",
  "{}",
];

/** A text with some of its characters, words and lines done otherwise. */
export function mutated(dice: Dice, text: string): string {
  let out = text;
  for (let i = dice.below(4) + 1; i > 0; i--) {
    const at = dice.below(out.length + 1);
    const lines = out.split("\n");
    const line = dice.below(lines.length);
    switch (dice.below(7)) {
      case 0:
        out = out.slice(0, at) + dice.one(PIECES) + out.slice(at);
        break;
      case 1:
        out = out.slice(0, at) + out.slice(at + 1 + dice.below(12));
        break;
      case 2:
        out = lines.toSpliced(line, 1).join("\n");
        break;
      case 3:
        out = lines.toSpliced(line, 0, lines[dice.below(lines.length)] ?? "").join("\n");
        break;
      case 4:
        out = lines.toSpliced(line, 0, garbage(dice, 6)).join("\n");
        break;
      case 5:
        out = out.slice(0, at) + String.fromCharCode(dice.below(0x300)) + out.slice(at + 1);
        break;
      default:
        out = lines.toSpliced(line, 1, `${lines[line] ?? ""} ${dice.one(PIECES)}`).join("\n");
    }
  }
  return out;
}

/** Pieces one after the other. */
export const garbage = (dice: Dice, most: number): string => dice.some(most, () => dice.one(PIECES)).join("");

/** Bytes of any kind, as base64. */
export function bytes(dice: Dice, most: number): string {
  const all = dice.some(most, () => String.fromCharCode(dice.below(256))).join("");
  return btoa(all);
}
