import { describe, expect, test } from "vitest";
import { NOW, THEN, context, copied, image, stepOf } from "../../../testing/copied.ts";
import { type FileState, treeOf } from "../../context/file-state.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import { copyInto } from "./copy.ts";

describe("where it goes", () => {
  test.each<[sources: string, destination: string, lines: string[]]>([
    ["a.txt", "/b", ["644 0:0 then /b = A"]],
    ["a.txt", "/d/e", ["755 0:0 /d/", "644 0:0 then /d/e = A"]],
    ["a.txt", "/d/e/", ["755 0:0 /d/", "755 0:0 /d/e/", "644 0:0 then /d/e/a.txt = A"]],
    ["a.txt", "/tmp", ["1777 0:0 /tmp/", "644 0:0 then /tmp/a.txt = A"]],
    ["ln", "/l", ["644 0:0 then /l = A"]],
    ["a.txt b.txt", "/d", ["644 0:0 then /d = BB"]],
    ["?.txt", "/d/", ["755 0:0 /d/", "644 0:0 then /d/a.txt = A", "644 0:0 then /d/b.txt = BB"]],
    ["src/*/*.py", "/d/", ["755 0:0 /d/", "644 0:0 then /d/y.py = yy"]],
    ["*.zip", "/d/", []],
    ["../../a.txt", "/b", ["644 0:0 then /b = A"]],
    ["src/lib", "/full", ["755 0:0 then /full/", "644 0:0 then /full/y.py = yy"]],
  ])("COPY %s %s", (sources, destination, lines) => {
    expect(copied(sources, destination)).toEqual(lines);
  });

  test("a folder gives its contents, modes, times and links; the folder that is made takes its time", () => {
    expect(copied("src", "/app")).toEqual([
      "755 0:0 then /app/",
      "700 0:0 then /app/deep/",
      "644 0:0 then /app/deep/z.md = z",
      "777 0:0 then /app/dlink -> lib",
      "755 0:0 then /app/empty/",
      "755 0:0 then /app/lib/",
      "644 0:0 then /app/lib/y.py = yy",
      "644 0:0 then /app/x.py = x",
    ]);
    expect(copied("src/deep", "/new")).toEqual(["755 0:0 then /new/", "644 0:0 then /new/z.md = z"]);
  });

  test("the root of a context has no mode and time of its own", () => {
    expect(copied(".", "/app", {}, { "a.txt": "A" })).toEqual([
      "755 0:0 /app/",
      "644 0:0 then /app/a.txt = A",
    ]);
  });

  test("links in the destination lead on, a link with the file's own name is replaced", () => {
    const base: FileState = { "real/": "", lnk: { link: "/real" }, "d/a.txt": { link: "/real" } };
    expect(copied("a.txt", "/lnk/", {}, context, base)).toEqual([
      "755 0:0 /real/",
      "644 0:0 then /real/a.txt = A",
    ]);
    expect(copied("a.txt", "/d/", {}, context, base)).toEqual(["755 0:0 /d/", "644 0:0 then /d/a.txt = A"]);
    expect(copied("a.txt", "/lnk/../x", {}, context, base)).toEqual(["644 0:0 then /x = A"]);
    expect(copied("a.txt", "/gone/", {}, context, { gone: { link: "/not/there" } })).toEqual([
      "755 0:0 /not/",
      "755 0:0 /not/there/",
      "644 0:0 then /not/there/a.txt = A",
    ]);
  });

  test.each<[destination: string, base: FileState, lines: string[]]>([
    ["/a/b/up/x", { "a/b/up": { link: "../c" } }, ["755 0:0 /a/c/", "644 0:0 then /a/c/x = A"]],
    ["/a/b/up/x", { "a/b/up": { link: "../../../../c" } }, ["755 0:0 /c/", "644 0:0 then /c/x = A"]],
    [
      "/one/x",
      { one: { link: "two" }, two: { link: "/three" } },
      ["755 0:0 /three/", "644 0:0 then /three/x = A"],
    ],
    [
      "/d/in/x",
      { "d/in": { link: "near" }, "near/far": "" },
      ["755 0:0 /d/near/", "644 0:0 then /d/near/x = A"],
    ],
  ])("COPY a.txt %s, through links", (destination, base, lines) => {
    const made = copied("a.txt", destination, {}, context, base);
    expect(made.filter((line) => !/ \/(a|d)\/$/.test(line))).toEqual(lines);
  });

  test("the same bytes again are a new file in the layer", () => {
    const target = new FileSystem(treeOf(image, 1), () => NOW);
    const tree = treeOf(context, THEN);
    copyInto(stepOf(["a.txt"], "/w/", {}), tree, target);
    const lower = target.snapshot();
    copyInto(stepOf(["."], "/w/", {}), tree, target);
    expect(layerSize(lower, target.snapshot())).toBe(2 + 3 + 10 + 2 + 3 + 2);
  });
});

