import { describe, expect, test } from "vitest";
import { Content } from "./content.ts";
import { diff } from "./diff.ts";
import type { Directory, Entry } from "./entry.ts";
import { FileSystem, emptyDirectory } from "./file-system.ts";
import { listing } from "../../testing/tree-listing.ts";

const user = { uid: 1000, gid: 1000, groups: [1000, 50] };

function files(paths: Readonly<Record<string, string>> = {}): FileSystem {
  const system = new FileSystem(emptyDirectory(1), () => 2);
  for (const [path, text] of Object.entries(paths)) {
    const parts = path.split("/").slice(1, -1);
    parts.forEach((_, i) => system.mkdir(`/${parts.slice(0, i + 1).join("/")}`));
    if (text.startsWith("-> ")) system.symlink(text.slice(3), path);
    else if (path.endsWith("/")) system.mkdir(path);
    else system.write(path, Content.of(text));
  }
  return system;
}

const text = (system: FileSystem, path: string): string | undefined => {
  const content = system.read(path);
  return typeof content === "string" ? content : content.text;
};

describe("paths", () => {
  const system = files({
    "/a/b/f": "f",
    "/l": "-> a/b",
    "/a/up": "-> ..",
    "/loop": "-> loop",
    "/gone": "-> /a/new",
    "/abs": "-> /a/b/f",
  });

  test.each([
    ["/a/b/f", "f"],
    ["/l/f", "f"],
    ["/l/../b/f", "f"],
    ["/a/up/l/f", "f"],
    ["//a/./b//f", "f"],
    ["/../../a/b/f", "f"],
    ["/abs", "f"],
    ["/abs/", "ENOTDIR"],
    ["/a/b/f/", "ENOTDIR"],
    ["/a/b/f/.", "ENOTDIR"],
    ["/a/b/f/..", "ENOTDIR"],
    ["/a/x/../b/f", "ENOENT"],
    ["/loop", "ELOOP"],
    ["/gone", "ENOENT"],
    ["/l", "EISDIR"],
    [`/${"n".repeat(256)}`, "ENAMETOOLONG"],
    [`/${"a/".repeat(3000)}`, "ENAMETOOLONG"],
  ])("%.40s is %s", (path, found) => {
    expect(text(system, path)).toBe(found);
  });

  test("a write through a dangling link makes what it points at; a new name does not follow one", () => {
    const again = files({ "/a/": "", "/gone": "-> /a/new" });
    expect(again.mkdir("/gone")).toBe("EEXIST");
    expect(again.write("/gone", Content.of("x"))).toBeUndefined();
    expect(text(again, "/a/new")).toBe("x");
    expect(again.realpath("/gone")).toEqual({ path: "/a/new" });
    expect(again.unlink("/gone")).toBeUndefined();
    expect(text(again, "/a/new")).toBe("x");
  });
});

