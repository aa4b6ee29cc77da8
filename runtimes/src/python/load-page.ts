import { type PythonRuntime, pythonRuntime } from "@drydock/engine";
import source from "@micropython/micropython-webassembly-pyscript/micropython.wasm?url";
import { libraryParts } from "./library-part.ts";
import { meteredPython, pythonOf } from "./load.ts";

const texts = import.meta.glob<string>(["./library/*.py", "./library/first/*.py"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Fetches the interpreter in a page and makes it ready; the page stays alive while it is compiled. */
async function loadPythonInPage(): Promise<PythonRuntime> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`the interpreter did not load: ${response.status}`);
  const wasm = new Uint8Array(await response.arrayBuffer());
  const module = await WebAssembly.compile(meteredPython(wasm));
  const library = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path.slice("./library/".length), text]),
  );
  return pythonOf(module, library);
}

const standard = async (): Promise<void> =>
  libraryParts.standard.bring((await import("./parts/standard.ts")).standard);

/** What NEEDS_PART may ask for, and how a page gets it. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  [pythonRuntime.name]: async () => pythonRuntime.bring(await loadPythonInPage()),
  [libraryParts.standard.name]: standard,
  // Nothing of the web runs without the standard library: both come at once.
  [libraryParts.web.name]: async () =>
    Promise.all([standard(), import("./parts/web.ts").then(({ web }) => libraryParts.web.bring(web))]),
};

/** Fetches a part of Python. @throws {Error} where there is no such part */
export async function fetchPython(part: string): Promise<void> {
  const fetchPart = parts[part];
  if (!fetchPart) throw new Error(`Drydock has no part ${part}`);
  await fetchPart();
}
