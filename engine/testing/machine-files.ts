import { bringPrograms } from "../bases/programs.ts";
import { emptyDirectory, FileSystem } from "../src/vfs/file-system.ts";
import { Content } from "../src/vfs/content.ts";
import { dirname } from "../src/vfs/path.ts";
import { programs } from "../src/shell/programs/index.ts";

bringPrograms();

const PASSWD = [
  "root:x:0:0:root:/root:/bin/bash",
  "daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin",
  "bin:x:2:2:bin:/bin:/usr/sbin/nologin",
  "sys:x:3:3:sys:/dev:/usr/sbin/nologin",
  "www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin",
  "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin",
  "",
].join("\n");
const GROUP = [
  "root:x:0:",
  "daemon:x:1:",
  "bin:x:2:",
  "sys:x:3:",
  "adm:x:4:",
  "users:x:100:",
  "www-data:x:33:",
  "nogroup:x:65534:",
  "",
].join("\n");

export const START = Date.UTC(2026, 10, 2, 8) / 1000;

/** A small machine: Debian's programs, or busybox with a link for each of its applets, and the files given in /w. */
export function machineFiles(
  dialect: "dash" | "ash",
  files: Readonly<Record<string, string>> = {},
  applets: Iterable<string> = programs.map(({ name }) => name).filter((name) => !/^(?:da|ba)sh$/.test(name)),
): FileSystem {
  const system = new FileSystem(emptyDirectory(START), () => START);
  const folder = (path: string): void => {
    if (path === "/" || system.exists(path)) return;
    folder(dirname(path));
    system.mkdir(path);
  };
  const file = (path: string, content: Content, mode: number): void => {
    folder(dirname(path));
    system.write(path, content, mode);
  };
  for (const path of ["/usr/bin", "/usr/sbin", "/etc", "/root", "/tmp", "/var/log", "/home", "/w"])
    folder(path);
  system.chmod("/tmp", 0o1777);
  system.chmod("/root", 0o700);
  file("/etc/passwd", Content.of(PASSWD), 0o644);
  file("/etc/group", Content.of(GROUP), 0o644);
  if (dialect === "ash") {
    folder("/bin");
    file("/bin/busybox", Content.declared(1_000_000, "busybox", "busybox"), 0o755);
    for (const name of applets) system.symlink("/bin/busybox", `/bin/${name}`);
    // Where scripts look for it.
    system.symlink("/bin/busybox", "/usr/bin/env");
  } else {
    system.symlink("usr/bin", "/bin");
    for (const { name } of programs) file(`/usr/bin/${name}`, Content.declared(50_000, name, name), 0o755);
    for (const name of ["dash", "bash"]) file(`/bin/${name}`, Content.declared(100_000, name, name), 0o755);
    system.unlink("/usr/bin/sh");
    system.symlink("dash", "/bin/sh");
  }
  for (const [path, text] of Object.entries(files)) file(`/w/${path}`, Content.of(text), 0o644);
  return system;
}
