import type { AptSession } from "./apt-session.ts";

/** Something that apt would fetch: `http://deb.debian.org/debian trixie InRelease`, and the address that it asks for. */
interface Wanted {
  readonly words: string;
  readonly url: string;
}

/** apt tries three times more, after one, two and four seconds (Acquire::Retries, apt.conf(5)); with what looking up takes. */
const TRIES = 3;
const OFFLINE_MILLISECONDS = 7_200;

/**
 * What apt says where no name server answers, recorded in a network namespace with nothing in it (apt 2.6.1 and 3.0.3): each try, the
 * failures, and on standard error what could not be fetched. apt 3 takes every second round backwards.
 *
 * @param readsAgain the lists are read before the complaints: after an update
 * @param sign `W` where apt goes on with what it has, `E` where it cannot
 */
export function tellUnreachable(
  session: AptSession,
  wanted: readonly Wanted[],
  sign: "W" | "E",
  readsAgain: boolean,
): void {
  const { process, say, catalogue, modern } = session;
  const reason = ({ url }: Wanted): string =>
    `Temporary failure resolving '${/\/\/([^/]+)/.exec(url)?.[1] ?? ""}'`;
  const numbered = wanted.map((it, at) => ({ ...it, words: `${at + 1} ${it.words}` }));
  for (let round = 0; round <= TRIES; round++) {
    const order = catalogue.archive.apt === 3 && round % 2 === 1 ? numbered.toReversed() : numbered;
    for (const it of order) say(round < TRIES ? `Ign:${it.words}` : `Err:${it.words}\n  ${reason(it)}`);
  }
  process.kernel.elapse(OFFLINE_MILLISECONDS);
  const shown = modern ? { W: "Warning", E: "Error" }[sign] : sign;
  if (readsAgain) say("Reading package lists...");
  for (const it of wanted) process.stderr.write(`${shown}: Failed to fetch ${it.url}  ${reason(it)}\n`);
}
