import type { Network } from "../../shell/process.ts";
import type { NetworkAnswer } from "./outside.ts";

/** Thrown through a program that asks the network at a time of which nobody knows yet what the network is like. */
export class AsksLater extends Error {}

/**
 * The network of a program whose life may be worked out again: what it was told once it is told again, without anybody being
 * asked twice.
 *
 * @param horizon the last moment at which the others are known
 * @param answers what it was told in the life before; what is asked now is added
 */
export function heardNetwork(
  network: Network,
  horizon: number,
  before: readonly NetworkAnswer[],
  answers: NetworkAnswer[],
): Network {
  let known = before.length;
  const ask = <T extends NetworkAnswer["answer"]>(question: string, at: number, real: () => T): T => {
    const one = before[answers.length];
    if (answers.length < known && one?.question === question && one.at === at) {
      answers.push(one);
      return one.answer as T;
    }
    // Something else has happened to it this time: from here on its questions are new.
    known = 0;
    if (at > horizon) throw new AsksLater();
    const answer = real();
    answers.push({ at, question, answer });
    return answer;
  };
  const { locate } = network;
  return {
    ...(network.address !== undefined && { address: network.address }),
    ...(network.subnet && { subnet: network.subnet }),
    ...(locate && {
      locate: (host, at = 0) => ask(`locate ${host}`, at, () => locate.call(network, host, at)),
    }),
    request: (url, method, headers, body, at = 0) =>
      ask([method, url, ...[...headers].flat(), body].join("\n"), at, () =>
        network.request(url, method, headers, body, at),
      ),
  };
}
