import { goQuote } from "../dockerfile/go-quote.ts";
import { parseTruth } from "../dockerfile/go-number.ts";

/** What `# check=` or the build arg BUILDKIT_DOCKERFILE_CHECK asks for. */
export interface CheckOptions {
  readonly skip: ReadonlySet<string> | "all";
  readonly experimental: ReadonlySet<string> | "all";
  /** Any finding fails the build. */
  readonly fails: boolean;
}

/** Reads `skip=A,B;error=true;experimental=C`: at most three parts, which may come in any order. */
export function parseCheckOptions(text: string): CheckOptions | { readonly error: string } {
  let skip: CheckOptions["skip"] = new Set();
  let experimental: CheckOptions["experimental"] = new Set();
  let fails = false;
  for (const part of splitOptions(text.trim())) {
    const at = part.indexOf("=");
    if (at < 0) return { error: `invalid check option ${goQuote(part)}` };
    const key = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    if (key === "skip") skip = names(value);
    else if (key === "experimental") experimental = names(value);
    else if (key === "error") {
      const truth = parseTruth(value);
      if (truth === undefined) {
        return {
          error: `failed to parse check option ${goQuote(part)}: strconv.ParseBool: parsing ${goQuote(value)}: invalid syntax`,
        };
      }
      fails = truth;
    } else return { error: `invalid check option ${goQuote(key)}` };
  }
  return { skip, experimental, fails };
}

const names = (value: string): ReadonlySet<string> | "all" =>
  value === "all" ? "all" : new Set(value.split(",").map((name) => name.trim()));

/** Go's `SplitN(…, ";", 3)`: the third part keeps further semicolons. */
function splitOptions(text: string): string[] {
  if (text === "") return [];
  const [first = "", second, ...rest] = text.split(";");
  return [first, ...(second === undefined ? [] : [second]), ...(rest.length === 0 ? [] : [rest.join(";")])];
}
