import type { Process } from "../../process.ts";
import { canonicalName } from "../python/requirement.ts";

/** Tries after the first (`--retries`), and how long they take together with what looking up takes (urllib3, Retry.backoff_factor 0.25). */
const RETRIES = 5;
const MILLISECONDS = 9_500;
/** Where Python's objects lie without address space layout randomization; elsewhere no two runs agree. */
const FIRST_OBJECT = 0x7ffff5a1c290;
const APART = 0xb40;

/** What pip says before it gives up on an index whose name nobody resolves: recorded with pip 23.2 in an empty network namespace. */
export function tellUnreachable(process: Process, name: string, retries: string | undefined): void {
  const most = retries === undefined ? RETRIES : Number(retries);
  for (let left = most - 1; left >= 0; left--) {
    process.kernel.spend(1);
    const object = (FIRST_OBJECT + (most - left) * APART).toString(16);
    process.stderr.write(
      `WARNING: Retrying (Retry(total=${left}, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x${object}>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/${canonicalName(name)}/\n`,
    );
  }
  process.kernel.elapse(MILLISECONDS);
}