describe("what refuses", () => {
  test.each<
    [sources: string, destination: string, error: RegExp, files?: FileState | undefined, base?: FileState]
  >([
    [
      "nope",
      "/x",
      /^failed to compute cache key: failed to calculate checksum of ref \S+: "\/nope": not found$/,
    ],
    ["a.txt nope", "/x/", /"\/nope": not found$/],
    ["out", "/x", /"\/out": not found$/, { out: { link: "/etc/passwd" } }],
    [
      "src",
      "/etc/passwd",
      /^cannot copy to non-directory: \/var\/lib\/docker\/overlay2\/\w+\/merged\/etc\/passwd$/,
    ],
    ["a.txt", "/etc/passwd/x", /^mkdir \/etc\/passwd: not a directory$/],
    [
      ".",
      "/",
      /^cannot replace to directory \/var\/lib\/docker\/overlay2\/\w+\/merged\/etc with file$/,
      { etc: "file" },
    ],
    [
      "src",
      "/d",
      /^cannot copy to non-directory: \/var\/lib\/docker\/overlay2\/\w+\/merged\/d\/lib$/,
      undefined,
      { "d/lib": "file" },
    ],
  ])("COPY %s %s", (sources, destination, error, files = context, base = image) => {
    expect(copied(sources, destination, {}, files, base)[0]?.replace("error: ", "")).toMatch(error);
  });
});

