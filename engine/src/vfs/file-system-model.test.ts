import { expect, test } from "vitest";
import fc from "fast-check";
import { Content } from "./content.ts";
import { diff } from "./diff.ts";
import type { Directory } from "./entry.ts";
import { FileSystem, emptyDirectory } from "./file-system.ts";
import { listing } from "../../testing/tree-listing.ts";

/** POSIX in its plainest form: nodes that are changed in place. Without links on the way and permissions. */
class Model {
  readonly root: Node = { names: new Map() };

  find(path: string): Node | string {
    let here: Node = this.root;
    for (const part of path.split("/").filter(Boolean)) {
      if (!here.names) return "ENOTDIR";
      const next = here.names.get(part);
      if (!next) return "ENOENT";
      here = next;
    }
    return here;
  }

  parent(path: string): { names: Map<string, Node>; name: string } | string {
    const at = path.lastIndexOf("/");
    const parent = this.find(path.slice(0, at));
    if (typeof parent === "string") return parent;
    return parent.names ? { names: parent.names, name: path.slice(at + 1) } : "ENOTDIR";
  }

  write(path: string, data: string): string | undefined {
    const parent = this.parent(path);
    if (typeof parent === "string") return parent;
    const node = parent.names.get(parent.name);
    if (node?.names) return "EISDIR";
    if (node) node.data = data;
    else parent.names.set(parent.name, { data });
    return undefined;
  }

  mkdir(path: string): string | undefined {
    const parent = this.parent(path);
    if (typeof parent === "string") return parent;
    if (parent.names.has(parent.name)) return "EEXIST";
    parent.names.set(parent.name, { names: new Map() });
    return undefined;
  }

  remove(path: string, directory: boolean): string | undefined {
    const parent = this.parent(path);
    if (typeof parent === "string") return parent;
    const node = parent.names.get(parent.name);
    if (!node) return "ENOENT";
    if (directory && !node.names) return "ENOTDIR";
    if (!directory && node.names) return "EISDIR";
    if (node.names && node.names.size > 0) return "ENOTEMPTY";
    parent.names.delete(parent.name);
    return undefined;
  }

  link(from: string, to: string): string | undefined {
    const node = this.find(from);
    if (typeof node === "string") return node;
    if (node.names) return "EPERM";
    const parent = this.parent(to);
    if (typeof parent === "string") return parent;
    if (parent.names.has(parent.name)) return "EEXIST";
    parent.names.set(parent.name, node);
    return undefined;
  }

  rename(from: string, to: string): string | undefined {
    const source = this.parent(from);
    if (typeof source === "string") return source;
    const node = source.names.get(source.name);
    if (!node) return "ENOENT";
    const target = this.parent(to);
    if (typeof target === "string") return target;
    if (from === to) return undefined;
    if (node.names && to.startsWith(`${from}/`)) return "EINVAL";
    const there = target.names.get(target.name);
    if (there?.names && !node.names) return "EISDIR";
    if (there?.names && there.names.size > 0) return "ENOTEMPTY";
    if (there && !there.names && node.names) return "ENOTDIR";
    if (there === node) return undefined;
    source.names.delete(source.name);
    target.names.set(target.name, node);
    return undefined;
  }

  listing(): string[] {
    const counts = new Map<Node, number>();
    const count = (node: Node): void =>
      node.names?.forEach((child) => (counts.set(child, (counts.get(child) ?? 0) + 1), count(child)));
    count(this.root);
    const walk = (node: Node, prefix: string): string[] =>
      [...(node.names ?? [])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([name, child]) => {
          const path = `${prefix}/${name}`;
          return child.names
            ? [`${path}/`, ...walk(child, path)]
            : [`${path} ${counts.get(child)} ${child.data}`];
        });
    return walk(this.root, "");
  }
}

interface Node {
  data?: string;
  names?: Map<string, Node>;
}

type Act = readonly [
  act: "write" | "mkdir" | "unlink" | "rmdir" | "link" | "rename" | "snapshot",
  a: string,
  b: string,
];
const path = fc
  .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 })
  .map((parts) => `/${parts.join("/")}`);
const act: fc.Arbitrary<Act> = fc.tuple(
  fc.constantFrom("write", "mkdir", "mkdir", "unlink", "rmdir", "link", "rename", "rename", "snapshot"),
  path,
  path,
);

function play(system: FileSystem, [what, a, b]: Act): string | undefined {
  if (what === "write") return system.write(a, Content.of(b));
  if (what === "link" || what === "rename") return system[what](a, b);
  if (what === "snapshot") return void system.snapshot();
  return system[what](a);
}

function playModel(model: Model, [what, a, b]: Act): string | undefined {
  if (what === "snapshot") return undefined;
  if (what === "unlink" || what === "rmdir") return model.remove(a, what === "rmdir");
  return what === "mkdir" ? model.mkdir(a) : model[what](a, b);
}

test("does what the plainest model does, errors too", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const system = new FileSystem(emptyDirectory(), () => 0);
      const model = new Model();
      for (const each of acts) expect([each, play(system, each)]).toEqual([each, playModel(model, each)]);
      expect(listing(system.snapshot())).toEqual(model.listing());
    }),
    { numRuns: 300 },
  );
});

test("a diff applied to what was gives what is", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), fc.array(act, { maxLength: 25 }), (first, second) => {
      const system = new FileSystem(emptyDirectory(), () => 0);
      for (const each of first) play(system, each);
      const lower = system.snapshot();
      for (const each of second) play(system, each);
      const upper = system.snapshot();
      const again = new FileSystem(lower, () => 0);
      for (const { path: at, entry, opaque } of diff(lower, upper)) {
        if (!entry || opaque) {
          again.place(at, emptyDirectory());
          again.rmdir(at);
        }
        if (entry?.kind === "directory") again.mkdir(at);
        else if (entry) again.place(at, { ...entry, ...(entry.kind === "file" && { links: 1 }) });
      }
      const plain = (tree: Directory): string[] => listing(tree).map((line) => line.replace(/ \d+ /, " "));
      expect(plain(again.snapshot())).toEqual(plain(upper));
      expect(diff(upper, upper)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
