import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { PythonRuntime } from "@drydock/engine";
import { libraryInFolder } from "./library-in-folder.ts";
import { libraryParts } from "./library-part.ts";
import { loadPython } from "./load.ts";

const LIBRARY = fileURLToPath(new URL("library", import.meta.url));

/** Makes the interpreter ready from what lies on disk; the parts of its library follow when a program imports them. */
export function loadPythonFromDisk(): PythonRuntime {
  const require = createRequire(import.meta.url);
  const wasm = readFileSync(
    require.resolve("@micropython/micropython-webassembly-pyscript/micropython.wasm"),
  );
  libraryParts.standard.bringLater(() => libraryInFolder(`${LIBRARY}/modules`));
  libraryParts.web.bringLater(() => libraryInFolder(`${LIBRARY}/web`));
  const library = libraryInFolder(LIBRARY, (path) => !/^(?:modules|web)\//.test(path));
  return loadPython({ wasm, library });
}