describe("flags", () => {
  test.each<[chown: string, owner: string]>([
    ["1000:2000", "1000:2000"],
    ["7", "7:7"],
    ["games", "5:60"],
    ["games:wheel", "5:10"],
    ["nobody-here", "0:0"],
    ["games:nothing", "5:60"],
    ["7:wheel", "7:10"],
  ])("--chown=%s", (chown, owner) => {
    expect(copied("a.txt", "/d/", { chown })).toEqual([`755 ${owner} /d/`, `644 ${owner} then /d/a.txt = A`]);
  });

  test.each<[chmod: string, file: string, folder: string]>([
    ["755", "755", "755"],
    ["0640", "640", "640"],
    ["u+x,go-r", "700", "711"],
    ["a+X", "644", "755"],
    ["go=", "600", "700"],
    ["+w", "666", "777"],
    ["g=u", "664", "775"],
    ["u+s", "4644", "4755"],
  ])("--chmod=%s", (chmod, file, folder) => {
    const made = /^\d/.test(chmod) ? folder : "755";
    expect(copied("src", "/p/d", { chmod, exclude: ["dlink", "x.py", "empty", "deep"] })).toEqual([
      `${made} 0:0 /p/`,
      `${made} 0:0 then /p/d/`,
      `${folder} 0:0 then /p/d/lib/`,
      `${file} 0:0 then /p/d/lib/y.py = yy`,
    ]);
  });

  test("flags whose variable is empty do nothing", () => {
    expect(copied("a.txt", "/d", { chmod: "", chown: "" })).toEqual(["644 0:0 then /d = A"]);
  });

  test("--chmod that is no mode", () => {
    expect(copied("a.txt", "/d", { chmod: "rwx!" })[0]).toMatch(/^error: invalid chmod parameter: 'rwx!'/);
  });

  test("--exclude is seen from each source", () => {
    expect(copied("src", "/d", { exclude: ["lib", "**/*.md", "dlink"] })).toEqual([
      "755 0:0 then /d/",
      "700 0:0 then /d/deep/",
      "755 0:0 then /d/empty/",
      "644 0:0 then /d/x.py = x",
    ]);
    expect(copied("src", "/d", { exclude: ["*", "!lib/y.py"] })).toEqual([
      "755 0:0 then /d/",
      "755 0:0 then /d/lib/",
      "644 0:0 then /d/lib/y.py = yy",
    ]);
    expect(copied("src", "/d", { exclude: ["lib", "[a-kx-z]*"] }, context, { "d/lib": "stays" })).toEqual([
      "755 0:0 then /d/",
    ]);
    expect(copied("*.txt", "/d/", { exclude: ["b*"] })).toEqual(["755 0:0 /d/", "644 0:0 then /d/a.txt = A"]);
  });

  test("--link copies as without it, where layers cannot be merged", () => {
    expect(copied("a.txt", "/tmp/", { link: true })).toEqual(copied("a.txt", "/tmp/"));
    expect(copied("src", "/lnk", { link: true }, context, { lnk: { link: "/full" } })).toEqual(
      copied("src", "/lnk", {}, context, { lnk: { link: "/full" } }),
    );
  });

  test("heredocs are files of now", () => {
    const contents = [{ path: "EOF", data: "name=Z\n" }];
    expect(copied("", "/etc/conf", { contents })).toEqual(["755 0:0 /etc/", "644 0:0 /etc/conf = name=Z"]);
    expect(copied("", "/d/", { contents, chmod: "600", chown: "7" })).toEqual([
      "600 7:7 /d/",
      "600 7:7 /d/EOF = name=Z",
    ]);
  });

  test("the context has no owners: root's is all that is copied, however deep another one is", () => {
    for (const [path, uid, gid] of [
      ["/o/deep/f", 9, 0],
      ["/o/deep", 0, 9],
    ] as const) {
      const sent = new FileSystem(treeOf({ "o/deep/f": "1" }), () => THEN);
      sent.chown(path, uid, gid);
      for (const kind of ["context", "stage"] as const) {
        const target = new FileSystem(treeOf({}, 1), () => NOW);
        copyInto(stepOf(["o"], "/a", { from: { kind, index: 0 } }), sent.snapshot(), target);
        const entry = target.lstat(path.replace("/o", "/a"));
        expect(typeof entry === "string" ? entry : [entry.uid, entry.gid]).toEqual(
          kind === "context" ? [0, 0] : [uid, gid],
        );
      }
    }
  });

  test("names of one file stay one, also over files that were there", () => {
    const stage = new FileSystem(treeOf({ "o/f": "1", "o/other": "2" }), () => THEN);
    stage.link("/o/f", "/o/g");
    const target = new FileSystem(treeOf({ "a/f": "old", "a/g": "old" }, 1), () => NOW);
    copyInto(stepOf(["o"], "/a", { from: { kind: "stage", index: 0 } }), stage.snapshot(), target);
    const [f, g, other] = ["/a/f", "/a/g", "/a/other"].map((path) => {
      const entry = target.stat(path);
      return typeof entry !== "string" && entry.kind === "file"
        ? { inode: entry.inode, links: entry.links, text: entry.content.text }
        : undefined;
    });
    expect(g).toEqual(f);
    expect(f).toMatchObject({ links: 2, text: "1" });
    expect(other).toMatchObject({ links: 1, text: "2" });
  });

  test("--from a stage keeps owners and hard links", () => {
    const stage = new FileSystem(treeOf({ "o/f": "1" }), () => THEN);
    stage.chown("/o/f", 9, 9);
    stage.link("/o/f", "/o/g");
    const target = new FileSystem(treeOf({}, 1), () => NOW);
    const from = { kind: "stage", index: 0 } as const;
    for (const to of ["/a", "/b"]) copyInto(stepOf(["o"], to, { from }), stage.snapshot(), target);
    const inodes = ["/a/f", "/a/g", "/b/f", "/b/g"].map((path) => {
      const entry = target.stat(path);
      return typeof entry === "string" ? entry : { uid: entry.uid, inode: entry.inode };
    });
    expect(inodes[0]).toMatchObject({ uid: 9 });
    expect(inodes[1]).toEqual(inodes[0]);
    expect(inodes[2]).toEqual(inodes[3]);
    expect(inodes[2]).not.toEqual(inodes[0]);
  });
});

test("the files that were read", () => {
  const target = new FileSystem(treeOf({}), () => NOW);
  const result = copyInto(stepOf(["src", "*.txt"], "/d/", { exclude: ["deep"] }), treeOf(context), target);
  expect(result).toEqual({ paths: ["src/dlink", "src/lib/y.py", "src/x.py", "a.txt", "b.txt"] });
});
