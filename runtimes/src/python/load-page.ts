import type { PythonRuntime } from "@drydock/engine";
import source from "@micropython/micropython-webassembly-pyscript/micropython.wasm?url";
import { meteredPython, pythonOf } from "./load.ts";

const texts = import.meta.glob<string>("./library/**/*.py", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Fetches the interpreter in a page and makes it ready; the page stays alive while it is compiled. */
export async function loadPythonInPage(): Promise<PythonRuntime> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`the interpreter did not load: ${response.status}`);
  const wasm = new Uint8Array(await response.arrayBuffer());
  const module = await WebAssembly.compile(meteredPython(wasm));
  const library = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path.slice("./library/".length), text]),
  );
  return pythonOf(module, library);
}
