import type { Healthcheck } from "../../../dockerfile/instruction.ts";
import { goQuote, goQuoteAll } from "../../../dockerfile/go-quote.ts";
import type { HealthcheckConfig } from "../../../oci/image-config.ts";
import { formatDuration } from "../format-duration.ts";
import type { Walker } from "../walk.ts";

export const walkHealthcheck: Walker<Healthcheck> = (
  walk,
  { test, interval, timeout, startPeriod, startInterval, retries },
) => {
  const config: HealthcheckConfig = {
    Test: [...test],
    ...(interval > 0 ? { Interval: interval } : {}),
    ...(timeout > 0 ? { Timeout: timeout } : {}),
    ...(startPeriod > 0 ? { StartPeriod: startPeriod } : {}),
    ...(startInterval > 0 ? { StartInterval: startInterval } : {}),
    ...(retries > 0 ? { Retries: retries } : {}),
  };
  walk.draft.config = { ...walk.draft.config, Healthcheck: config };
  const times = [interval, timeout, startPeriod, startInterval]
    .map((time) => `"${formatDuration(time)}"`)
    .join(" ");
  walk.commit(`HEALTHCHECK &{${goQuoteAll(test)} ${times} ${goQuoteRune(retries)}}`);
  return undefined;
};

/** Go prints the number of retries with `%q`, so as the character with that code. */
function goQuoteRune(code: number): string {
  if (code === 0x27) return "'\\''";
  if (code === 0x22) return "'\"'";
  const valid = code <= 0x10_ffff && (code < 0xd800 || code >= 0xe000);
  return `'${goQuote(String.fromCodePoint(valid ? code : 0xfffd)).slice(1, -1)}'`;
}
