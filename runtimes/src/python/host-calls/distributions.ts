import { installedIn } from "@drydock/engine";
import type { HostCall } from "./host-call.ts";

/** `{path}`: folders. What is installed there, `[{name, version}]`: for `importlib.metadata`. */
export const distributions: HostCall = {
  name: "distributions",
  answer: ({ process }, question) =>
    installedIn(process.files, question.texts("path")).map(({ name, version }) => ({ name, version })),
};
