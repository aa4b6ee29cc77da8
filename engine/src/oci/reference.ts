/** Which image is meant: registry and repository in full, `docker.io` and `library/busybox` for `busybox`. */
export interface Reference {
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const DOCKER_HUB = "docker.io";
const OFFICIAL = "library/";
const LONGEST = 4096;

/* The grammar of distribution/reference, regexp.go; every pair of neighbours is disjoint, so no text makes it backtrack far. */
const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const domain = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const component = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const path = `${component}(?:/${component})*`;
const tag = "\\w[\\w.-]{0,127}";
const digest = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
const REFERENCE = new RegExp(`^(?:(${domain})/)?(${path})(?::(${tag}))?(?:@(${digest}))?$`);

const DIGEST_LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/**
 * Reads a name as every Docker command does: `busybox`, `pp/app:1.0`, `localhost:5000/a@sha256:…`.
 *
 * The first part is a registry only if it has a `.`, a `:` or an upper-case letter, or is `localhost`. No tag is added.
 * `error` has the words of distribution/reference (normalize.go, reference.go).
 */
export function parseReference(text: string): Reference | { readonly error: string } {
  if (/^[a-f0-9]{64}$/.test(text)) {
    return { error: `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings` };
  }
  const { registry, rest } = splitRegistry(text);
  const colon = rest.indexOf(":");
  const name = colon < 0 ? rest : rest.slice(0, colon);
  if (name !== name.toLowerCase()) {
    return { error: `invalid reference format: repository name (${name}) must be lowercase` };
  }
  const whole = `${registry}/${rest}`;
  const error = referenceProblem(whole);
  const match = error === undefined ? REFERENCE.exec(whole) : null;
  // Without a first group the registry's letters were none that a host may have.
  if (match?.[1] === undefined || match[2] === undefined)
    return { error: error ?? "invalid reference format" };
  return {
    registry: match[1],
    repository: match[2],
    ...(match[3] !== undefined && { tag: match[3] }),
    ...(match[4] !== undefined && { digest: match[4] }),
  };
}

/**
 * What is wrong with a name when nothing is filled in, undefined if it is well formed. `docker build -t Foo` says this
 * (`repository name must be lowercase`), and not the longer words of `parseReference`.
 */
export function referenceProblem(text: string): string | undefined {
  if (text === "") return "repository name must have at least one component";
  if (text.length > LONGEST) return "invalid reference format";
  const match = REFERENCE.exec(text);
  if (!match) {
    return REFERENCE.test(text.toLowerCase())
      ? "repository name must be lowercase"
      : "invalid reference format";
  }
  if ((match[2] ?? "").length > 255) return "repository name must not be more than 255 characters";
  const [algorithm = "", hex = ""] = (match[4] ?? "").split(":");
  if (algorithm === "") return undefined;
  const length = DIGEST_LENGTHS[algorithm];
  if (length === undefined) return "unsupported digest algorithm";
  if (hex.length !== length) return "invalid checksum digest length";
  return /^[a-f0-9]+$/.test(hex) ? undefined : "invalid checksum digest format";
}

function splitRegistry(text: string): { registry: string; rest: string } {
  const slash = text.indexOf("/");
  const first = slash < 0 ? "" : text.slice(0, slash);
  const named = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
  const registry = !named || first === "index.docker.io" ? DOCKER_HUB : first;
  const rest = named ? text.slice(slash + 1) : text;
  return { registry, rest: registry === DOCKER_HUB && !rest.includes("/") ? OFFICIAL + rest : rest };
}

const suffix = ({ tag, digest }: Reference): string =>
  `${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;

/** The repository as people write it: `busybox`, `pp/app`, `ghcr.io/a/b`. What `docker images` lists under REPOSITORY. */
export function familiarRepository({ registry, repository }: Reference): string {
  if (registry !== DOCKER_HUB) return `${registry}/${repository}`;
  const short = repository.startsWith(OFFICIAL) ? repository.slice(OFFICIAL.length) : repository;
  return short.includes("/") ? repository : short;
}

/** As people write it, with the tag and digest that it has: `busybox:1.36`. */
export const familiarName = (reference: Reference): string =>
  familiarRepository(reference) + suffix(reference);

/** `:latest` where neither tag nor digest is given. */
export const withDefaultTag = (reference: Reference): Reference =>
  reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: "latest" } : reference;

/** In full, default tag included: `docker.io/library/busybox:latest`. The name under which images are looked up. */
export const qualifiedName = (reference: Reference): string =>
  `${reference.registry}/${reference.repository}${suffix(withDefaultTag(reference))}`;
