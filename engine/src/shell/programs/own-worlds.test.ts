import { expect, test } from "vitest";
import { machineFiles } from "../../../testing/machine-files.ts";
import { Content } from "../../vfs/content.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { execute } from "../execute.ts";
import type { Network } from "../process.ts";

/*
 * Programs that no recording on a machine of one's own can show: they ask a network of the simulation, or are no part of Debian's
 * or busybox's packages at hand.
 */

const network: Network = {
  request: (url) =>
    url.includes("nobody")
      ? "unresolved"
      : url.includes(":81")
        ? "refused"
        : { status: 200, headers: new Map(), body: "" },
};

function run(dialect: "dash" | "ash", script: string, files: FileSystem = machineFiles(dialect)): string {
  let said = "";
  const { exitCode } = execute({
    argv: ["/bin/sh", "-c", script],
    env: [],
    directory: "/",
    user: "",
    files,
    clock: { now: () => 0, elapse: () => undefined },
    onOutput: (_, text) => void (said += text),
    network,
  });
  return said + String(exitCode);
}

test("nc -z tells by its status whether somebody listens", () => {
  expect(run("ash", "nc -z db 80")).toBe("0");
  expect(run("dash", "nc -z db 81")).toBe("1");
  expect(run("ash", "nc -z db 81")).toBe("nc: db (db:81): Connection refused\n1");
  expect(run("ash", "nc -z nobody 80")).toBe("nc: bad address 'nobody'\n1");
  expect(() => run("ash", "echo hi | nc db 80")).toThrow("nc without -z");
});

test("su-exec runs a command as somebody else, in the same process", () => {
  expect(run("ash", "su-exec nobody id -u")).toBe("65534\n0");
  expect(run("ash", "su-exec 1000:33 id; su-exec bin sh -c 'echo $HOME; exit 4'")).toBe(
    "uid=1000 gid=33(www-data) groups=33(www-data)\n/bin\n4",
  );
  expect(() => run("ash", "su-exec nosuch id")).toThrow("su-exec nosuch");
});

test("update-ca-certificates finds nothing to add, and does not pretend to read a certificate", () => {
  expect(run("dash", "update-ca-certificates")).toMatch(/0 added, 0 removed; done\.[^]*\n0$/);
  const files = machineFiles("dash");
  for (const folder of ["/usr/local", "/usr/local/share", "/usr/local/share/ca-certificates"])
    files.mkdir(folder);
  files.write("/usr/local/share/ca-certificates/own.crt", Content.of("x"));
  expect(() => run("dash", "update-ca-certificates", files)).toThrow("certificates in");
});

test("ssh-keyscan cannot reach a host outside", () => {
  expect(() => run("dash", "ssh-keyscan -t rsa github.com")).toThrow("github.com");
});

test("localedef needs the definitions of the package locales", () => {
  expect(() => run("dash", "localedef -i en_US -c -f UTF-8 en_US.UTF-8")).toThrow("localedef -i en_US");
});

test("free and uptime tell of the simulated machine, in each family's columns", () => {
  expect(run("dash", "free -m | head -n 2")).toBe(
    "               total        used        free      shared  buff/cache   available\nMem:            8192        1024        5120           0        2048        7168\n0",
  );
  expect(run("dash", "free -h | tail -n 2 | cut -c 1-32")).toBe(
    "Mem:           8.0Gi       1.0Gi\nSwap:             0B          0B\n0",
  );
  expect(run("ash", "free | tail -n 1")).toBe("Swap:             0           0           0\n0");
  expect(run("dash", "uptime")).toBe(" 00:00:00 up 0 min,  0 user,  load average: 0.00, 0.00, 0.00\n0");
  expect(run("ash", "uptime")).toContain(" 0 users, ");
});

test("netstat lists where somebody listens", () => {
  const head =
    "Active Internet connections (only servers)\nProto Recv-Q Send-Q Local Address           Foreign Address         State       \n";
  expect(run("ash", "mkdir w2; httpd -p 8080 -h w2; netstat -tln")).toBe(
    `${head}tcp        0      0 0.0.0.0:8080            0.0.0.0:*               LISTEN      \n0`,
  );
  expect(run("dash", "netstat -lnt")).toBe(`${head}0`);
  expect(() => run("dash", "netstat -tlnp")).toThrow("-p of netstat");
});
