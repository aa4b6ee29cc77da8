import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync, chmodSync, linkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import fc from "fast-check";
import { gunzip, gzip, isGzip } from "./gzip.ts";
import { type ArchiveLimits, LIMITS } from "./limits.ts";
import { readTar } from "./tar.ts";
import { concat } from "../core/bytes.ts";
import { Content } from "../vfs/content.ts";
import { diff } from "../vfs/diff.ts";
import { FileSystem, emptyDirectory } from "../vfs/file-system.ts";
import { layerTar } from "../vfs/layer-tar.ts";
import { tarHeader } from "../vfs/tar-header.ts";

describe("an archive of the system's tar", () => {
  let folder = "";
  const long = "n".repeat(150);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "drydock-tar-"));
    mkdirSync(join(folder, "d"));
    writeFileSync(join(folder, "d/f"), "in tar\n");
    chmodSync(join(folder, "d/f"), 0o4755);
    writeFileSync(join(folder, `d/${long}`), "long");
    symlinkSync("f", join(folder, "d/s"));
    linkSync(join(folder, "d/f"), join(folder, "d/hard"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(["gnu", "pax", "ustar"])("%s", (format) => {
    const options = ["--sort=name", "--owner=7", "--group=8", "--numeric-owner", "--mtime=@1704067200"];
    const bytes = execFileSync(
      "tar",
      [
        "-cf",
        "-",
        `--format=${format}`,
        ...options,
        ...(format === "ustar" ? [`--exclude=${long}`] : []),
        "d",
      ],
      {
        cwd: folder,
      },
    );
    const members = readTar(bytes);
    if (!Array.isArray(members)) throw new Error(members.error);
    const told = members.map(({ name, type, mode, uid, gid, mtime, target, bytes: body }) => [
      name,
      type,
      mode.toString(8),
      uid,
      gid,
      mtime,
      target,
      Buffer.from(body).toString(),
    ]);
    const expected = [
      ["d/", "directory", "755", 7, 8, 1704067200, "", ""],
      ["d/f", "file", "4755", 7, 8, 1704067200, "", "in tar\n"],
      ["d/hard", "link", "4755", 7, 8, 1704067200, "d/f", ""],
      ["d/" + long, "file", "644", 7, 8, 1704067200, "", "long"],
      ["d/s", "symlink", "777", 7, 8, 1704067200, "f", ""],
    ];
    expect(told).toEqual(format === "ustar" ? expected.filter(([name]) => name !== "d/" + long) : expected);
  });
});

test("what is more than the limits allow is told apart from what is broken", () => {
  const member = tarHeader({ name: "d/f", type: "file", mode: 0o644, uid: 0, gid: 0, size: 3, mtime: 0 });
  const bytes = concat([member, new Uint8Array(512), member, new Uint8Array(512 + 1024)]);
  const limits: Partial<ArchiveLimits>[] = [
    { entries: 1 },
    { file: 2 },
    { unpacked: 5 },
    { path: 2 },
    { depth: 0 },
  ];
  for (const limit of limits) {
    expect(readTar(bytes, { ...LIMITS, ...limit })).toEqual({
      error: expect.stringContaining("more than"),
      limit: true,
    });
  }
  for (const cut of [1400, 1538]) expect(readTar(bytes.subarray(0, cut))).toMatchObject({ limit: false });
});

test("bytes that are no archive are refused, whatever they are", () => {
  expect(readTar(new Uint8Array(512).fill(65))).toEqual({
    error: "archive/tar: invalid tar header",
    limit: false,
  });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      readTar(bytes);
      gunzip(bytes);
    }),
  );
});

describe("gzip", () => {
  test("the bytes do not depend on the host", () => {
    const packed = gzip(Buffer.from("hello hello hello\n"));
    expect(Buffer.from(packed.subarray(0, 10)).toString("hex")).toBe("1f8b08000000000000ff");
    expect(isGzip(packed)).toBe(true);
    expect(gunzip(packed)).toEqual(new Uint8Array(Buffer.from("hello hello hello\n")));
  });

  test("what zlib packs is read back, several members too", () => {
    const twice = Buffer.concat([gzipSync("one "), gzipSync("two")]);
    const out = gunzip(twice);
    expect(out instanceof Uint8Array && Buffer.from(out).toString()).toBe("one two");
  });

  test("a bomb stops early", () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
    expect(gunzip(bomb)).toEqual({ error: "more than 200 times its packed size", limit: true });
    expect(gunzip(gzipSync(Buffer.alloc(2_000_000)), { ...LIMITS, ratio: 1e9, unpacked: 1_000_000 })).toEqual(
      {
        error: "more than 1000000 bytes unpacked",
        limit: true,
      },
    );
  });

  test("a file that is cut off is told", () => {
    expect(gunzip(gzipSync("hello").subarray(0, 12))).toEqual({
      error: expect.stringContaining("unexpected EOF"),
      limit: false,
    });
  });
});

test("a layer read back tells what changed", () => {
  const path = fc
    .array(fc.constantFrom("a", "b", "é", "n".repeat(120)), { minLength: 1, maxLength: 3 })
    .map((parts) => `/${parts.join("/")}`);
  const act = fc.tuple(
    fc.constantFrom("write", "mkdir", "remove", "symlink", "chmod"),
    path,
    fc.string({ maxLength: 600 }),
  );
  const play = (system: FileSystem, [what, at, data]: readonly [string, string, string]): void => {
    if (what === "write") system.write(at, Content.of(data));
    else if (what === "mkdir") system.mkdir(at);
    else if (what === "symlink") system.symlink(`to/${data.replaceAll("\0", "")}`, at);
    else if (what === "chmod") system.chmod(at, data.length);
    else if (system.unlink(at)) system.rmdir(at);
  };
  fc.assert(
    fc.property(fc.array(act, { maxLength: 15 }), fc.array(act, { maxLength: 15 }), (first, second) => {
      const system = new FileSystem(emptyDirectory(), () => 1704067200);
      for (const each of first) play(system, each);
      const lower = system.snapshot();
      for (const each of second) play(system, each);
      const upper = system.snapshot();
      const members = readTar(layerTar(lower, upper));
      if (!Array.isArray(members)) throw new Error(members.error);
      const told = members.map(({ name, type, mode, target, bytes }) => [
        name,
        type,
        mode,
        type === "file" ? Buffer.from(bytes).toString() : target,
      ]);
      const expected = diff(lower, upper).flatMap(({ path: at, entry, opaque }) => {
        const name = at.slice(1);
        if (!entry) return [[name.replace(/([^/]*)$/, ".wh.$1"), "file", 0o600, ""]];
        if (entry.kind === "directory")
          return [
            [`${name}/`, "directory", entry.mode, ""],
            ...(opaque ? [[`${name}/.wh..wh..opq`, "file", entry.mode, ""]] : []),
          ];
        return [
          [
            name,
            entry.kind,
            entry.mode,
            entry.kind === "file" ? entry.content.text : entry.kind === "symlink" ? entry.target : "",
          ],
        ];
      });
      expect(told).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});
