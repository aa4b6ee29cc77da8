/** The loader and the libraries that dynamically linked programs ask for: sizes of the files in libc6, read with dpkg -c on 2026-11-21. */
const GLIBC = {
  trixie:
    "ld-linux-x86-64.so.2*225672 libc.so.6*1995216 libm.so.6:977112 libpthread.so.0:14408 libresolv.so.2:63936",
  bookworm:
    "ld-linux-x86-64.so.2*215000 libc.so.6*1926232 libm.so.6:911904 libpthread.so.0:14480 libresolv.so.2:60328",
  noble:
    "ld-linux-x86-64.so.2*236616 libc.so.6*2125328 libm.so.6:952616 libpthread.so.0:14408 libresolv.so.2:68104",
} as const;

/** What debuerreotype adds to a plain debootstrap tree, so that apt behaves in a container (docker-apt-speedup and others). */
export function debianExtras(suite: "trixie" | "bookworm" | "noble"): {
  directories: Record<string, string>;
  texts: Record<string, string>;
  ubuntu: Record<string, string>;
  bullseye: Record<string, string>;
  /** Files of libc6 that the listing of the rootfs only counts. */
  glibc: string;
} {
  const keyring =
    suite === "trixie"
      ? "/usr/share/keyrings/debian-archive-keyring.pgp"
      : "/usr/share/keyrings/debian-archive-keyring.gpg";
  const source = (uri: string, suites: string): string =>
    `Types: deb\nURIs: ${uri}\nSuites: ${suites}\nComponents: main\nSigned-By: ${keyring}\n`;
  return {
    glibc: GLIBC[suite],
    directories: {
      "etc/apt/apt.conf.d":
        "docker-autoremove-suggests: docker-clean: docker-gzip-indexes: docker-no-languages:",
      "etc/apt/sources.list.d": "debian.sources:",
      "etc/dpkg/dpkg.cfg.d": "docker: docker-apt-speedup:",
      "usr/sbin": "policy-rc.d*255",
      "usr/lib64": "ld-linux-x86-64.so.2>../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2",
      "var/lib/apt/lists": "",
      "var/cache/apt/archives/partial": "/!700",
    },
    texts: {
      "etc/apt/apt.conf.d/docker-autoremove-suggests": 'Apt::AutoRemove::SuggestsImportant "false";\n',
      "etc/apt/apt.conf.d/docker-clean":
        'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };\nAPT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };\nDir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";\n',
      "etc/apt/apt.conf.d/docker-gzip-indexes":
        'Acquire::GzipIndexes "true"; Acquire::CompressionTypes::Order:: "gz";\n',
      "etc/apt/apt.conf.d/docker-no-languages": 'Acquire::Languages "none";\n',
      "etc/apt/sources.list.d/debian.sources": `${source("http://deb.debian.org/debian", `${suite} ${suite}-updates`)}\n${source("http://deb.debian.org/debian-security", `${suite}-security`)}`,
      "etc/dpkg/dpkg.cfg.d/docker": ["doc", "groff", "info", "linda", "lintian/overrides", "locale", "man"]
        .map((path) => `path-exclude /usr/share/${path}/*\n`)
        .join("")
        .concat("path-include /usr/share/doc/*/copyright\n"),
      "etc/dpkg/dpkg.cfg.d/docker-apt-speedup": "force-unsafe-io\n",
    },
    bullseye: {
      "etc/debian_version": "11.11\n",
      "usr/lib/os-release":
        'PRETTY_NAME="Debian GNU/Linux 11 (bullseye)"\nNAME="Debian GNU/Linux"\nVERSION_ID="11"\nVERSION="11 (bullseye)"\nVERSION_CODENAME=bullseye\nID=debian\nHOME_URL="https://www.debian.org/"\nSUPPORT_URL="https://www.debian.org/support"\nBUG_REPORT_URL="https://bugs.debian.org/"\n',
      "etc/apt/sources.list.d/debian.sources": source(
        "http://deb.debian.org/debian",
        "bullseye bullseye-updates",
      ),
    },
    ubuntu: {
      "usr/lib/os-release":
        'PRETTY_NAME="Ubuntu 26.04 LTS"\nNAME="Ubuntu"\nVERSION_ID="26.04"\nVERSION="26.04 LTS (Resolute Raccoon)"\nVERSION_CODENAME=resolute\nID=ubuntu\nID_LIKE=debian\nHOME_URL="https://www.ubuntu.com/"\n',
    },
  };
}
