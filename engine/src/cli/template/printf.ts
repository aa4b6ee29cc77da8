import { isList, isMap, NIL, print, type Value, WholeFloat } from "./value.ts";

const MAX_WIDTH = 1000;

interface Verb {
  readonly flags: string;
  readonly precision: number | undefined;
  readonly verb: string;
}

/** Go's fmt.Sprintf over what a template knows: strings, numbers, booleans, lists, maps, nil. */
export function printf(format: string, values: readonly Value[]): string {
  let next = 0;
  let reordered = false;
  const size = (text: string): number => (text === "*" ? Number(values[next++]) : Number(text));
  const done = format.replaceAll(
    /%([-+# 0]*)(\d+|\*)?(?:\.(\d+|\*)?)?(?:\[(\d+)\])?(.|$)/gsu,
    (
      whole: string,
      flags: string,
      wide: string | undefined,
      precise: string | undefined,
      place: string | undefined,
      verb: string,
    ) => {
      if (verb === "") return "%!(NOVERB)";
      if (verb === "%") return "%";
      const width = wide === undefined ? 0 : size(wide);
      const precision = whole.includes(".") ? size(precise ?? "0") : undefined;
      if (width > MAX_WIDTH || (precision ?? 0) > MAX_WIDTH) return "%!(BADWIDTH)";
      if (place !== undefined) {
        next = Number(place) - 1;
        reordered = true;
        if (next < 0 || next >= values.length) return `%!${verb}(BADINDEX)`;
      }
      if (next >= values.length) return `%!${verb}(MISSING)`;
      const text = formatted(values[next++], { flags, precision, verb });
      if (flags.includes("-")) return padEnd(text, width);
      return flags.includes("0") && /^[+-]?\d/.test(text) ? zeros(text, width) : padStart(text, width);
    },
  );
  const extra = values.slice(next).map((value) => `${typeName(value)}${print(value)}`);
  return extra.length > 0 && !reordered ? `${done}%!(EXTRA ${extra.join(", ")})` : done;
}

const missing = (text: string, width: number): string => " ".repeat(Math.max(0, width - [...text].length));
const padEnd = (text: string, width: number): string => text + missing(text, width);
const padStart = (text: string, width: number): string => missing(text, width) + text;
const zeros = (text: string, width: number): string =>
  text.replace(/^[+-]?/, (sign) => sign + "0".repeat(Math.max(0, width - text.length)));

const typeName = (value: Value): string =>
  typeof value === "string"
    ? "string="
    : typeof value === "boolean"
      ? "bool="
      : typeof value === "number"
        ? Number.isInteger(value)
          ? "int="
          : "float64="
        : value instanceof WholeFloat
          ? "float64="
          : "";

function formatted(value: Value, how: Verb): string {
  const { verb } = how;
  const wrong = (): string => `%!${verb}(${typeName(value)}${print(value)})`;
  if (verb === "T") return typeName(value).slice(0, -1) || (isList(value) ? "[]string" : "<nil>");
  if (value === undefined || value === null || value === NIL)
    return verb === "v" ? "<nil>" : `%!${verb}(<nil>)`;
  if (isList(value)) return `[${value.map((one) => formatted(one, how)).join(" ")}]`;
  if (isMap(value))
    return `map[${Object.keys(value)
      .sort()
      .map((key) => `${formatted(key, how)}:${formatted(value[key], how)}`)
      .join(" ")}]`;
  if (typeof value === "string") return textOf(value, how) ?? wrong();
  if (typeof value === "number")
    return (Number.isInteger(value) ? wholeOf(value, how) : floatOf(value, how)) ?? wrong();
  if (value instanceof WholeFloat) return floatOf(value.value, how) ?? wrong();
  if (typeof value === "boolean") return "vt".includes(verb) ? String(value) : wrong();
  return print(value);
}

function textOf(value: string, { flags, precision, verb }: Verb): string | undefined {
  const text = precision === undefined ? value : [...value].slice(0, precision).join("");
  if (verb === "q" && flags.includes("#") && !/[`\p{Cc}]/u.test(text)) return `\`${text}\``;
  if (verb === "q" || (verb === "v" && flags.includes("#"))) return JSON.stringify(text);
  if (verb === "s" || verb === "v") return text;
  if (verb !== "x" && verb !== "X") return undefined;
  const hex = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return verb === "X" ? hex.toUpperCase() : hex;
}

const plusOf = (value: number, flags: string): string => (flags.includes("+") && value >= 0 ? "+" : "");

function floatOf(value: number, { flags, precision, verb }: Verb): string | undefined {
  const plus = plusOf(value, flags);
  if (verb === "f" || verb === "F") return plus + value.toFixed(Math.min(precision ?? 6, 100));
  if (verb === "e" || verb === "E") {
    const text = value.toExponential(Math.min(precision ?? 6, 100)).replace(/e([+-])(\d)$/, "e$10$2");
    return plus + (verb === "E" ? text.toUpperCase() : text);
  }
  return "vgG".includes(verb)
    ? plus + (precision === undefined ? String(value) : String(Number(value.toPrecision(precision || 1))))
    : undefined;
}

function wholeOf(value: number, { flags, verb }: Verb): string | undefined {
  const plus = plusOf(value, flags);
  const prefix = (text: string): string => (flags.includes("#") ? text : "");
  switch (verb) {
    case "d":
    case "v":
      return plus + String(value);
    case "x":
      return plus + prefix("0x") + value.toString(16);
    case "X":
      return plus + prefix("0X") + value.toString(16).toUpperCase();
    case "o":
      return plus + prefix("0") + value.toString(8);
    case "b":
      return plus + value.toString(2);
    case "c":
      return String.fromCodePoint(value);
    case "q":
      return `'${String.fromCodePoint(value)}'`;
    case "U":
      return `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
    default:
      return undefined;
  }
}
