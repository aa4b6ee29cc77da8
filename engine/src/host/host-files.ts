import type { Program } from "../shell/process.ts";
import { Content } from "../vfs/content.ts";
import type { Directory } from "../vfs/entry.ts";
import { emptyDirectory, FileSystem } from "../vfs/file-system.ts";
import { placePython } from "./host-python.ts";

/** Programs of an image's world that a workstation has no business with. */
const NOT_HERE = new Set([
  "apk",
  "apt",
  "apt-get",
  "apt-cache",
  "ash",
  "busybox",
  "cargo",
  "cc",
  "dpkg",
  "dpkg-query",
  "gcc",
  "go",
  "gradle",
  "hello",
  "java",
  "javac",
  "mvn",
  "npm",
  "pip",
  "pip3",
  "python",
  "python3",
  "node",
  "adduser",
  "addgroup",
  "useradd",
  "groupadd",
]);

/** Does the workstation have that program of the images' world? */
export const isOnHost = (name: string): boolean => !NOT_HERE.has(name);

const FOLDERS = [
  "/etc",
  "/root",
  "/tmp",
  "/usr",
  "/usr/bin",
  "/usr/sbin",
  "/usr/lib",
  "/var",
  "/var/lib",
  "/home",
];
const TEXTS: Readonly<Record<string, string>> = {
  "/etc/passwd": "root:x:0:0:root:/root:/bin/bash\n",
  "/etc/group": "root:x:0:\n",
  "/etc/hosts": "127.0.0.1\tlocalhost\n",
  "/etc/hostname": "drydock\n",
};

const made = new Map<string, Directory>();

/** The workstation before anybody worked on it: a small Linux with GNU tools and `docker`. Made once for the same programs. */
export function hostFiles(programs: readonly Program[], time: number): Directory {
  const seconds = Math.floor(time / 1000);
  const key = `${programs.length} ${seconds}`;
  const known = made.get(key);
  if (known) return known;
  const files = new FileSystem(emptyDirectory(seconds), () => seconds);
  for (const path of FOLDERS) files.mkdir(path);
  files.chmod("/tmp", 0o1777);
  files.chmod("/root", 0o700);
  for (const [path, text] of Object.entries(TEXTS)) files.write(path, Content.of(text));
  for (const { name } of programs) {
    if (isOnHost(name))
      files.write(`/usr/bin/${name}`, Content.declared(40_000, `host ${name}`, name), 0o755);
  }
  placePython(files);
  files.symlink("usr/bin", "/bin");
  files.symlink("usr/sbin", "/sbin");
  const tree = files.snapshot();
  made.set(key, tree);
  return tree;
}
