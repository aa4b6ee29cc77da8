import type { Process } from "../../process.ts";
import type { PythonHome } from "./python-home.ts";

/** `3.13.14`: where the image's environment tells it, the C header beside the interpreter or pyvenv.cfg; else undefined. */
export function fullVersion(process: Process, { prefix, version }: PythonHome): string | undefined {
  const told = process.env.get("PYTHON_VERSION");
  if (told?.startsWith(`${version}.`)) return told;
  const text = (path: string): string => {
    const content = process.files.read(path);
    return typeof content === "string" ? "" : (content.text ?? "");
  };
  return (
    /PY_VERSION\s+"([^"]+)"/.exec(text(`${prefix}/include/python${version}/patchlevel.h`))?.[1] ??
    /^version = (\d+\.\d+\.\d+)$/m.exec(text(`${prefix}/pyvenv.cfg`))?.[1]
  );
}
