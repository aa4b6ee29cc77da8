/**
 * Makes engine/bases/images, engine/bases/layers and engine/bases/index.ts from the facts beside it.
 *
 *   node scripts/bases/make.ts
 *
 * facts/images.json     configs, histories, blob digests and sizes, each with its source
 * facts/rootfs-*.json   read-rootfs.ts on a debootstrap tree
 * facts/python-*.json   read-python.ts on a CPython prefix
 * facts/by-hand.json    what no machine at hand could read
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { LayerFiles } from "../../engine/src/daemon/layer-files.ts";
import { debianExtras } from "./debian-extras.ts";
import { layersOf } from "./layers-of.ts";

interface Fact {
  ref: string;
  tags: string[];
  os: { id: string | null; version?: string; codename?: string; pretty?: string } | null;
  config: Record<string, unknown>;
  history: { createdBy: string; layer: number | null }[];
  layers: {
    label: string;
    compressedBytes: number;
    compressedApprox?: boolean;
    digest?: string;
    unpackedBytes: number;
    unpackedApprox: boolean;
  }[];
  asOf: string;
  indexDigest?: string;
  configDigest?: string;
}
interface Rootfs {
  source: string;
  directories: Record<string, string>;
  texts: Record<string, string>;
  packages: string[];
}

const here = (path: string): string => new URL(path, import.meta.url).pathname;
const fact = <T>(name: string): T => JSON.parse(readFileSync(here(`facts/${name}.json`), "utf8")) as T;
const bases = here("../../engine/bases");
const write = (path: string, value: unknown): void => writeFileSync(`${bases}/${path}`, `${JSON.stringify(value)}\n`);
const seconds = (date: string): number => Date.parse(date) / 1000;

const { images } = fact<{ images: Fact[] }>("images");
const hand = fact<{ alpine: Record<string, string> }>("by-hand");
const listings = new Map<string, LayerFiles>();
const add = (listing: LayerFiles): void => void listings.set(listing.name, listing);

for (const suite of ["trixie", "bookworm"] as const) {
  const { source, directories, texts, packages } = fact<Rootfs>(`rootfs-${suite}`);
  const extras = debianExtras(suite);
  const status = (directories["var/lib/dpkg"] ?? "").split(" ").filter((token) => !token.startsWith("status:"));
  const merged = { ...directories, "var/lib/dpkg": status.join(" ") };
  for (const [path, tokens] of Object.entries(extras.directories)) {
    merged[path] = [merged[path], tokens].filter(Boolean).join(" ");
  }
  // mawk and which stand behind links of update-alternatives; their programs are named as people call them.
  merged["usr/bin"] = (merged["usr/bin"] ?? "")
    .replace(/\bmawk\*(\d+)/, "mawk*$1=awk")
    .replace(/which\.debianutils\*(\d+)/, "which.debianutils*$1=which");
  add({
    name: `debian-${suite}`,
    source,
    mtime: seconds("2026-07-15"),
    directories: merged,
    texts: { ...texts, ...extras.texts },
    packages,
  });
  if (suite === "bookworm") {
    add({
      name: "debian-bullseye",
      source: "names of programs as in Debian bookworm, an estimate: bullseye was not read",
      mtime: seconds("2025-10-01"),
      directories: merged,
      texts: { ...texts, ...extras.bullseye },
    });
  } else {
    add({
      name: "ubuntu",
      source: "names of programs as in Debian trixie, an estimate: no Ubuntu archive was at hand",
      mtime: seconds("2026-07-24"),
      directories: merged,
      texts: { ...texts, ...extras.ubuntu },
    });
  }
}

for (const version of ["3.9", "3.12", "3.13", "3.14"]) {
  const measured = version === "3.14" ? "3.13" : version === "3.9" ? "3.12" : version;
  const { source, directories } = fact<{ source: string; directories: Record<string, string> }>(`python-${measured}`);
  const renamed = JSON.parse(JSON.stringify(directories).replaceAll(measured, version)) as Record<string, string>;
  // The measured prefix is not stripped: its shared objects would weigh 60 MB. They are left to the rest of the layer.
  renamed[`usr/local/lib/python${version}/lib-dynload`] = "+76,0";
  renamed["usr/local/lib"] = (renamed["usr/local/lib"] ?? "").replace(/1\.0:\d+/, "1.0:6100000");
  const site = `usr/local/lib/python${version}/site-packages`;
  const pip = "25.3";
  renamed[`${site}/pip-${pip}.dist-info`] = "INSTALLER: METADATA: RECORD:0 WHEEL:82 entry_points.txt:84 REQUESTED:0";
  add({
    name: `python-${version}`,
    source: `${source}; sizes of shared objects and the version of pip are estimates`,
    mtime: seconds("2026-08-05"),
    directories: renamed,
    texts: {
      [`${site}/pip-${pip}.dist-info/INSTALLER`]: "pip\n",
      [`${site}/pip-${pip}.dist-info/METADATA`]: `Metadata-Version: 2.4\nName: pip\nVersion: ${pip}\nSummary: The PyPA recommended tool for installing Python packages.\nHome-page: https://pip.pypa.io/\nLicense-Expression: MIT\nRequires-Python: >=3.9\n`,
    },
  });
}

const words = (text = ""): string[] => text.split(" ").filter(Boolean);
const applets = (text = ""): string => words(text).map((name) => `${name}>/bin/busybox`).join(" ");
const { alpine } = hand;
const passwd = (rows: string): string => `${rows.split(" ").join("\n")}\n`;
const alpineTexts = (version: string): Record<string, string> => ({
  "etc/alpine-release": `${version}\n`,
  "etc/os-release": `NAME="Alpine Linux"\nID=alpine\nVERSION_ID=${version}\nPRETTY_NAME="Alpine Linux v${version.replace(/\.\d+$/, "")}"\nHOME_URL="https://alpinelinux.org/"\nBUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"\n`,
  "etc/apk/repositories": ["main", "community"]
    .map((part) => `https://dl-cdn.alpinelinux.org/alpine/v${version.replace(/\.\d+$/, "")}/${part}\n`)
    .join(""),
  "etc/apk/arch": "x86_64\n",
  "etc/apk/world": "alpine-baselayout\nalpine-keys\nalpine-release\napk-tools\nbusybox\nmusl-utils\n",
  "etc/passwd": passwd(
    "root:x:0:0:root:/root:/bin/sh bin:x:1:1:bin:/bin:/sbin/nologin daemon:x:2:2:daemon:/sbin:/sbin/nologin lp:x:4:7:lp:/var/spool/lpd:/sbin/nologin sync:x:5:0:sync:/sbin:/bin/sync shutdown:x:6:0:shutdown:/sbin:/sbin/shutdown halt:x:7:0:halt:/sbin:/sbin/halt mail:x:8:12:mail:/var/mail:/sbin/nologin news:x:9:13:news:/usr/lib/news:/sbin/nologin uucp:x:10:14:uucp:/var/spool/uucppublic:/sbin/nologin cron:x:16:16:cron:/var/spool/cron:/sbin/nologin ftp:x:21:21::/var/lib/ftp:/sbin/nologin sshd:x:22:22:sshd:/dev/null:/sbin/nologin games:x:35:35:games:/usr/games:/sbin/nologin ntp:x:123:123:NTP:/var/empty:/sbin/nologin guest:x:405:100:guest:/dev/null:/sbin/nologin nobody:x:65534:65534:nobody:/:/sbin/nologin",
  ),
  "etc/group": passwd(
    "root:x:0:root bin:x:1:root,bin,daemon daemon:x:2:root,bin,daemon sys:x:3:root,bin adm:x:4:root,daemon tty:x:5: disk:x:6:root lp:x:7:lp kmem:x:9: wheel:x:10:root floppy:x:11:root mail:x:12:mail news:x:13:news uucp:x:14:uucp cron:x:16:cron audio:x:18: cdrom:x:19: dialout:x:20:root ftp:x:21: sshd:x:22: input:x:23: tape:x:26:root video:x:27:root netdev:x:28: kvm:x:34:kvm games:x:35: shadow:x:42: www-data:x:82: users:x:100:games ntp:x:123: abuild:x:300: utmp:x:406: ping:x:999: nogroup:x:65533: nobody:x:65534:",
  ),
  "etc/shadow": passwd(
    "root:*::0::::: bin:!::0::::: daemon:!::0::::: lp:!::0::::: sync:!::0::::: shutdown:!::0::::: halt:!::0::::: mail:!::0::::: news:!::0::::: uucp:!::0::::: cron:!::0::::: ftp:!::0::::: sshd:!::0::::: games:!::0::::: ntp:!::0::::: guest:!::0::::: nobody:!::0:::::",
  ),
  "etc/shells": "# valid login shells\n/bin/sh\n/bin/ash\n",
  "etc/hosts": "127.0.0.1\tlocalhost localhost.localdomain\n::1\t\tlocalhost localhost.localdomain\n",
  "etc/issue": `Welcome to Alpine Linux ${version.replace(/\.\d+$/, "")}\nKernel \\r on \\m (\\l)\n\n`,
  "etc/nsswitch.conf": "hosts: files dns\n",
});
for (const version of ["3.24.2", "3.20.3"]) {
  add({
    name: `alpine-${version.replace(/\.\d+$/, "")}`,
    source: alpine["source"] ?? "",
    mtime: seconds("2026-08-05"),
    directories: {
      bin: `busybox*808712 bbsuid*14360!4111 ${applets(alpine["bin"])}`,
      sbin: `apk*74912 ldconfig*393 ${applets(alpine["sbin"])}`,
      "usr/bin": `getconf*31408 getent*49016 iconv*22600 ldd*52=ldd ssl_client*14232 scanelf*79984 ${applets(alpine["usr/bin"])}`,
      "usr/sbin": applets(alpine["usr/sbin"]),
      etc: "alpine-release: group: hostname:10 hosts: inittab:570 issue: modules:15 motd:284 mtab>../proc/mounts nsswitch.conf: os-release: passwd: profile:547 protocols:3144 services:12813 shadow:!640@0:42 shells: sysctl.conf:53",
      "etc/apk": "arch: repositories: world:",
      "etc/apk/keys": "+5,4000",
      "etc/ssl/certs": "ca-certificates.crt:214906",
      "etc/ssl": "cert.pem>certs/ca-certificates.crt",
      "etc/profile.d": "20locale.sh:61 README:295 color_prompt.sh.disabled:651",
      "etc/crontabs": "root:283!600",
      "etc/network": "",
      lib: "ld-musl-x86_64.so.1:662944!755 libc.musl-x86_64.so.1>ld-musl-x86_64.so.1",
      "lib/apk/db": "lock:0!600",
      "lib/apk/exec": "",
      "usr/lib": "",
      "usr/share/apk/keys": "+9,7200",
      "usr/local/bin": "",
      "usr/local/lib": "",
      "usr/local/share": "",
      home: "",
      media: "",
      mnt: "",
      opt: "",
      proc: "",
      root: "/!700",
      run: "",
      srv: "",
      sys: "",
      dev: "",
      tmp: "/!1777",
      "var/cache/apk": "",
      "var/empty": "/!555",
      "var/lib/apk": "",
      "var/log": "",
      "var/mail": "",
      "var/spool/cron": "crontabs>../../../etc/crontabs",
      "var/tmp": "/!1777",
      var: "lock>../run/lock run>../run",
    },
    texts: alpineTexts(version),
    apk: [
      "alpine-baselayout|3.7.0-r0|311296|Alpine base dir structure and init scripts",
      "alpine-keys|2.5-r0|167936|Public keys for Alpine Linux packages",
      `alpine-release|${version}-r0|0|Alpine release data`,
      "apk-tools|2.14.9-r0|307200|Alpine Package Keeper - package manager for alpine",
      "busybox|1.37.0-r18|913408|Size optimized toolbox of many common UNIX utilities",
      "busybox-binsh|1.37.0-r18|0|busybox ash /bin/sh",
      "ca-certificates-bundle|20250911-r0|241664|Pre generated bundle of Mozilla certificates",
      "libcrypto3|3.5.0-r0|4784128|Crypto library from openssl",
      "libssl3|3.5.0-r0|811008|SSL shared libraries",
      "musl|1.2.5-r10|679936|the musl c library (libc) implementation",
      "musl-utils|1.2.5-r10|131072|the musl c library (libc) implementation",
      "scanelf|1.3.8-r1|81920|Scan ELF binaries for stuff",
      "ssl_client|1.37.0-r18|28672|External ssl_client for busybox wget",
      "zlib|1.3.1-r2|118784|A compression/decompression Library",
    ],
  });
}

const debianApplets = execFileSync("busybox", ["--list"], { encoding: "utf8" }).split("\n").filter(Boolean);
const allApplets = new Set(
  [...debianApplets, ...["bin", "sbin", "usr/bin", "usr/sbin"].flatMap((path) => words(alpine[path]))].filter(
    (name) => !/^(bbconfig|add-shell|remove-shell|reformime|makemime|busybox)$/.test(name),
  ),
);
add({
  name: "busybox",
  source: "applet names: `busybox --list` of Debian and Alpine together; the image has about 400",
  mtime: seconds("2026-05-13"),
  directories: {
    bin: `busybox*1100000 ${[...allApplets].sort().map((name) => `${name}~/bin/busybox`).join(" ")}`,
    dev: "",
    etc: "group: localtime:114 passwd: shadow:!640 nsswitch.conf:",
    "etc/network": "+0,0",
    home: "/@65534:65534",
    root: "/!700",
    tmp: "/!1777",
    "usr/bin": "env>../../bin/env",
    "usr/sbin": "",
    "var/spool/mail": "/@8:8",
    "var/www": "/@33:33",
  },
  texts: {
    "etc/passwd": passwd(
      "root:x:0:0:root:/root:/bin/sh daemon:x:1:1:daemon:/usr/sbin:/bin/false bin:x:2:2:bin:/bin:/bin/false sys:x:3:3:sys:/dev:/bin/false sync:x:4:100:sync:/bin:/bin/sync mail:x:8:8:mail:/var/spool/mail:/bin/false www-data:x:33:33:www-data:/var/www:/bin/false operator:x:37:37:Operator:/var:/bin/false nobody:x:65534:65534:nobody:/home:/bin/false",
    ),
    "etc/group": passwd(
      "root:x:0: daemon:x:1: bin:x:2: sys:x:3: adm:x:4: tty:x:5: disk:x:6: lp:x:7: mail:x:8: kmem:x:9: wheel:x:10:root cdrom:x:11: dialout:x:18: floppy:x:19: video:x:28: audio:x:29: tape:x:32: www-data:x:33: operator:x:37: utmp:x:43: plugdev:x:46: staff:x:50: lock:x:54: netdev:x:82: users:x:100: nobody:x:65534:",
    ),
    "etc/shadow": passwd(
      "root:*::::::: daemon:*::::::: bin:*::::::: sys:*::::::: sync:*::::::: mail:*::::::: www-data:*::::::: operator:*::::::: nobody:*:::::::",
    ),
    "etc/nsswitch.conf": "passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n",
  },
});

for (const [name, { source, directories, texts }] of Object.entries(
  fact<Record<string, { source: string; directories: Record<string, string>; texts?: Record<string, string> }>>("overlays"),
)) {
  add({ name, source, mtime: seconds("2026-08-05"), directories, ...(texts ? { texts } : {}) });
}

rmSync(`${bases}/images`, { recursive: true, force: true });
rmSync(`${bases}/layers`, { recursive: true, force: true });
mkdirSync(`${bases}/images`);
mkdirSync(`${bases}/layers`);

const keyed = (names: unknown): Record<string, Record<string, never>> | undefined =>
  Array.isArray(names) && names.length > 0 ? Object.fromEntries(names.map((name: string) => [name, {}])) : undefined;
const taken = new Set<string>();
const files: string[] = [];
const used = new Set<string>();

for (const it of images) {
  if (it.layers.length === 0) continue;
  const repository = it.ref.includes(":") ? it.ref.slice(0, it.ref.lastIndexOf(":")) : it.ref;
  const named = it.ref.includes(":") ? [it.ref] : [];
  // The variants of distroless have configs of their own, which the facts do not have.
  const tags = it.ref.includes("distroless") ? ["latest"] : it.tags;
  const tagged = tags.map((tag) => `${repository}:${tag.split(" ")[0]}`);
  const references = [...new Set([...named, ...tagged])].filter((name) => !taken.has(name));
  for (const name of references) taken.add(name);
  const { Env, Cmd, Entrypoint, User, WorkingDir, ExposedPorts, Volumes, StopSignal, Labels } = it.config;
  const config = {
    ...(User ? { User } : {}),
    ...(keyed(ExposedPorts) ? { ExposedPorts: keyed(ExposedPorts) } : {}),
    Env,
    ...(Array.isArray(Entrypoint) && Entrypoint.length > 0 ? { Entrypoint } : {}),
    ...(Cmd ? { Cmd } : {}),
    ...(keyed(Volumes) ? { Volumes: keyed(Volumes) } : {}),
    ...(WorkingDir ? { WorkingDir } : {}),
    ...(Labels ? { Labels } : {}),
    ...(StopSignal ? { StopSignal } : {}),
  };
  const layers = it.layers.map((layer, index) => {
    const { files: names, rest } = layersOf(it.ref, it.os, layer.label, index);
    for (const name of names) used.add(name);
    return {
      label: layer.label,
      size: layer.unpackedBytes,
      ...(layer.unpackedApprox ? { estimate: true } : {}),
      ...(layer.digest ? { blob: { digest: layer.digest, size: layer.compressedBytes } } : {}),
      files: names,
      rest,
    };
  });
  const history = it.history.map(({ createdBy, layer }) => ({ by: createdBy, ...(layer === null ? { empty: true } : {}) }));
  const name = it.ref.replace(/^.*\/(?=[^/]*\/)/, "").replaceAll(/[/:]/g, "-");
  const created = `${/^\d{4}$/.test(it.asOf) ? `${it.asOf}-01-01` : /^\d{4}-\d\d$/.test(it.asOf) ? `${it.asOf}-01` : it.asOf}T00:00:00Z`;
  write(`images/${name}.json`, { references, created, id: it.configDigest, index: it.indexDigest, config, history, layers });
  files.push(name);
}
for (const name of used) {
  const listing = listings.get(name);
  if (!listing) throw new Error(`no listing ${name}`);
  write(`layers/${name}.json`, listing);
}

const identifier = (name: string): string => name.replaceAll(/[^a-z0-9]+(.)?/g, (_, next: string) => (next ?? "").toUpperCase());
const head = "// Made by scripts/bases/make.ts; do not edit.\n";
const imports = (folder: string, names: readonly string[], suffix: string): string =>
  names.map((name) => `import ${identifier(name)}${suffix} from "./${folder}/${name}.json" with { type: "json" };\n`).join("");
const layerNames = [...used].sort();
writeFileSync(
  `${bases}/index.ts`,
  `${head}import type { BaseImageData } from "../src/daemon/base-image.ts";
import { type BaseImageFile, joinBase } from "../src/daemon/join-base.ts";
import type { LayerFiles } from "../src/daemon/layer-files.ts";
${imports("images", files, "Image")}${imports("layers", layerNames, "Files")}
const layers: ReadonlyMap<string, LayerFiles> = new Map<string, LayerFiles>([
${layerNames.map((name) => `  ["${name}", ${identifier(name)}Files],\n`).join("")}]);

/** Every base image, for Node and tests. A page loads them one by one: \`load.ts\`. */
export const bases: readonly BaseImageData[] = ([
${files.map((name) => `  ${identifier(name)}Image,\n`).join("")}] satisfies BaseImageFile[]).map((file) => joinBase(file, layers));
`,
);
writeFileSync(
  `${bases}/load.ts`,
  `${head}import { type BaseImageData } from "../src/daemon/base-image.ts";
