import { spawnSync } from "node:child_process";

/** Installs a package of the system for the tests, where this machine is a Debian and we may. */
export function aptInstall(name, why) {
  const mayInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!mayInstall) return;
  console.log(`Installing ${name} for ${why} (apt-get install ${name}) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { stdio: "ignore", env });
}
