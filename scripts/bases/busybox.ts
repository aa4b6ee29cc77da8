import { execFileSync } from "node:child_process";
import type { LayerFiles } from "../../engine/src/daemon/bases/layer-files.ts";
import { passwd, words } from "./rows.ts";

/** The busybox image: one file with many names in /bin. Needs `busybox` on the machine for its list of applets. */
export function busyboxListing(alpine: Readonly<Record<string, string>>): LayerFiles {
  const seconds = (date: string): number => Date.parse(date) / 1000;
  const debianApplets = execFileSync("busybox", ["--list"], { encoding: "utf8" }).split("\n").filter(Boolean);
  const allApplets = new Set(
    [
      ...debianApplets,
      ...["bin", "sbin", "usr/bin", "usr/sbin"].flatMap((path) => words(alpine[path])),
    ].filter((name) => !/^(bbconfig|add-shell|remove-shell|reformime|makemime|busybox)$/.test(name)),
  );
  return {
    name: "busybox",
    source: "applet names: `busybox --list` of Debian and Alpine together; the image has about 400",
    mtime: seconds("2026-05-13"),
    directories: {
      bin: `busybox*1100000 ${[...allApplets]
        .sort()
        .map((name) => `${name}~/bin/busybox`)
        .join(" ")}`,
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
  };
}
