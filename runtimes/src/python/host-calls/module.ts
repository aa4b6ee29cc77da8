import { compile } from "../dialect/compile.ts";
import { libraryParts } from "../library-part.ts";
import type { HostCall } from "./host-call.ts";

/** What the library holds never changes: each text is compiled once, for all programs. */
const compiled = new Map<string, string>();

function compiledModule(path: string, text: string): string {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const result = compile(text, "exec", 12);
  if (!("code" in result)) throw new Error(`library/${path}: ${JSON.stringify(result)}`);
  compiled.set(path, result.code);
  return result.code;
}

/**
 * `{name, part}`: the code of a module of Drydock's library by its dotted name, behind one letter that says whether it is a
 * `p`ackage or a `m`odule; empty where there is none.
 * @throws {EngineError} NEEDS_PART until that part of the library has come
 */
export const module: HostCall = {
  name: "module",
  plain: true,
  answer(caller, question) {
    const name = question.text("name");
    const { data } = libraryParts[question.text("part") === "web" ? "web" : "standard"];
    const path = name.replaceAll(".", "/");
    for (const [kind, file] of [
      ["p", `${path}/__init__.py`],
      ["m", `${path}.py`],
    ] as const) {
      const text = data[file];
      if (text === undefined) continue;
      const code = compiledModule(file, text);
      caller.allow(name, code.length);
      return kind + code;
    }
    return "";
  },
};