describe("permissions of someone who is not root", () => {
  const system = files({
    "/own/f": "f",
    "/shut/f": "f",
    "/tmp/theirs": "t",
    "/tmp/mine": "m",
    "/group/f": "g",
  });
  system.chown("/own", 1000, 1000);
  system.chmod("/shut", 0o700);
  system.chmod("/tmp", 0o1777);
  system.chown("/tmp/mine", 1000, 1000);
  system.chown("/group", 0, 50);
  system.chmod("/group", 0o2775);
  const mine = system.as(user);

  test.each<[what: string, outcome: string | undefined, act: () => unknown]>([
    ["writes a file of root's", "EACCES", () => mine.write("/own/f", Content.of("x"))],
    ["removes a file of root's from an own directory", undefined, () => mine.unlink("/own/f")],
    ["looks into a shut directory", "EACCES", () => mine.stat("/shut/f")],
    ["makes a file beside root's", "EACCES", () => mine.write("/new", Content.of("x"))],
    ["takes another's file out of a sticky directory", "EPERM", () => mine.unlink("/tmp/theirs")],
    ["renames another's file in a sticky directory", "EPERM", () => mine.rename("/tmp/theirs", "/tmp/x")],
    ["replaces another's file in a sticky directory", "EPERM", () => mine.rename("/tmp/mine", "/tmp/theirs")],
    ["takes the own file", undefined, () => mine.rename("/tmp/mine", "/tmp/moved")],
    ["changes the mode of a file of root's", "EPERM", () => mine.chmod("/tmp/theirs", 0o777)],
    ["gives a file away", "EPERM", () => mine.chown("/tmp/moved", 0, undefined)],
    ["gives a file to a group of theirs", undefined, () => mine.chown("/tmp/moved", undefined, 50)],
    ["makes a device", "EPERM", () => mine.mknod("/tmp/null", "null")],
  ])("%s: %s", (_, outcome, act) => {
    expect(act()).toBe(outcome);
  });

  test("a directory with setgid passes its group on", () => {
    expect(mine.mkdir("/group/d")).toBeUndefined();
    expect(mine.write("/group/d/f", Content.of("x"))).toBeUndefined();
    expect(mine.stat("/group/d")).toMatchObject({ uid: 1000, gid: 50, mode: 0o2755 });
    expect(mine.stat("/group/d/f")).toMatchObject({ gid: 50, mode: 0o644 });
  });

  test("root runs a file only if somebody may", () => {
    expect(system.access("/tmp/theirs", 1)).toBe(false);
    system.chmod("/tmp/theirs", 0o001);
    expect(system.access("/tmp/theirs", 1)).toBe(true);
  });
});

test("a chown takes setuid away, a chmod through a link goes to the file", () => {
  const system = files({ "/f": "f", "/l": "-> f" });
  system.chmod("/l", 0o4755);
  expect(system.stat("/f")).toMatchObject({ mode: 0o4755 });
  system.chown("/l", 7, 7, false);
  expect([system.lstat("/l"), system.stat("/f")]).toMatchObject([{ uid: 7 }, { uid: 0, mode: 0o4755 }]);
  system.chown("/l", 7, 7);
  expect(system.stat("/f")).toMatchObject({ uid: 7, mode: 0o755 });
});

test("a snapshot is not touched by later writes, nor a moved directory by writes to its old content", () => {
  const system = files({ "/d/e/f": "1" });
  const before = system.snapshot();
  const told = listing(before);
  system.write("/d/e/f", Content.of("2"));
  system.rename("/d", "/g");
  system.write("/g/e/new", Content.of("3"));
  system.chmod("/g", 0o700);
  system.unlink("/g/e/f");
  expect(listing(before)).toEqual(told);
  expect(before.children.get("d")?.mode).toBe(0o755);
});

test("one tree in two places is two trees", () => {
  const system = files({ "/d/f": "1" });
  const live = system.stat("/d") as Directory;
  system.place("/copy", { ...live });
  system.write("/d/g", Content.of("2"));
  system.write("/copy/f", Content.of("3"));
  expect(listing(system.snapshot())).toEqual(["/copy/", "/copy/f 1 3", "/d/", "/d/f 1 1", "/d/g 1 2"]);
  // The same unlinked file in two places is no hard link either.
  expect(system.rename("/d/g", "/copy/g")).toBeUndefined();
  expect(listing(system.snapshot())).toContain("/copy/g 1 2");
});

