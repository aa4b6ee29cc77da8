interface Os {
  readonly id: string | null;
  readonly codename?: string;
  readonly version?: string;
}

/** A layer of this label holds these listings, and what they do not account for lies in `rest`. First match wins. */
const BY_LABEL: readonly (readonly [label: RegExp, files: readonly string[], rest: string])[] = [
  [/^symlinks?$/, ["python-symlinks"], ""],
  [/^buildpack-deps curl/, ["tools-curl"], "usr/share"],
  [/^curl wget gnupg fontconfig/, ["tools-curl"], "usr/share"],
  [/^buildpack-deps scm/, ["tools-scm"], "usr/lib/x86_64-linux-gnu"],
  [/^buildpack-deps full/, ["tools-build", "tools-libraries"], "usr/lib/x86_64-linux-gnu"],
  [/^gcc g\+\+ make/, ["tools-build"], "usr/lib/x86_64-linux-gnu"],
  [/^user node$/, [], "etc"],
  [/^node$/, ["node"], "usr/local/lib/node_modules"],
  [/^yarn$/, ["yarn"], "opt/yarn-v1.22.22"],
  [/^go toolchain$/, ["go"], "usr/local/go"],
  [/^mkdir gopath$/, ["gopath"], "go"],
  [/^mkdir \/data$/, ["data"], "data"],
  [/^WORKDIR/, [], ""],
  [/^nginx packages$/, ["nginx"], "usr/lib/x86_64-linux-gnu"],
  [/^docker-entrypoint\.sh$/, ["entrypoint-root"], "docker-entrypoint.d"],
  [/^\d\d-/, [], "docker-entrypoint.d"],
  [/^redis \+ modules$/, ["redis"], "usr/local/lib/redis"],
  [/^postgresql packages$/, ["postgres"], "usr/lib/postgresql/18/lib"],
  [/^gosu$/, ["gosu"], "usr/local/bin"],
  [/^gnupg less$/, ["tools-gnupg"], "usr/lib/x86_64-linux-gnu"],
  [/^nss-wrapper xz zstd$/, ["tools-xz"], "usr/lib/x86_64-linux-gnu"],
  [/^JRE$/, ["jre"], "opt/java/openjdk/lib"],
  [/^entrypoint/, ["entrypoint"], "usr/local/bin"],
  [/^COPY hello$/, ["hello"], ""],
];

/** One-layer images: the facts know them only as a whole. */
const WHOLE: readonly (readonly [ref: RegExp, files: readonly string[]])[] = [
  [/^python:.*alpine/, ["python-VERSION", "python-symlinks"]],
  [
    /^python:/,
    ["tools-curl", "tools-scm", "tools-build", "tools-libraries", "python-VERSION", "python-symlinks"],
  ],
  [/^node:\d+$/, ["tools-curl", "tools-scm", "tools-build", "node", "yarn", "entrypoint"]],
  [/^node:/, ["node", "yarn", "entrypoint"]],
  [/^nginx:/, ["nginx", "entrypoint-root"]],
  [/^postgres:/, ["postgres", "gosu", "entrypoint"]],
  [/temurin.*jdk/, ["tools-curl", "jre", "jdk"]],
  [/temurin/, ["jre"]],
];

const family = (ref: string, os: Os | null): string[] => {
  if (os?.id === "debian") return ref.includes("distroless") ? [] : [`debian-${os.codename ?? "trixie"}`];
  if (os?.id === "ubuntu") return ["ubuntu"];
  if (os?.id === "alpine") return [os.version?.startsWith("3.20") ? "alpine-3.20" : "alpine-3.24"];
  return ref.startsWith("busybox") ? ["busybox"] : [];
};

const minor = (ref: string): string => /^python:(3\.9|3\.1[234])/.exec(ref)?.[1] ?? "3.12";

/** Which listings make up a layer, bottom first, and where its unlisted bytes are counted. */
export function layersOf(
  ref: string,
  os: Os | null,
  label: string,
  index: number,
): { files: string[]; rest: string } {
  if (ref.includes("distroless"))
    return { files: [ref.includes("python3") ? "distroless-python" : "distroless"], rest: "usr/lib" };
  const library = os?.id === "alpine" ? "usr/lib" : "usr/lib/x86_64-linux-gnu";
  if (label === "all") {
    const own = WHOLE.find(([pattern]) => pattern.test(ref))?.[1] ?? [];
    return {
      files: [...family(ref, os), ...own.map((name) => name.replace("VERSION", minor(ref)))],
      rest: library,
    };
  }
  if (label === "cpython")
    return { files: [`python-${minor(ref)}`], rest: `usr/local/lib/python${minor(ref)}/lib-dynload` };
  if (/^(ca-certificates|python runtime)/.test(label)) {
    return os?.id === "debian" && index === 1
      ? { files: ["debian-certificates"], rest: "usr/share/zoneinfo" }
      : { files: [], rest: "usr/share/zoneinfo" };
  }
  const known = BY_LABEL.find(([pattern]) => pattern.test(label));
  if (known && index > 0) return { files: [...known[1]], rest: known[2] };
  if (index === 0 && label !== "COPY hello") {
    const files = family(ref, os);
    return { files, rest: files[0] === "busybox" ? "lib" : library };
  }
  return known ? { files: [...known[1]], rest: known[2] } : { files: [], rest: library };
}
