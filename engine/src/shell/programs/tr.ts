import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { unescapeText } from "../text/unescape-text.ts";
import { tool } from "../options/tool.ts";

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)).join("");
const [LOWER, UPPER, DIGIT] = [range(97, 122), range(65, 90), range(48, 57)];
const CLASSES: Readonly<Record<string, string>> = {
  lower: LOWER,
  upper: UPPER,
  digit: DIGIT,
  alpha: UPPER + LOWER,
  alnum: DIGIT + UPPER + LOWER,
  space: "\t\n\v\f\r ",
  blank: "\t ",
  punct: range(33, 47) + range(58, 64) + range(91, 96) + range(123, 126),
  cntrl: `${range(0, 31)}\x7f`,
  print: range(32, 126),
  graph: range(33, 126),
  xdigit: `${DIGIT}ABCDEFabcdef`,
};

/** `a-z`, `[:digit:]`, `\n`, `[x*5]` written out. */
function expandSet(spec: string): string[] {
  const out: string[] = [];
  const characters: { text: string; plain: boolean }[] = [];
  for (const [piece] of spec.matchAll(/\\(?:[0-7]{1,3}|[\s\S])|[\s\S]/gu)) {
    const escaped = piece.length > 1 && piece.startsWith("\\");
    characters.push({
      text: escaped ? unescapeText(piece, "format", "dash").text.replace(/^\\(?=.)/, "") : piece,
      plain: !escaped,
    });
  }
  for (let i = 0; i < characters.length; i++) {
    const rest = characters
      .slice(i)
      .map(({ text, plain }) => (plain ? text : "\0"))
      .join("");
    const named = /^\[:([a-z]+):\]/.exec(rest);
    if (named && CLASSES[named[1] ?? ""] !== undefined) {
      out.push(...(CLASSES[named[1] ?? ""] ?? ""));
      i += named[0].length - 1;
      continue;
    }
    const repeated = /^\[(.)\*(\d*)\]/u.exec(rest);
    if (repeated) {
      out.push(...new Array(Number(repeated[2] || 256)).fill(characters[i + 1]?.text ?? ""));
      i += repeated[0].length - 1;
      continue;
    }
    const { text = "" } = characters[i] ?? {};
    const end = characters[i + 2];
    if (
      characters[i + 1]?.text === "-" &&
      characters[i + 1]?.plain &&
      end !== undefined &&
      (end.text >= text || end.plain)
    ) {
      if (end.text >= text) out.push(...range(text.charCodeAt(0), end.text.charCodeAt(0)));
      i += 2;
    } else out.push(text);
  }
  return out;
}

/** `z-a`, which no locale of ours has in this order. */
function backwardRange(spec: string): string | undefined {
  for (const match of spec.replaceAll(/\\[\s\S]|\[:[a-z]+:\]|\[=.=\]/g, "\0").matchAll(/([^\0])-([^\0])/g))
    if ((match[1] ?? "") > (match[2] ?? "")) return match[0];
  return undefined;
}

/** `[:foo:]`, which is no class. */
const unknownClass = (spec: string): string | undefined =>
  [...spec.matchAll(/\\[\s\S]|\[:([^\]]*):\]/g)].find(
    ([, name]) => name !== undefined && !(name in CLASSES),
  )?.[1];

/** Characters that are joined at once. */
const ROW = 4096;

export const tr: Program = tool(
  "tr",
  {
    flags: "dscCt",
    long: { delete: "d", "squeeze-repeats": "s", complement: "c", "truncate-set1": "t" },
    stopEarly: true,
  },
  (process, options, flavour) => {
    const [first, second, third] = options.operands;
    if (first === undefined) refuse(process, flavour, "missing operand");
    if (third !== undefined && flavour === "gnu") refuse(process, flavour, `extra operand '${third}'`);
    const deleting = options.has("d");
    const squeezing = options.has("s");
    if (second === undefined && !deleting && !squeezing) {
      // busybox has nothing to translate to, and leaves all as it is.
      if (flavour === "busybox") {
        process.stdout.write(process.stdin.rest());
        return 0;
      }
      complain(process, flavour, `missing operand after '${first}'`);
      process.stderr.write(
        `Two strings must be given when translating.\nTry '${process.argv[0]} --help' for more information.\n`,
      );
      return 1;
    }
    if (second !== undefined && deleting && !squeezing && flavour === "gnu") {
      complain(process, flavour, `extra operand '${second}'`);
      process.stderr.write(
        `Only one string may be given when deleting without squeezing repeats.\nTry '${process.argv[0]} --help' for more information.\n`,
      );
      return 1;
    }
    if (second === "" && !deleting && !options.has("t"))
      return complain(
        process,
        flavour,
        flavour === "gnu" ? "when not truncating set1, string2 must be non-empty" : "STRING2 cannot be empty",
      );
    for (const spec of [first, second ?? ""]) {
      const unknown = flavour === "gnu" ? unknownClass(spec) : undefined;
      if (unknown !== undefined) return complain(process, flavour, `invalid character class ‘${unknown}’`);
      const backwards = flavour === "gnu" ? backwardRange(spec) : undefined;
      if (backwards !== undefined)
        return complain(
          process,
          flavour,
          `range-endpoints of '${backwards}' are in reverse collating sequence order`,
        );
    }
    const from = expandSet(first);
    const to = second === undefined ? undefined : expandSet(second);
    const member = new Set(from);
    const inverted = options.has("c") || options.has("C");
    const chosen = (character: string): boolean => member.has(character) !== inverted;
    const map = new Map<string, string>();
    const mapped = options.has("t") ? from.slice(0, to?.length) : from;
    mapped.forEach((character, i) => map.set(character, to?.[i] ?? to?.at(-1) ?? character));
    const squeezed = to && !(deleting && !squeezing) ? new Set(to) : undefined;
    const become = (character: string): string => {
      const hit = chosen(character);
      if (deleting && hit) return "";
      if (deleting || !to || !hit) return character;
      return inverted ? (to.at(-1) ?? "") : (map.get(character) ?? character);
    };
    // What becomes of a character is found out once.
    const known: (readonly [now: string, squeezes: boolean])[] = [];
    let last = "";
    let row: string[] = [];
    let out = "";
    const text = process.stdin.rest();
    process.kernel.spend(Math.ceil(text.length / 50));
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      let found = known[code];
      if (!found) {
        const now = become(character);
        found = [now, squeezing && (squeezed ? squeezed.has(now) : chosen(now))];
        known[code] = found;
      }
      const [now, squeezes] = found;
      if (now === "" || (squeezes && now === last)) continue;
      last = now;
      if (row.push(now) < ROW) continue;
      out += row.join("");
      row = [];
    }
    process.stdout.write(out + row.join(""));
    return 0;
  },
);
