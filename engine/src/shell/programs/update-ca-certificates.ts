import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";

const OWN = "/usr/local/share/ca-certificates";

/** With no certificate of one's own nothing changes, and it says so; a new one has to be read and hashed. */
export const updateCaCertificates: Program = {
  name: "update-ca-certificates",
  run(process, flavour) {
    const folder = process.files.stat(OWN);
    if (typeof folder !== "string" && folder.kind === "directory" && folder.children.size > 0)
      throw notSimulated(
        `certificates in ${OWN}`,
        "read them, link them by their hash and join them to the bundle",
      );
    if (process.argv.length > 1)
      throw notSimulated(
        `update-ca-certificates ${process.argv.slice(1).join(" ")}`,
        "build the bundle anew",
      );
    if (flavour === "gnu")
      process.stdout.write(
        "Updating certificates in /etc/ssl/certs...\n0 added, 0 removed; done.\nRunning hooks in /etc/ca-certificates/update.d...\ndone.\n",
      );
    return 0;
  },
};
