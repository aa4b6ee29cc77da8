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

test("localedef fills the archive of locales, once", () => {
  const files = machineFiles("dash");
  for (const folder of [
    "/usr/share",
    "/usr/share/i18n",
    "/usr/share/i18n/locales",
    "/usr/lib",
    "/usr/lib/locale",
  ])
    files.mkdir(folder);
  files.write("/usr/share/i18n/locales/en_US", Content.of("x"));
  expect(run("dash", "localedef -i en_US -c -f UTF-8 en_US.UTF-8; ls /usr/lib/locale", files)).toBe(
    "locale-archive\n0",
  );
  expect(() => run("dash", "localedef -i xx_YY -f UTF-8 xx_YY.UTF-8", files)).toThrow("localedef -i xx_YY");
});
