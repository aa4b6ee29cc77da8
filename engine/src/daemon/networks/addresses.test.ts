import fc from "fast-check";
import { expect, test } from "vitest";
import { bases } from "../../../bases/index.ts";
import { Workstation } from "../../host/workstation.ts";
import { isUp } from "../containers/container.ts";
import { addressNumber, contains } from "./subnet.ts";

const network = fc.constantFrom("bridge", "front", "back");
const container = fc.constantFrom("one", "two", "three", "four");
const line = fc.oneof(
  fc
    .tuple(container, network)
    .map(([name, net]) => `docker run -d --name ${name} --network ${net} busybox:1.37 sleep 900`),
  fc
    .tuple(container, fc.integer({ min: 0, max: 5 }))
    .map(
      ([name, n]) => `docker run -d --name ${name} --network back --ip 10.9.0.${n} busybox:1.37 sleep 900`,
    ),
  fc.tuple(container, network).map(([name, net]) => `docker network connect ${net} ${name}`),
  fc.tuple(container, network).map(([name, net]) => `docker network disconnect ${net} ${name}`),
  container.map((name) => `docker stop -t 0 ${name}`),
  container.map((name) => `docker start ${name}`),
  container.map((name) => `docker rm -f ${name}`),
  fc.constant("docker network rm front"),
  fc.constant("docker network create front"),
);

test("nobody who is up shares an address, and each is of its network and not the host's", () => {
  const station = new Workstation({ bases, seed: "addresses" });
  station.run(
    "docker pull -q busybox:1.37; docker network create --subnet 10.9.0.0/29 back; docker network create front",
  );
  const fresh = station.snapshot();
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      station.restore(fresh);
      for (const one of lines) station.run(one);
      const { state } = station.daemon;
      const places = state.containers
        .filter((one) => isUp(one, state.time))
        .flatMap(({ endpoints }) => endpoints);
      const taken = places.map(({ networkId, address }) => `${networkId} ${address}`);
      expect(new Set(taken).size).toBe(taken.length);
      for (const { networkId, address } of places) {
        const home = state.networks.find(({ id }) => id === networkId);
        expect(home?.subnet && contains(home.subnet, addressNumber(address) ?? 0)).toBe(true);
        expect(address).not.toBe(home?.gateway);
      }
    }),
    { numRuns: 60 },
  );
});
