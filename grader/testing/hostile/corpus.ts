import { spawnSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { member, tar } from "./raw-tar.ts";
import { rawZip } from "./raw-zip.ts";

const MIB = 1024 * 1024;
const NINE = new Uint8Array(9 * MIB);
const FROM = "FROM busybox:1.37\n";
const PYTHON = "FROM python:3.13-slim\n";

/** A submission that means harm, and what its author must be told. */
export interface Hostile {
  /** Its name in the folder of the class. */
  readonly name: string;
  readonly told: RegExp;
  /** Bytes of the file, or what makes the folder. */
  readonly make: (path: string) => Uint8Array | string | undefined;
}

const file = (name: string, told: RegExp, bytes: () => Uint8Array | string): Hostile => ({
  name,
  told,
  make: bytes,
});
const folder = (name: string, told: RegExp, fill: (path: string) => void): Hostile => ({
  name,
  told,
  make(path) {
    mkdirSync(path);
    fill(path);
    return undefined;
  },
});
/** A folder with nothing but this Dockerfile. */
const text = (name: string, told: RegExp, dockerfile: string): Hostile =>
  folder(name, told, (path) => writeFileSync(join(path, "Dockerfile"), dockerfile));

const UNDECIDED = /needs a person to look/;

export const corpus: readonly Hostile[] = [
  file("slip.zip", /leaves the folder/, () => rawZip([{ name: "../../slipped", data: "x" }])),
  file("slip-absolute.zip", /absolute|leaves/, () => rawZip([{ name: "/tmp/slipped", data: "x" }])),
  file("slip-drive.zip", /drive letter/, () => rawZip([{ name: "C:/slipped", data: "x" }])),
  file("slip-backslash.zip", /backslash|leaves/, () => rawZip([{ name: "..\\slipped", data: "x" }])),
  file("tar-slip.tar", /leaves the folder/, () => tar(member("../slipped", "x"))),
  file("two-names.zip", /two names/, () =>
    rawZip([{ name: "Dockerfile", localName: "../slippe", data: FROM }]),
  ),
  file("through-link.zip", /both a file and a folder/, () =>
    rawZip([
      { name: "out", data: "/tmp", mode: 0o120777 },
      { name: "out/slipped", data: "x" },
    ]),
  ),
  file("tar-through-link.tar", /both a file and a folder/, () =>
    tar(member("out", "", "2", "/tmp"), member("out/slipped", "x")),
  ),
  file("streams.zip", UNDECIDED, () =>
    rawZip([
      { name: "Dockerfile", data: `${FROM}COPY . /all\n` },
      { name: "Dockerfile:hidden", data: "x" },
      { name: "CON", data: "x" },
      { name: "aux.txt", data: "x" },
      { name: "notes.", data: "x" },
    ]),
  ),
  file("prototype.zip", /reserved/, () => rawZip([{ name: "__proto__/Dockerfile", data: FROM }])),
  file("nul.zip", /NUL|no zip/, () => rawZip([{ name: "a\0b", data: "x" }])),
  file("twice.zip", /twice/, () =>
    rawZip([
      { name: "Dockerfile", data: FROM },
      { name: "Dockerfile", data: PYTHON },
    ]),
  ),
  file("case.zip", /differ only in case/, () =>
    rawZip([
      { name: "Dockerfile", data: FROM },
      { name: "DOCKERFILE", data: PYTHON },
    ]),
  ),
  file("latin1.zip", /not UTF-8/, () => rawZip([{ name: Uint8Array.of(0x63, 0xe9), data: "x" }])),
  file("tar-latin1.tar", /not UTF-8/, () => tar(member(Uint8Array.of(0x63, 0xe9), "x"))),
  file("bomb.zip", /grows more than 200 times/, () =>
    rawZip(Array.from({ length: 6 }, (_, i) => ({ name: `f${i}`, data: NINE }))),
  ),
  file("bomb-lies.zip", /no zip that can be read|grows|larger/, () =>
    rawZip([{ name: "f", data: NINE, claims: 10 }]),
  ),
  file("bomb-overlaps.zip", /no zip that can be read|grows/, () =>
    rawZip(Array.from({ length: 40 }, (_, i) => ({ name: "same", data: NINE, overlaps: i > 0 }))),
  ),
  file("bomb-nested.zip", /cannot be graded/, () => {
    let inner = rawZip([{ name: "f", data: NINE }]);
    for (let depth = 0; depth < 20; depth++) inner = rawZip([{ name: `${depth}.zip`, data: inner }]);
    return inner;
  }),
  file("tar-bomb.tar.gz", /cannot be unpacked/, () => gzipSync(new Uint8Array(65 * MIB))),
  file("tar-many.tar.gz", /more than 5000 entries/, () =>
    gzipSync(tar(...Array.from({ length: 10_000 }, (_, i) => member(`f${i}`)))),
  ),
  folder("many", /more than 5000 entries/, (path) => {
    for (let i = 0; i < 10_000; i++) writeFileSync(join(path, `f${i}`), "");
  }),
  folder("deep", /32 folders deep/, (path) => {
    mkdirSync(join(path, "d/".repeat(40)), { recursive: true });
    writeFileSync(join(path, "d/".repeat(40), "f"), "");
  }),
  folder("sparse", /larger than 10 MiB/, (path) => {
    const open = openSync(join(path, "disk.img"), "w");
    ftruncateSync(open, 1024 * MIB);
    closeSync(open);
  }),
  file("tar-device.tar", /is a device/, () => tar(member("null", "", "3"))),
  file("hard-link.tar", /hard link/, () => tar(member("passwd", "", "1", "/etc/passwd"))),
  file("device.zip", /neither a file nor a link/, () => rawZip([{ name: "null", data: "", mode: 0o020666 }])),
  folder("link-out", /cannot be graded|not yet/, (path) =>
    symlinkSync("/etc/passwd", join(path, "Dockerfile")),
  ),
  folder("link-loop", /not yet/, (path) => {
    symlinkSync("b", join(path, "a"));
    symlinkSync("a", join(path, "b"));
    writeFileSync(join(path, "Dockerfile"), `${FROM}COPY a /a\n`);
  }),
  folder("link-to-all", /not yet|needs a person/, (path) => {
    symlinkSync("/", join(path, "all"));
    writeFileSync(join(path, "Dockerfile"), `${FROM}COPY . /x\nRUN cat /x/all/etc/passwd\n`);
  }),
  folder("link-ladder", /not yet|needs a person/, (path) => {
    for (let i = 0; i < 60; i++) symlinkSync(`l${i + 1}`, join(path, `l${i}`));
    writeFileSync(join(path, "l60"), "x");
    writeFileSync(join(path, "Dockerfile"), `${FROM}COPY . /x\nRUN cat /x/l0\n`);
  }),
  folder("pipe", /neither|cannot be|no file/, (path) => {
    writeFileSync(join(path, "Dockerfile"), FROM);
    spawnSync("mkfifo", [join(path, "waits")]);
  }),
  file(
    "bundle.json",
    /cannot be read/,
    () => `{"format":1,"files":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`,
  ),
  file("claims.json", UNDECIDED, () =>
    JSON.stringify({ format: 1, files: { Dockerfile: FROM }, status: "passed", points: 99, criteria: [] }),
  ),
  folder("folder-latin1", /not UTF-8/, (path) =>
    writeFileSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.of(0x63, 0xe9)]), ""),
  ),
  text("=HYPERLINK(0)", UNDECIDED, FROM),
  text("\u001b[2Jclear", /not yet/, `${FROM}COPY "\u001b]0;x\u0007" /x\n`),
  text(
    "<script>alert(1)<",
    /not yet/,
    `${FROM}LABEL a="</script><script>alert(1)</script>"\nCOPY "</script>" /\n`,
  ),
  text("stars", /not yet|needs a person/, `${FROM}COPY ${"*a".repeat(100)}b /x/\n`),
  text(
    "regular-expression",
    /not yet|needs a person/,
    `${PYTHON}RUN echo ${"a".repeat(64)} | grep -E '^(a+)+$b'\n`,
  ),
  text("expands", UNDECIDED, `${FROM}ENV A=aaaaaaaaaaaaaaaa\n${"ENV A=$A$A$A$A\n".repeat(100)}`),
  text("endless-shell", UNDECIDED, `${FROM}RUN while :; do :; done\n`),
  text("endless-python", UNDECIDED, `${PYTHON}RUN python3 -c 'while True: pass'\n`),
  text("fork-bomb", UNDECIDED, `${FROM}RUN f(){ f|f & }; f\n`),
  text("too-long", /more than 2000 instructions/, `${FROM}${"RUN true\n".repeat(2001)}`),
];

/** Lays one out in the folder of a class. */
export function lay(folderOfClass: string, { name, make }: Hostile): void {
  const path = join(folderOfClass, name);
  const bytes = make(path);
  if (bytes !== undefined) writeFileSync(path, bytes);
}
