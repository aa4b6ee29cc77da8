import { bytesOf, textOf } from "@drydock/engine";
import type { HostCall } from "./host-call.ts";

/**
 * `{url, method, headers, body}`: an HTTP request to somebody of the simulation; bodies are latin-1.
 * @returns `{status, headers, body}`, or `{error}`: `refused`, `reset`, `unresolved` where the container's name server knows no such
 * name, `empty`, or `outside` where nothing of the simulation has it
 */
export const request: HostCall = {
  name: "request",
  answer({ process }, question) {
    const body = textOf(Uint8Array.from(question.text("body"), (character) => character.charCodeAt(0)));
    const response = process.kernel.network.request(
      question.text("url"),
      question.text("method") || "GET",
      question.pairs("headers"),
      body,
    );
    if (response === undefined) return { error: "outside" };
    if (typeof response === "string") return { error: response };
    let latin1 = "";
    for (const byte of bytesOf(response.body)) latin1 += String.fromCharCode(byte);
    return { status: response.status, headers: Object.fromEntries(response.headers), body: latin1 };
  },
};