import { type BaseImageFile, joinBase } from "../src/daemon/join-base.ts";
import type { LayerFiles } from "../src/daemon/layer-files.ts";

type Loader<T> = () => Promise<{ readonly default: T }>;

const images: Readonly<Record<string, Loader<BaseImageFile>>> = {
${files.map((name) => `  "${name}": () => import("./images/${name}.json", { with: { type: "json" } }),\n`).join("")}};
const layers: Readonly<Record<string, Loader<LayerFiles>>> = {
${layerNames.map((name) => `  "${name}": () => import("./layers/${name}.json", { with: { type: "json" } }),\n`).join("")}};

/** Names for \`loadBase\`: \`python-3.13-slim\`. */
export const baseNames: readonly string[] = Object.keys(images);

/** Fetches one base image and the listings it stands on. A listing that two images share is fetched once. */
export async function loadBase(name: string): Promise<BaseImageData | undefined> {
  const image = await images[name]?.();
  if (!image) return undefined;
  const needed = new Set(image.default.layers.flatMap(({ files }) => files));
  const found = await Promise.all(
    [...needed].map(async (file): Promise<[string, LayerFiles] | undefined> => {
      const listing = await layers[file]?.();
      return listing && [file, listing.default];
    }),
  );
  return joinBase(image.default, new Map(found.filter((it) => it !== undefined)));
}
`,
);
