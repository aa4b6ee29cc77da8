import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { baseImage } from "../src/daemon/bases/base-image.ts";
import type { Directory } from "../src/vfs/entry.ts";
import { FileSystem } from "../src/vfs/file-system.ts";
import { bases } from "./index.ts";
import { basesOnDemand, loadBase } from "./load.ts";

interface Fact {
  ref: string;
  layers: { digest?: string; compressedBytes: number; unpackedBytes: number }[];
  configDigest?: string;
  config: { Env: string[] | null; Cmd: string[] | null };
  commands: { absent?: string[] };
}

const facts = (
  JSON.parse(readFileSync(new URL("../../scripts/bases/facts/images.json", import.meta.url), "utf8")) as {
    images: Fact[];
  }
).images.filter(({ layers }) => layers.length > 0);

const imageOf = (reference: string) => {
  const data = bases.find(({ references }) => references.includes(reference));
  if (!data) throw new Error(reference);
  return baseImage(data);
};
const filesOf = (reference: string): FileSystem => new FileSystem(imageOf(reference).tree, () => 0);

const PATH = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];
const which = (files: FileSystem, name: string): string | undefined =>
  PATH.map((folder) => `${folder}/${name}`).find((path) => files.exists(path));

const weigh = (directory: Directory, seen: Set<object>): number => {
  let sum = directory.bulk?.bytes ?? 0;
  for (const entry of directory.children.values()) {
    if (entry.kind === "directory") sum += weigh(entry, seen);
    else if (entry.kind === "file" && !seen.has(entry.inode)) {
      seen.add(entry.inode);
      sum += entry.content.size;
    }
  }
  return sum;
};

describe("every base image", () => {
  it.each(facts.map((fact) => [fact.ref, fact] as const))("%s is what the facts say", (reference, fact) => {
    const image = imageOf(reference.includes(":") ? reference : `${reference}:latest`);
    expect(image.layers.map(({ size }) => size)).toEqual(
      fact.layers.map(({ unpackedBytes }) => unpackedBytes),
    );
    expect(image.layers.map(({ blob }) => blob?.digest)).toEqual(fact.layers.map(({ digest }) => digest));
    expect(image.config.config.Env ?? null).toEqual(fact.config.Env);
    expect(image.config.config.Cmd ?? null).toEqual(fact.config.Cmd);
    if (fact.configDigest) expect(image.id).toBe(fact.configDigest);
    expect(image.config.history.filter(({ empty_layer }) => !empty_layer).length).toBe(
      fact.layers.length,
    );
  });

  it.each(facts.map((fact) => [fact.ref, fact] as const))(
    "%s lacks what the facts say is absent",
    (reference, fact) => {
      const files = filesOf(reference.includes(":") ? reference : `${reference}:latest`);
      const said = (fact.commands.absent ?? []).filter((name) => /^[a-z0-9+_-]+$/.test(name));
      // The facts of node:24 and of python on Alpine repeat a list of their base, which their own layers then falsify.
      const own = new Set(
        reference.startsWith("node") ? ["node"] : /python.*alpine/.test(reference) ? ["python3"] : [],
      );
      expect(said.filter((name) => !own.has(name) && which(files, name))).toEqual([]);
    },
  );

  const sizes = new Map<string, number>();
  const compressed = (path: string): number => {
    const known = sizes.get(path);
    if (known !== undefined) return known;
    const size = brotliCompressSync(readFileSync(new URL(`${path}.json`, import.meta.url))).length;
    sizes.set(path, size);
    return size;
  };

  it("costs a page 12 kB at most, with all listings that it stands on", async () => {
    const heavy: string[] = [];
    for (const { part } of basesOnDemand()) {
      const name = part.name.replace("base:", "");
      const layers = (await loadBase(name))?.layers ?? [];
      const listings = new Set(layers.flatMap(({ files }) => files.map((file) => file.name)));
      const size = [`images/${name}`, ...[...listings].map((file) => `layers/${file}`)]
        .map(compressed)
        .reduce((sum, one) => sum + one, 0);
      if (size > 12_000) heavy.push(`${name}: ${size}`);
    }
    expect(heavy).toEqual([]);
  });

  it("has references that no other has", () => {
    const all = bases.flatMap(({ references }) => references);
    expect(new Set(all).size).toBe(all.length);
  });

  it("is loaded by name as the list has it", async () => {
    for (const base of basesOnDemand()) {
      const data = await loadBase(base.part.name.replace("base:", ""));
      expect(data).toMatchObject({ references: base.references });
      expect(data?.index).toBe(base.index);
    }
    expect(await loadBase("nothing")).toBeUndefined();
  });
});