describe("mounts", () => {
  const volume = (paths: Readonly<Record<string, string>>): Directory => files(paths).snapshot();

  test("are seen and written, and are no part of a snapshot", () => {
    const system = files({ "/data/old": "o", "/etc/x": "x" });
    const before = system.snapshot();
    expect(system.mount("/data", volume({ "/kept": "k" }))).toBeUndefined();
    expect(system.list("/data")).toEqual(["kept"]);
    system.write("/data/new", Content.of("n"));
    expect(diff(before, system.snapshot())).toEqual([]);
    system.write("/etc/y", Content.of("y"));
    expect(diff(before, system.snapshot()).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "C /etc",
      "A /etc/y",
    ]);
    const left = system.unmount("/data");
    expect(left?.kind === "directory" && listing(left)).toEqual(["/kept 1 k", "/new 1 n"]);
    expect(system.list("/data")).toEqual(["old"]);
    expect(text(system, "/etc/y")).toBe("y");
  });

  test("a place that is missing is made for the time, and folders for it that stay empty go", () => {
    const system = files({ "/app/": "" });
    const before = system.snapshot();
    const secret: Entry = { ...(files({ "/s": "top" }).stat("/s") as Entry) };
    expect(system.mount("/run/secrets/key", secret, { readOnly: true })).toBeUndefined();
    expect(text(system, "/run/secrets/key")).toBe("top");
    expect(system.write("/run/secrets/key", Content.of("x"))).toBe("EROFS");
    expect(listing(system.snapshot())).toEqual(listing(before));
    system.write("/run/pid", Content.of("1"));
    expect(listing(system.snapshot())).toEqual(["/app/", "/run/", "/run/pid 1 1"]);
  });

  test("cannot be removed or moved, and nothing moves across", () => {
    const system = files({ "/m/": "", "/f": "f" });
    system.mount("/m", volume({ "/in/f": "v" }));
    expect(system.rmdir("/m")).toBe("EBUSY");
    expect(system.rename("/m", "/n")).toBe("EBUSY");
    expect(system.rename("/f", "/m/f")).toBe("EXDEV");
    expect(system.link("/m/in/f", "/g")).toBe("EXDEV");
    expect(system.rename("/m/in/f", "/m/g")).toBeUndefined();
  });

  test("read only means all of it", () => {
    const system = files({ "/m/": "" });
    system.mount("/m", volume({ "/d/f": "v" }), { readOnly: true });
    const acts = [
      () => system.write("/m/d/f", Content.of("x")),
      () => system.write("/m/new", Content.of("x")),
      () => system.mkdir("/m/e"),
      () => system.unlink("/m/d/f"),
      () => system.chmod("/m/d", 0o700),
      () => system.chmod("/m/d/f", 0o700),
      () => system.touch("/m/d/f", 9),
      () => system.rename("/m/d/f", "/m/g"),
      () => system.symlink("x", "/m/l"),
    ];
    expect(acts.map((act) => act())).toEqual(acts.map(() => "EROFS"));
  });

  test("one in another, taken away in any order", () => {
    const system = files({ "/a/b/": "", "/a/own": "o" });
    const before = system.snapshot();
    system.mount("/a", volume({ "/b/": "", "/x": "1" }));
    system.mount("/a/b", volume({ "/y": "2" }));
    expect(listing(system.snapshot())).toEqual(listing(before));
    const outer = system.unmount("/a/b");
    expect(outer?.kind === "directory" && listing(outer)).toEqual(["/y 1 2"]);
    const inner = system.unmount("/a");
    expect(inner?.kind === "directory" && listing(inner)).toEqual(["/b/", "/x 1 1"]);
    expect(diff(before, system.snapshot())).toEqual([]);
    expect(system.unmount("/a")).toBeUndefined();
  });
});

test("readdir gives the newest name first, as tmpfs of Linux 6.18 did", () => {
  const system = files({ "/a": "", "/b": "", "/c": "", "/d/x": "" });
  expect(system.readdir("/")).toEqual(["d", "c", "b", "a"]);
  system.rename("/a", "/z");
  system.link("/b", "/bb");
  system.write("/c", Content.of("more"));
  expect(system.readdir("/")).toEqual(["bb", "z", "d", "c", "b"]);
  // A name that is taken by a rename is a new one.
  system.rename("/z", "/c");
  expect(system.readdir("/")).toEqual(["c", "bb", "d", "b"]);
});

test("an endless loop of writes ends", () => {
  const system = files();
  const lines = new Uint8Array(4 * 1024 * 1024);
  const fill = (): void => {
    for (let i = 0; ; i++) system.write(`/f${i}`, Content.of(lines));
  };
  for (let i = 0; i < 200; i++) system.write("/again", Content.of(lines));
  expect(fill).toThrow(/LIMIT .*bytes written/);
  const many = (): void => {
    for (let i = 0; ; i++) system.mkdir(`/d${i}`);
  };
  expect(many).toThrow(/LIMIT .*new files/);
});
