import type { LayerFiles } from "../../engine/src/daemon/bases/layer-files.ts";
import { passwd, words } from "./rows.ts";

const applets = (text = ""): string =>
  words(text)
    .map((name) => `${name}>/bin/busybox`)
    .join(" ");
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

/** Alpine's minirootfs by its package list: links of applets, users, the apk database. */
export function alpineListings(alpine: Readonly<Record<string, string>>): LayerFiles[] {
  const seconds = (date: string): number => Date.parse(date) / 1000;
  const made: LayerFiles[] = [];
  for (const version of ["3.24.2", "3.20.3"]) {
    made.push({
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
  return made;
}
