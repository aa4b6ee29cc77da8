import type { AptSuite } from "./archive.ts";

/** Names that people ask for, and what apt says of them: read with `apt-get -s install` in each suite on 2026-11-21. */
interface NotHeld {
  /** `E: Unable to locate package`. */
  readonly unknown: ReadonlySet<string>;
  /** `has no installation candidate`: the archive mentions them, and may name what replaces them. */
  readonly gone: Readonly<Record<string, string>>;
}

const BOTH =
  "pip3 python3.12 python3.9 docker-compose-plugin mongodb-org openjdk-8-jdk openjdk-11-jdk apk node ifconfig libssl1.1 nodejs-npm musl-libc postgresql-server".split(
    " ",
  );
const GONE = {
  "python-pip": "python3-pip",
  "python-dev": "python-dev-is-python3",
  "python-is-python2": "python-is-python3",
  "python-setuptools": "",
  "docker-ce": "",
  mongodb: "",
  "libpng12-0": "",
  "php7.4": "",
};

export const notHeld: Readonly<Record<AptSuite, NotHeld>> = {
  trixie: {
    unknown: new Set([
      ...BOTH,
      "python3.10",
      "openjdk-17-jdk",
      "yum",
      "libncurses5",
      "software-properties-common",
    ]),
    gone: {
      ...GONE,
      python: "python-is-python3",
      "mysql-server": "mariadb-server",
      "openjdk-17-jre-headless": "openjdk-21-jre openjdk-21-jdk-headless",
      "python3-distutils": "",
      ntp: "openntpd ntpsec",
    },
  },
  noble: {
    unknown: new Set(
      "pip3 python3.11 python3.9 docker-compose-plugin mongodb-org apk node ifconfig libssl1.1 nodejs-npm postgresql-server libpng12-0 libncurses5".split(
        " ",
      ),
    ),
    gone: {
      python: "2to3 python-is-python3",
      "python-is-python2": "python-is-python3",
      "python-pip": "",
      "python-dev": "",
      "python-setuptools": "",
      "docker-ce": "",
      mongodb: "",
      "php7.4": "",
      yum: "",
      "python3-distutils": "",
      awscli: "",
      netcat: "",
    },
  },
  bookworm: {
    unknown: new Set(BOTH),
    gone: { ...GONE, python: "python-is-python3 2to3", "mysql-server": "", yum: "" },
  },
};
