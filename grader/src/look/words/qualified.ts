import { parseReference, qualifiedName } from "@drydock/engine";

/** The full name behind what people write: `busybox` is `docker.io/library/busybox:latest`. What is no reference stays as it is. */
export function qualified(name: string): string {
  const reference = parseReference(name);
  if ("error" in reference) return name;
  return qualifiedName(
    reference.tag === undefined && reference.digest === undefined
      ? { ...reference, tag: "latest" }
      : reference,
  );
}
