import { compile as compileSource } from "../dialect/compile.ts";
import { notSimulated } from "@drydock/engine";
import type { HostCall } from "./host-call.ts";

/**
 * `{text, mode, version, file}`: Python to what MicroPython runs. @returns `{code, lines}`, or `{problem}` in CPython's words
 * @throws {EngineError} NOT_SIMULATED for Python that CPython runs and Drydock does not
 */
export const compile: HostCall = {
  name: "compile",
  answer({ process }, question) {
    const text = question.text("text");
    process.kernel.spend(text.length >> 4);
    const compiled = compileSource(
      text,
      question.text("mode") === "eval" ? "eval" : "exec",
      question.number("version"),
    );
    if (!("notRun" in compiled)) return compiled;
    const { what, line } = compiled.notRun;
    throw notSimulated(`${what} (${question.text("file")}, line ${line})`, "run it");
  },
};
