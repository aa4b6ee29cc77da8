import { gzipSync } from "node:zlib";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { describe, expect, test } from "vitest";
import { member, tar } from "../../testing/hostile/raw-tar.ts";
import { Refusal } from "./limits.ts";
import { readBundle } from "./read-bundle.ts";
import { readTarball } from "./read-tarball.ts";
import { readZip } from "./read-zip.ts";
import { tidy } from "./tidy.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const MIB = 1024 * 1024;

async function zip(
  entries: readonly (readonly [name: string, data: Uint8Array, options?: object])[],
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, data, options] of entries)
    await writer.add(name, new Uint8ArrayReader(data), { useWebWorkers: false, ...options });
  return writer.close();
}

const refusal = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return "accepted";
};

describe("a zip and a tar of the same files are the same submission", () => {
  const files = {
    Dockerfile: "FROM busybox\n",
    "bin/run.sh": { text: "#!/bin/sh\n", mode: "0755" },
    "logo.png": { base64: "iVBORw==" },
    link: { link: "bin/run.sh" },
  };
  const logo = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

  test("zip", async () => {
    const packed = await zip([
      ["Dockerfile", bytes("FROM busybox\n")],
      ["bin/run.sh", bytes("#!/bin/sh\n"), { unixMode: 0o100755 }],
      ["logo.png", logo],
      ["link", bytes("bin/run.sh"), { unixMode: 0o120777 }],
    ]);
    expect(await readZip(packed)).toEqual(files);
  });

  test("tar, plain and packed", () => {
    const plain = tar(
      member("./"),
      member("./Dockerfile", "FROM busybox\n"),
      member("link", "", "2", "bin/run.sh"),
    );
    expect(readTarball(plain)).toEqual({ Dockerfile: files.Dockerfile, link: files.link });
    expect(readTarball(gzipSync(plain))).toEqual(readTarball(plain));
  });
});

