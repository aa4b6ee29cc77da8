import { notSimulated } from "../../core/engine-error.ts";

const LATEST = 253_402_300_799;

/**
 * Seconds since 1970 that `--build-arg SOURCE_DATE_EPOCH=` gives to the rows of the history, and to what WORKDIR makes
 * (moby/buildkit, dockerfile2llb/convert.go); undefined where it is not given. Files that RUN and COPY leave keep their
 * times: to rewrite those is the exporter's affair, and Docker's own exporter cannot.
 *
 * @throws {EngineError} NOT_SIMULATED for a value that is no whole number of seconds up to the year 9999
 */
export function sourceDateEpoch(buildArgs: ReadonlyMap<string, string>): number | undefined {
  const text = buildArgs.get("SOURCE_DATE_EPOCH") ?? "";
  if (text === "") return undefined;
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : LATEST + 1;
  if (seconds <= LATEST) return seconds;
  throw notSimulated(
    `SOURCE_DATE_EPOCH=${text}`,
    "The real one would take a whole number of seconds or refuse it.",
  );
}
