import { isEngineError } from "@drydock/engine";

/** Fetches the part of Drydock that NEEDS_PART named. */
export type LoadPart = (part: string) => Promise<void>;

type Attempt<T> = { readonly value: T } | { readonly missing: string; readonly cause: unknown };

const tried = <T>(attempt: () => T): Attempt<T> => {
  try {
    return { value: attempt() };
  } catch (cause) {
    if (isEngineError(cause, "NEEDS_PART")) return { missing: cause.data.part, cause };
    throw cause;
  }
};

/**
 * What `attempt` gives, made again each time a part that it lacked has come.
 *
 * `attempt` has to leave nothing behind where it throws NEEDS_PART. Anything else that it throws flies on.
 */
export async function withParts<T>(load: LoadPart, attempt: () => T): Promise<T> {
  for (let before: string | undefined; ;) {
    const made = tried(attempt);
    if ("value" in made) return made.value;
    const { missing, cause } = made;
    if (missing === before) throw new Error(`Drydock fetched ${missing}, and still lacks it`, { cause });
    before = missing;
    try {
      await load(missing);
    } catch (why) {
      throw new Error(
        `Drydock could not fetch its part ${missing}: there is no network, or Drydock was renewed since this page was opened; a reload keeps your work`,
        { cause: why },
      );
    }
  }
}
