import { expect, test } from "vitest";
import { machineFiles } from "../../../testing/machine-files.ts";
import { execute } from "../execute.ts";
import type { Inhabitant, Network } from "../process.ts";

function run(
  dialect: "dash" | "ash",
  script: string,
  address?: string | null,
  inhabitants: readonly Inhabitant[] = [],
): string {
  let said = "";
  const network: Network = { address, request: () => undefined };
  execute({
    argv: ["/bin/sh", "-c", script],
    env: [],
    directory: "/",
    user: "",
    files: machineFiles(dialect),
    clock: { now: () => 0, elapse: () => undefined },
    onOutput: (_, text) => void (said += text),
    network,
    inhabitants,
  });
  return said;
}

test("without a network only the loopback is there", () => {
  expect(run("ash", "ip a | grep -c inet; ip route; ip link show eth0", null)).toBe(
    "2\nip: can't find device 'eth0'\n",
  );
});

test("on the bridge the route leads to Docker's gateway", () => {
  expect(run("dash", "ip route; hostname -I", "172.17.0.2")).toBe(
    "default via 172.17.0.1 dev eth0 \n172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2 \n172.17.0.2 \n",
  );
});

test("numbers that the machine gives out are not made up", () => {
  expect(() => run("dash", "ip address", "172.17.0.2")).toThrow("eth0");
  expect(() => run("dash", "ip address")).toThrow("network interfaces");
});

test("ps lists the container's own program beside what was started in it", () => {
  const credentials = { uid: 33, gid: 33, groups: [33] };
  const first = { pid: 1, argv: ["nginx", "-g", "daemon off;"], credentials };
  expect(run("ash", "ps; true", null, [first])).toMatch(
    /^PID   USER     TIME {2}COMMAND\n {4}1 www-data {2}0:00 nginx -g daemon off;\n(?: +\d+ root {6}0:00 .*\n){2}$/,
  );
});