describe("refused", () => {
  test.each([
    ["../evil", /leaves|Unsafe/],
    ["a/../../evil", /leaves|Unsafe/],
    ["/etc/passwd", /absolute|Unsafe/],
    ["C:/evil", /drive|Unsafe/],
    ["a\\b", /backslash/],
    [`${"d/".repeat(33)}f`, /32 folders/],
    ["x".repeat(2000), /longer/],
  ])("the name %s, in a zip and in a tar", async (name, why) => {
    const answers = [name.length < 100 ? await refusal(() => readTarball(tar(member(name, "x")))) : ""];
    const writer = new ZipWriter(new Uint8ArrayWriter());
    /* Some names are refused by the writer already; what it does write must be refused by the reader. */
    const written = await writer
      .add(name, new Uint8ArrayReader(bytes("x")), { useWebWorkers: false })
      .catch(() => undefined);
    if (written) {
      const packed = await writer.close();
      answers.push(await refusal(() => readZip(packed)));
    }
    const given = answers.filter((answer) => answer !== "");
    expect(given.filter((answer) => !why.test(answer))).toEqual([]);
    expect(given.length + (written ? 0 : 1)).toBeGreaterThan(0);
  });

  test("two names that one system takes for one", async () => {
    expect(
      await refusal(async () =>
        readZip(
          await zip([
            ["Dockerfile", bytes("")],
            ["dockerfile", bytes("")],
          ]),
        ),
      ),
    ).toMatch(/differ only in case/);
    expect(await refusal(() => readTarball(tar(member("a", "1"), member("./a", "2"))))).toMatch(
      /twice|collides/,
    );
    expect(await refusal(() => readTarball(tar(member("a", "1"), member("a/b", "2"))))).toMatch(
      /both a file and a folder/,
    );
  });

  test("hard links, devices, encryption", async () => {
    expect(await refusal(() => readTarball(tar(member("a", "1"), member("b", "", "1", "a"))))).toMatch(
      /hard link/,
    );
    expect(await refusal(() => readTarball(tar(member("a", "", "3"))))).toMatch(/device/);
    expect(await refusal(async () => readZip(await zip([["a", bytes("1"), { password: "x" }]])))).toMatch(
      /encrypted/,
    );
  });

  test("bombs stop while they grow", async () => {
    const zeros = new Uint8Array(9 * MIB);
    expect(
      await refusal(async () =>
        readZip(
          await zip([
            ["a", zeros],
            ["b", zeros],
          ]),
        ),
      ),
    ).toMatch(/grows more than 200 times/);
    expect(await refusal(async () => readZip(await zip([["a", new Uint8Array(11 * MIB)]])))).toMatch(
      /larger than 10 MiB|grows/,
    );
    expect(await refusal(() => readTarball(gzipSync(new Uint8Array(65 * MIB))))).toMatch(
      /cannot be unpacked/,
    );
    expect(
      await refusal(async () =>
        readZip(
          await zip(Array.from({ length: 5001 }, (_, i) => [`f${i}`, bytes(""), { level: 0 }] as const)),
        ),
      ),
    ).toMatch(/5000 entries/);
  });

  test("the first refusal is told, not what a stream made of it; names, cut-off tars, other packers", async () => {
    const nine = new Uint8Array(9 * MIB);
    expect(
      await refusal(async () =>
        readZip(await zip(Array.from({ length: 8 }, (_, i) => [`f${i}`, nine, { level: 1 }] as const))),
      ),
    ).toMatch(/^it grows more than 200 times/);
    expect(await refusal(async () => readZip(await zip([["../x", bytes("y")]])))).toBe(
      "a path in it is absolute, begins with a drive letter or leaves the folder",
    );
    expect(await refusal(() => readTarball(tar(member("a", "b")).subarray(0, 700)))).toMatch(
      /it is cut off$/,
    );
    expect(await refusal(() => readTarball(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)))).toBe(
      "it is packed with zstd",
    );
  });

  test("5,001 entries of a zip are counted before any is unpacked", async () => {
    const many = await zip(Array.from({ length: 5001 }, (_, i) => [`f${i}`, new Uint8Array(0)] as const));
    expect(await refusal(() => readZip(many))).toBe("it has more than 5000 entries");
  });

  test("a session nested so deep that whatever recurses over it would fall", async () => {
    const deep = `{"answers":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`;
    expect(await refusal(() => tidy("a", { "session.json": deep }, {}))).toBe(
      "its session is nested more than 32 deep",
    );
    expect(await refusal(() => readBundle(`{"files":{},${deep.slice(1)}`))).toMatch(/nested more than 32/);
  });

  test("keys that mean something to JavaScript are names like others", () => {
    const session = JSON.parse(
      '{"answers":{"constructor":1,"toString":2},"hints":{"constructor":3},"commands":[{"line":"ls","files":"constructor"}]}',
    ) as object;
    const files = { constructor: "x", toString: "y", "session.json": JSON.stringify(session) };
    expect(Object.keys(tidy("a", files, {}).files)).toEqual(["constructor", "toString"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("what is no archive at all", async () => {
    expect(await refusal(() => readZip(bytes("hello")))).toMatch(/no zip/);
    expect(await refusal(() => readTarball(bytes("x".repeat(600))))).toMatch(/no tar/);
    expect(await refusal(() => readBundle("{"))).toBe("it is not JSON");
    expect(await refusal(() => readBundle('{"files": {"a": 3}}'))).toBe("its files cannot be read");
    expect(await refusal(() => readBundle('{"files": {"__proto__x/../../a": ""}}'))).toMatch(/leaves/);
    expect(await refusal(() => readBundle('{"files": {}, "commands": "rm"}'))).toMatch(
      /session cannot be read at "commands"/,
    );
  });

  test("a Dockerfile that is far too long", async () => {
    expect(
      await refusal(() => tidy("a", { Dockerfile: `FROM busybox\n${"RUN true\n".repeat(2001)}` }, {})),
    ).toMatch(/2000 instructions/);
    expect(await refusal(() => tidy("a", { Dockerfile: `# ${"x".repeat(300_000)}` }, {}))).toMatch(/256 KiB/);
  });
});

describe("without a Dockerfile it is told what lies there instead", () => {
  test.each([
    [["lab/src/Dockerfile"], "lab/src/Dockerfile looks like one"],
    [["v1/Dockerfile", "v2/Dockerfile"], "v1/Dockerfile and v2/Dockerfile look like one"],
    [["dockerfile", "Dockerfile.txt"], "dockerfile and Dockerfile.txt look like one"],
    [["web.Dockerfile", ".dockerignore"], "web.Dockerfile looks like one"],
    [["app.py", "lab.rar"], "lab.rar was not opened"],
    [["sub.zip", "notes.docx"], "sub.zip and notes.docx were not opened"],
  ])("%j", (paths, told) => {
    const files = Object.fromEntries(paths.map((path) => [path, "FROM busybox\n"]));
    const { notes } = tidy("s", files, {});
    expect(notes).toHaveLength(1);
    expect(notes?.[0]?.startsWith(told)).toBe(true);
  });

  test("nothing is told of what the lesson itself has, or where there is nothing to tell", () => {
    expect(tidy("s", { "api/Dockerfile": "", "app.py": "" }, { "api/Dockerfile": "" }).notes).toEqual([]);
    expect(tidy("s", { "app.py": "" }, {}).notes).toEqual([]);
  });
});

describe("accepted with a notice", () => {
  test("what a system leaves beside the one folder does not count", () => {
    const { files, notes } = tidy("s", { "lab/Dockerfile": "FROM a\n", ".DS_Store": "", "._lab": "" }, {});
    expect(files).toEqual({ Dockerfile: "FROM a\n" });
    expect(notes).toEqual([
      ".DS_Store was skipped",
      "._lab was skipped",
      "the files were taken out of the one folder around them",
    ]);
  });

  test("UTF-16 is named", () => {
    const { notes } = tidy("s", { Dockerfile: "F\0R\0O\0M\0 \0a\0" }, {});
    expect(notes).toEqual(["Dockerfile is no UTF-8 text; it looks like UTF-16"]);
  });

  test("one folder around it, a misnamed Dockerfile, rubbish, a byte order mark, Windows line ends", () => {
    const submission = tidy(
      "a",
      {
        "work/Dockerfile.txt": "\uFEFFFROM busybox\r\n",
        "work/app.py": "",
        "__MACOSX/._x": "",
        "work/node_modules/x/y.js": "",
      },
      {},
    );
    expect(Object.keys(submission.files).sort()).toEqual(["Dockerfile", "app.py"]);
    expect(submission.notes).toEqual([
      "__MACOSX was skipped",
      "node_modules was skipped",
      "the files were taken out of the one folder around them",
      "Dockerfile.txt was read as Dockerfile",
      "Dockerfile begins with a byte order mark",
      "Dockerfile has Windows line ends",
    ]);
  });

  test("a lesson about .git keeps .git", () => {
    expect(tidy("a", { Dockerfile: "", ".git/HEAD": "ref" }, { ".git/HEAD": "" }).files).toHaveProperty([
      ".git/HEAD",
    ]);
  });

  test("the session is taken out; verdicts that it brings along are dropped", () => {
    const { files, session } = tidy(
      "a",
      { Dockerfile: "", "session.json": '{"format":1,"verdict":"passed","commands":[{"line":"ls"}]}' },
      {},
    );
    expect(Object.keys(files)).toEqual(["Dockerfile"]);
    expect(session).toEqual({ format: 1, commands: [{ line: "ls" }] });
  });
});
