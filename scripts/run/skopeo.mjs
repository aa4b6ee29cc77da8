import { spawnSync } from "node:child_process";
import { aptInstall } from "./apt-install.mjs";

const isThere = () => spawnSync("skopeo", ["--version"]).status === 0;

/** Sees to it that the registry's tests have a real client; without one they are skipped, and this says so. */
export function bringSkopeo() {
  if (!isThere()) aptInstall("skopeo", "the registry's tests");
  if (!isThere()) console.log("No skopeo here: the registry's tests with a real client are skipped.");
}
