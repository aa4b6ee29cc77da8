import { expect, test } from "vitest";
import { listPorts, splitPort } from "./ports.ts";

const ports = (word: string): readonly string[] | string => {
  const parts = splitPort(word);
  return typeof parts === "string" ? parts : listPorts(parts);
};

test.each<[word: string, ports: string[]]>([
  ["80", ["80/tcp"]],
  ["80/UDP", ["80/udp"]],
  ["80/", ["80/tcp"]],
  ["+080/sctp", ["80/sctp"]],
  ["65535", ["65535/tcp"]],
  ["80-82", ["80/tcp", "81/tcp", "82/tcp"]],
  ["8080:80", ["80/tcp"]],
  ["9000-9001:80-81", ["80/tcp", "81/tcp"]],
  ["9000-9005:80", ["80/tcp"]],
  ["127.0.0.1:8080:80", ["80/tcp"]],
  ["255.0.10.1::80", ["80/tcp"]],
  ["[::1]:8080:80", ["80/tcp"]],
  ["::1:8080:80", ["80/tcp"]],
  ["[1:2:3:4:5:6:7:8]::80", ["80/tcp"]],
  ["[1:2:3:4:5:6:7::]::80", ["80/tcp"]],
  ["[::ffff:1.2.3.4]::80", ["80/tcp"]],
  ["[1:2:3:4:5:6:1.2.3.4]::80", ["80/tcp"]],
])("EXPOSE %s", (word, wanted) => {
  expect(ports(word)).toEqual(wanted);
});

test.each<[word: string, error: string]>([
  ["", 'invalid port: "": no port specified'],
  ["80:", 'invalid port: "80:": no port specified'],
  ["80/icmp", 'invalid port: "80/icmp": invalid proto: icmp'],
  ["65536", "invalid containerPort: 65536"],
  ["8x", "invalid containerPort: 8x"],
  ["x8", "invalid containerPort: x8"],
  ["82-80", "invalid containerPort: 82-80"],
  ["80-", "invalid containerPort: 80-"],
  ["-80", "invalid containerPort: -80"],
  ["x:80", "invalid hostPort: x"],
  ["9000-9001:80-82", "invalid ranges specified for container and host Ports: 80-82 and 9000-9001"],
  ["1.2.3:1:80", "invalid IP address: 1.2.3"],
  ["1.2.3.4.5:1:80", "invalid IP address: 1.2.3.4.5"],
  ["1.2.3.04:1:80", "invalid IP address: 1.2.3.04"],
  ["1.2.3.256:1:80", "invalid IP address: 1.2.3.256"],
  ["1.2.3.x:1:80", "invalid IP address: 1.2.3.x"],
  ["x1.2.3.4:1:80", "invalid IP address: x1.2.3.4"],
  ["[1::2::3]:1:80", "invalid IP address: 1::2::3"],
  ["[1:2:3:4:5:6:7]:1:80", "invalid IP address: 1:2:3:4:5:6:7"],
  ["[1:2:3:4:5:6:7:8:9]:1:80", "invalid IP address: 1:2:3:4:5:6:7:8:9"],
  ["[1:2:3:4:5:6:7:8::]:1:80", "invalid IP address: 1:2:3:4:5:6:7:8::"],
  ["[::12345]:1:80", "invalid IP address: ::12345"],
  ["[::g]:1:80", "invalid IP address: ::g"],
  ["[::g1]:1:80", "invalid IP address: ::g1"],
  ["[::1.2.3]:1:80", "invalid IP address: ::1.2.3"],
  ["[1:2:3:4:5:6:7:1.2.3.4]:1:80", "invalid IP address: 1:2:3:4:5:6:7:1.2.3.4"],
])("EXPOSE %s is refused", (word, error) => {
  expect(ports(word)).toBe(error);
});