describe("files of python:3.13-slim", () => {
  const files = filesOf("python:3.13-slim");

  it("weigh what its layers weigh, but for the 36 bytes of link targets", () => {
    const { tree, size } = imageOf("python:3.13-slim");
    const rewritten = files.read("/var/lib/dpkg/status");
    expect(typeof rewritten).toBe("object");
    // A later layer that writes a file again hides the first one, which still counts in the sum of the layers.
    const hidden = size - weigh(tree, new Set());
    expect(hidden).toBeGreaterThanOrEqual(36);
    expect(hidden).toBeLessThan(60_000);
  });

  it("run the programs that their marks name", () => {
    const program = (path: string): string | undefined => {
      const content = files.read(path);
      return typeof content === "string" ? content : content.program;
    };
    expect(program("/bin/sh")).toBe("dash");
    expect(program("/usr/bin/ls")).toBe("ls");
    expect(program("/usr/bin/awk")).toBe("awk");
    expect(program("/usr/local/bin/pip")).toBe("pip");
    expect(program("/usr/local/bin/python")).toBe("python3");
    expect(files.realpath("/usr/local/bin/python")).toEqual({ path: "/usr/local/bin/python3.13" });
    expect(files.stat("/usr/bin/su")).toMatchObject({ mode: 0o4755 });
  });

  it("hold the text of what people read", () => {
    const text = (path: string): string => {
      const content = files.read(path);
      return typeof content === "string" ? content : (content.text ?? "");
    };
    expect(text("/etc/os-release")).toContain('PRETTY_NAME="Debian GNU/Linux 13 (trixie)"');
    expect(text("/etc/passwd").split("\n")[0]).toBe("root:x:0:0:root:/root:/bin/bash");
    expect(text("/var/lib/dpkg/status")).toMatch(/^Package: bash\n[\s\S]*?Status: install ok installed$/m);
    expect(files.lstat("/bin")).toMatchObject({ kind: "symlink", target: "usr/bin" });
  });
});

describe("other images", () => {
  it.each(facts.map(({ ref }) => (ref.includes(":") ? ref : `${ref}:latest`)))(
    "%s has the program that it starts",
    (reference) => {
      const { config } = imageOf(reference).config;
      const [program] = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
      if (program === undefined) return;
      const path = (config.Env ?? []).find((pair) => pair.startsWith("PATH="))?.slice(5) ?? "";
      const files = filesOf(reference);
      const places = program.includes("/") ? [program] : path.split(":").map((at) => `${at}/${program}`);
      const found = places.map((at) => files.stat(at)).find((entry) => typeof entry !== "string");
      expect(found).toMatchObject({ kind: "file", mode: 0o755 });
    },
  );

  it.each([
    ["node:22", "node:x:1000:1000::/home/node:/bin/bash"],
    ["node:24-alpine", "node:x:1000:1000::/home/node:/bin/sh"],
    ["nginx:latest", "nginx:x:101:101:nginx user:/nonexistent:/bin/false"],
    ["postgres:18-alpine", "postgres:x:70:70:Linux User,,,:/var/lib/postgresql:/bin/sh"],
    ["ubuntu:24.04", "ubuntu:x:1000:1000:Ubuntu:/home/ubuntu:/bin/bash"],
  ])("%s has its user after those of its system", (reference, row) => {
    const passwd = filesOf(reference).read("/etc/passwd");
    const rows = typeof passwd === "string" ? [] : (passwd.text ?? "").trimEnd().split("\n");
    expect(rows[0]).toMatch(/^root:/);
    expect(rows.at(-1)).toBe(row);
  });

  it("busybox has one file with many names, Alpine many links to one file", () => {
    const busybox = filesOf("busybox:latest").stat("/bin/ls");
    expect(busybox).toMatchObject({ kind: "file", content: { program: "busybox" } });
    expect(filesOf("busybox:latest").stat("/bin/sh")).toBe(busybox);
    expect(filesOf("alpine:3.24").lstat("/bin/ls")).toMatchObject({
      kind: "symlink",
      target: "/bin/busybox",
    });
    expect(which(filesOf("alpine:latest"), "apk")).toBe("/sbin/apk");
  });

  it("make the same image of the same data, once", () => {
    expect(imageOf("alpine:3.24")).toBe(imageOf("alpine:latest"));
    expect(imageOf("debian:trixie-slim").tree).toBe(imageOf("python:3.13-slim").layers[0]?.upper);
  });
});
