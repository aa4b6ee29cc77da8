import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { THEN, copied } from "../../../testing/copied.ts";
import { toBase64 } from "../../core/base64.ts";
import { concat, encode } from "../../core/bytes.ts";
import type { FileState } from "../../context/file-state.ts";
import { padding, tarHeader } from "../../vfs/tar-header.ts";

const member = (name: string, text?: string, kind?: "link" | "symlink", link = ""): Uint8Array =>
  concat([
    tarHeader({
      name,
      type: kind ?? (text === undefined ? "directory" : "file"),
      link,
      mode: 0o750,
      uid: 7,
      gid: 8,
      size: text?.length ?? 0,
      mtime: THEN,
    }),
    encode(text ?? ""),
    padding(text?.length ?? 0),
  ]);
const archive = concat([
  member("d/"),
  member("d/f", "in tar\n"),
  member("../../up", "u"),
  new Uint8Array(1024),
]);
const files: FileState = {
  "x.tar": { base64: toBase64(archive) },
  "x.tgz": { base64: toBase64(gzipSync(archive)) },
  // The same archive through the real bzip2 and xz.
  "x.tbz": {
    base64: [
      "QlpoOTFBWSZTWVgZPgoAAJRbkP2QQAH3hABDZSFeAAQAAQggAJAwwTAmAhoyaYDaVCfqTE0NGIM1NG1J8iWnPtUr",
      "CFe0v1gIXeHsZlJxMKcaiBlaQmNgV0G0+ea2bdZ4VuAykQrBoQtNZVCUhiUQtNfZTKRRGImZdGlIti4bEt0rp5Pf",
      "XdJky/hEy0F/F3JFOFCQWBk+Cg==",
    ].join(""),
  },
  "x.txz": {
    base64: [
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4A3/AHZdADILvBunjDRE4beWRzhi4vz2qRkyLNylXQWhlx5UHTz5C+7s",
      "EN0qFe/ZQO5Yk9LsyWqevAuSopzjEUkOwWirvChcxS4tkAyQAfaDvQp8bR9ULkDzGeUf3Q+96GoccQuud4xkJujP",
      "srwMG4PXV/3IDINuz0PERgAAAABk8Ki+FIxHKgABkgGAHAAACqb+VrHEZ/sCAAAAAARZWg==",
    ].join(""),
  },
  "n.gz": { base64: toBase64(gzipSync("text")) },
};
const unpacked = [
  "755 0:0 /e/",
  "750 7:8 then /e/d/",
  "750 7:8 then /e/d/f = in tar",
  "750 7:8 then /e/up = u",
];

test("lays out an archive, which cannot leave its folder", () => {
  expect(copied("x.tar", "/e", { kind: "ADD" }, files)).toEqual(unpacked);
  for (const packed of ["x.tgz", "x.tbz", "x.txz"])
    expect(copied(packed, "/e/", { kind: "ADD" }, files)).toEqual(unpacked);
  expect(copied("x.tar", "/e", { kind: "ADD", chown: "5:6" }, files)).toEqual([
    "755 5:6 /e/",
    "750 5:6 then /e/d/",
    "750 5:6 then /e/d/f = in tar",
    "750 5:6 then /e/up = u",
  ]);
});

test("an archive's members take the place of what was there", () => {
  const tar = concat([
    member("was-file/", undefined),
    member("was-file/in", "1"),
    member("stays/", undefined),
    member("was-link", "2"),
    member("was-text", "3"),
    member("tied", "", "link", "was-text"),
    member("soft", "", "symlink", "../far"),
    member("through/x", "4"),
    new Uint8Array(1024),
  ]);
  const base: FileState = {
    "e/was-file": "old",
    "e/stays/kept": "k",
    "e/was-link": { link: "/else" },
    "e/was-text": "old",
    "e/tied": "old",
    "e/soft": "old",
    "e/through": { link: "/real" },
    "real/": "",
    else: "untouched",
  };
  const made = copied("x.tar", "/e/", { kind: "ADD" }, { "x.tar": { base64: toBase64(tar) } }, base);
  expect(made.filter((line) => !line.endsWith(" /e/") && !line.endsWith(" /real/"))).toEqual([
    "777 7:8 then /e/soft -> ../far",
    "750 7:8 then /e/stays/",
    "750 7:8 then /e/tied = 3",
    "750 7:8 then /e/was-file/",
    "750 7:8 then /e/was-file/in = 1",
    "750 7:8 then /e/was-link = 2",
    "750 7:8 then /e/was-text = 3",
    "750 7:8 then /real/x = 4",
  ]);
});

test.each<[why: RegExp, tar: Uint8Array, base?: FileState]>([
  [/^error: failed to copy files: .*\/e\/f: file exists$/, member("f", "1"), { "e/f/": "" }],
  [/^error: link gone f: /, member("f", "", "link", "gone")],
  [/^error: mkdir \/e\/d: not a directory$/, member("d/f", "1"), { "e/d": "file" }],
  [/^error: mkdir \/e: not a directory$/, member("d/f", "1"), { e: "file" }],
])("an archive that does not fit: %s", (why, tar, base = {}) => {
  const packed = { "x.tar": { base64: toBase64(concat([tar, new Uint8Array(1024)])) } };
  expect(copied("x.tar", "/e/", { kind: "ADD" }, packed, base)[0]).toMatch(why);
});

test("copies what is no archive, and all of it when COPY is asked", () => {
  expect(copied("a.txt", "/q", { kind: "ADD" })).toEqual(["644 0:0 then /q = A"]);
  expect(copied("n.gz", "/e/", { kind: "ADD" }, files)[1]).toMatch(/^644 0:0 then \/e\/n.gz/);
  expect(copied("x.tar", "/e/", {}, files)[1]).toMatch(/^644 0:0 then \/e\/x.tar/);
  expect(copied("x.tar", "/e/", { kind: "ADD", unpack: false }, files)[1]).toMatch(
    /^644 0:0 then \/e\/x.tar/,
  );
});

test("says so where Drydock cannot open it", () => {
  const zstd = { "x.tar.zst": { base64: toBase64(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0)) } };
  expect(() => copied("x.tar.zst", "/e/", { kind: "ADD" }, zstd)).toThrow(/zstd/);
});
