import { catalogueParts } from "../catalogue-parts.ts";

/** One package of Alpine. Neither its version nor its dependencies are known: no mirror was at hand. */
export interface ApkOffer {
  readonly name: string;
  /** Bytes of it with all it needs: an estimate. */
  readonly bytes: number;
  readonly programs: readonly string[];
}

/** Executables by package, from the packages' own documentation. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  bash: ["/bin/bash"],
  curl: ["/usr/bin/curl"],
  git: ["/usr/bin/git"],
  gcc: ["/usr/bin/gcc", "/usr/bin/cc", "/usr/bin/cpp", "/usr/bin/ld", "/usr/bin/as", "/usr/bin/ar"],
  "build-base": [
    "/usr/bin/gcc",
    "/usr/bin/cc",
    "/usr/bin/g++",
    "/usr/bin/make",
    "/usr/bin/ld",
    "/usr/bin/as",
    "/usr/bin/ar",
  ],
  python3: ["/usr/bin/python3"],
  "py3-pip": ["/usr/bin/pip", "/usr/bin/pip3", "/usr/bin/python3"],
  nodejs: ["/usr/bin/node"],
  npm: ["/usr/bin/npm", "/usr/bin/npx", "/usr/bin/node"],
  "ca-certificates": ["/usr/sbin/update-ca-certificates"],
  tini: ["/sbin/tini"],
};

export function findApk(name: string): ApkOffer | undefined {
  const bytes = catalogueParts.apk.data.estimates[name];
  return bytes === undefined ? undefined : { name, bytes, programs: PROGRAMS[name] ?? [] };
}
