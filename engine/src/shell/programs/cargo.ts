import { declaredTool } from "../black-boxes/declared-tool.ts";
import { libraryHere } from "../black-boxes/loader.ts";
import type { Program } from "../process.ts";

/** `cargo`: builds the programs that a lesson declares. Rust links glibc dynamically and musl statically. */
export const cargo: Program = declaredTool({
  name: "cargo",
  manifests: ["Cargo.toml", "Cargo.lock"],
  fetching: ["fetch"],
  cache: ".cargo/registry/src",
  linkage: ({ files }) => {
    const library = libraryHere(files);
    return library === "musl" ? "static" : library;
  },
});
