import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { PythonRuntime } from "@drydock/engine";
import { loadPython } from "./load.ts";

const LIBRARY = fileURLToPath(new URL("library/", import.meta.url));

/** Makes the interpreter ready from what lies on disk. */
export function loadPythonFromDisk(): PythonRuntime {
  const require = createRequire(import.meta.url);
  const wasm = readFileSync(
    require.resolve("@micropython/micropython-webassembly-pyscript/micropython.wasm"),
  );
  const names = readdirSync(LIBRARY, { recursive: true, encoding: "utf8" });
  const library = Object.fromEntries(
    names
      .filter((name) => name.endsWith(".py"))
      .sort()
      .map((name) => [name.replaceAll("\\", "/"), readFileSync(LIBRARY + name, "utf8")]),
  );
  return loadPython({ wasm, library });
}
