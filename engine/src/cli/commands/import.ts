import { readRootfs } from "../../daemon/archives/read-rootfs.ts";
import { importImage } from "../../daemon/images/import-image.ts";
import { tagImage } from "../../daemon/images/tag-image.ts";
import { applyChanges } from "../../daemon/images/apply-changes.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import { bytesOf } from "../../shell/text/bytes-text.ts";
import { join } from "../../vfs/path.ts";
import { askedPlatform } from "../build/asked-platform.ts";
import type { Command } from "../command.ts";

/** Simulated milliseconds: what unpacking a small archive takes. */
const IMPORTING = 20;

export const importCommand: Command = {
  names: ["import", "image import"],
  usage: "[OPTIONS] file|URL|- [REPOSITORY[:TAG]]",
  summary: "Import the contents from a tarball to create a filesystem image",
  arity: [1, Infinity],
  flags: [
    { name: "change", short: "c", kind: "list", help: "Apply Dockerfile instruction to the created image" },
    { name: "message", short: "m", kind: "string", help: "Set commit message for imported image" },
    {
      name: "platform",
      kind: "string",
      help: "Set platform if server is multi-platform capable",
    },
  ],
  run(call) {
    const [source = "", target] = call.args;
    if (/^https?:\/\//.test(source))
      return call.fail(
        `Drydock has no network. The real one would download ${source} and make an image of it.`,
        125,
      );
    const { daemon } = call;
    const asked = askedPlatform(call.get("platform"));
    if ("error" in asked) return call.fail(asked.error);
    const reference = target === undefined ? undefined : parseReference(target);
    if (reference && "error" in reference) return call.fail(reference.error);
    const content = source === "-" ? undefined : call.files.read(join(call.directory, source));
    if (typeof content === "string") return call.fail(`open ${source}: no such file or directory`);
    const bytes = content ? content.bytes : bytesOf(call.stdin());
    if (!bytes)
      return call.fail(
        `Drydock does not hold the bytes of ${source}. The real one would make an image of them.`,
        125,
      );
    const archive = readRootfs(daemon.state, bytes);
    if ("error" in archive) return call.fail(`Error response from daemon: ${archive.error}`);
    const config = applyChanges({}, call.all("change"));
    if ("error" in config)
      return call.fail(
        `Error response from daemon: ${config.error.replace(/^invalid (?=containerPort)/, "Invalid ")}`,
      );
    // No two of them are made at one time.
    daemon.clock.elapse(IMPORTING);
    const made = importImage(daemon.state, archive, {
      message: call.get("message"),
      config,
      platform: asked.platform,
    });
    daemon.state = reference ? tagImage(made.state, made.image, qualifiedName(reference)) : made.state;
    call.out(`${made.image.id}\n`);
    return 0;
  },
};
