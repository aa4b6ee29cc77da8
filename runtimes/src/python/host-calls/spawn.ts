import { bytesOf, type Output, textOf, TextInput } from "@drydock/engine";
import type { HostCall } from "./host-call.ts";

const latin1 = (text: string): string => {
  let out = "";
  for (const byte of bytesOf(text)) out += String.fromCharCode(byte);
  return out;
};
const fromLatin1 = (text: string): string =>
  textOf(Uint8Array.from(text, (character) => character.charCodeAt(0)));

/** Gathers what a child writes. */
function collector(): Output & { text: string } {
  return {
    text: "",
    write(text) {
      this.text += text;
    },
  };
}

/**
 * `{argv, env, cwd, stdin, inherit}`: runs another program to its end. `inherit` names the streams that go where the program's
 * own go (`stdout`, `stderr`); the others come back. @returns `{status, stdout, stderr}` or `{errno}`, a name, where it did not start
 */
export const spawn: HostCall = {
  name: "spawn",
  answer(caller, question) {
    const { process } = caller;
    caller.stdout.flush();
    const inherit = new Set(question.texts("inherit"));
    const [stdout, stderr] = [collector(), collector()];
    const status = process.start(question.texts("argv"), {
      ...(question.has("env") && { env: question.pairs("env") }),
      ...(question.has("cwd") && { cwd: caller.path(question.text("cwd")) }),
      ...(question.has("stdin") && { stdin: new TextInput(fromLatin1(question.text("stdin"))) }),
      ...(!inherit.has("stdout") && { stdout }),
      ...(!inherit.has("stderr") && { stderr }),
    });
    if (typeof status !== "number") return { errno: status.errno };
    return { status, stdout: latin1(stdout.text), stderr: latin1(stderr.text) };
  },
};
