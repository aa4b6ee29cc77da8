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
  [/^user /, ["user-OWN"], "etc"],
  [/^node$/, ["node"], "usr/local/lib/node_modules"],
  [/^yarn$/, ["yarn"], "opt/yarn-v1.22.22"],
  [/^go toolchain$/, ["go"], "usr/local/go"],
  [/^mkdir gopath$/, ["gopath"], "go"],
  [/^mkdir \/data$/, ["data"], "data"],
  [/^WORKDIR/, [], ""],
  [/^nginx packages$/, ["nginx", "user-OWN"], "usr/lib/x86_64-linux-gnu"],
  [/^nginx on Alpine$/, ["nginx", "user-OWN"], "usr/lib"],
  [/^nginx modules$/, [], "usr/lib/nginx/modules"],
  [/^docker-entrypoint\.sh$/, ["entrypoint-nginx"], ""],
  [/^10-/, ["nginx-10"], ""],
  [/^15-/, ["nginx-15"], ""],
  [/^20-/, ["nginx-20"], ""],
  [/^30-/, ["nginx-30"], ""],
  [/^redis \+ modules$/, ["redis"], "usr/local/lib/redis"],
  [/^postgresql packages$/, ["postgres"], "usr/lib/postgresql/18/lib"],
  [/^postgresql on Alpine$/, ["postgres-alpine"], "usr/local/lib/postgresql"],
  [/^gosu$/, ["gosu"], "usr/local/bin"],
  [/^gnupg less$/, ["tools-gnupg"], "usr/lib/x86_64-linux-gnu"],
  [/^nss-wrapper xz zstd$/, ["tools-xz"], "usr/lib/x86_64-linux-gnu"],
  [/^JRE$/, ["jre"], "opt/java/openjdk/lib"],
  [/^JDK$/, ["jre", "jdk"], "opt/java/openjdk/lib"],
  [/^entrypoint/, ["entrypoint-OWN"], "usr/local/bin"],
  [/^COPY hello$/, ["hello"], ""],
  [/^frontend$/, ["frontend"], "bin"],
];

const family = (ref: string, os: Os | null): string[] => {
  if (os?.id === "debian") return ref.includes("distroless") ? [] : [`debian-${os.codename ?? "trixie"}`];
  if (os?.id === "ubuntu") {
    const version = os.version ?? "26.04";
    return [version === "24.04" ? "ubuntu-noble" : "ubuntu", `ubuntu-${version}`, "ubuntu-user"];
  }
  if (os?.id === "alpine") return [os.version?.startsWith("3.20") ? "alpine-3.20" : "alpine-3.24"];
  return ref.startsWith("busybox") ? ["busybox"] : [];
};

const minor = (ref: string): string => /^python:(3\.9|3\.1[234])/.exec(ref)?.[1] ?? "3.12";

/** A layer's listing as this image has it: users and entrypoints are each image's own, users also each system's. */
const own = (name: string, ref: string, os: Os | null): string[] => {
  const [, program = ""] = /(node|nginx|redis|postgres|temurin)/.exec(ref) ?? [];
  if (name === "user-OWN") return [`user-${program}${os?.id === "alpine" ? "-alpine" : ""}`];
  if (name === "entrypoint-OWN") return [`entrypoint-${program}`];
  // On Alpine one RUN makes the user and unpacks node.
  return name === "node" && os?.id === "alpine" ? ["user-node-alpine", name] : [name];
};

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
  if (label === "cpython")
    return { files: [`python-${minor(ref)}`], rest: `usr/local/lib/python${minor(ref)}/lib-dynload` };
  if (/^(ca-certificates|python runtime)/.test(label)) {
    return os?.id === "debian" && index === 1
      ? { files: ["debian-certificates"], rest: "usr/share/zoneinfo" }
      : { files: [], rest: "usr/share/zoneinfo" };
  }
  const known = BY_LABEL.find(([pattern]) => pattern.test(label));
  if (known && index > 0) return { files: known[1].flatMap((name) => own(name, ref, os)), rest: known[2] };
  if (index === 0 && os !== null) {
    const files = family(ref, os);
    return { files, rest: files[0] === "busybox" ? "lib" : library };
  }
  return known ? { files: [...known[1]], rest: known[2] } : { files: [], rest: library };
}
