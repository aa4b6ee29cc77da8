import { isNearby } from "../../daemon/bases/unknown-image.ts";
import { registryHost } from "../../daemon/transfer/registry-host.ts";
import { familiarName, parseReference, withDefaultTag } from "../../oci/reference.ts";
import { askedPlatform } from "../build/asked-platform.ts";
import type { Command } from "../command.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { pullImage } from "../images/pull-image.ts";
import { transferText, transferView } from "../images/transfer-view.ts";

export const pull: Command = {
  names: ["pull", "image pull"],
  usage: "[OPTIONS] NAME[:TAG|@DIGEST]",
  summary: "Download an image from a registry",
  arity: [1, 1],
  flags: [
    { name: "all-tags", short: "a", kind: "bool", help: "Download all tagged images in the repository" },
    { name: "quiet", short: "q", kind: "bool", help: "Suppress verbose output" },
    {
      name: "platform",
      kind: "string",
      help: "Set platform if server is multi-platform capable",
    },
    {
      name: "disable-content-trust",
      kind: "optional",
      shown: "true",
      value: "",
      help: "Skip image verification",
    },
  ],
  run(call) {
    const [name = ""] = call.args;
    const reference = parseReference(name);
    if ("error" in reference) return call.fail(reference.error);
    const asked = askedPlatform(call.get("platform"));
    if ("error" in asked) return call.fail(asked.error);
    if (!asked.own)
      throw notSimulated(
        `an image for ${asked.platform}`,
        "pull the image of that platform, if there is one",
      );
    const quiet = call.on("quiet");
    if (call.on("all-tags")) {
      if (reference.tag !== undefined || reference.digest !== undefined)
        return call.fail("tag can't be used with --all-tags/-a");
      return everyTag();
    }
    if (reference.tag === undefined && reference.digest === undefined && !quiet)
      call.out("Using default tag: latest\n");
    const pulled = pullImage(call, withDefaultTag(reference));
    if ("error" in pulled) return call.fail(`Error response from daemon: ${pulled.error}`);
    if (!quiet) call.out(transferText(pulled.messages), transferView(pulled.messages));
    const { registry, repository } = reference;
    const full = `${registry}/${repository}`;
    const suffix =
      reference.digest === undefined
        ? `:${reference.tag ?? "latest"}`
        : `${reference.tag === undefined ? "" : `:${reference.tag}`}@${reference.digest}`;
    call.out(`${full}${suffix}\n`);
    return 0;

    function everyTag(): number {
      if ("error" in reference) return 1;
      const tags = [
        ...(call.daemon.state.registries
          .get(registryHost(reference.registry))
          ?.repositories.get(reference.repository)
          ?.tags.keys() ?? []),
      ].toSorted();
      if (tags.length === 0 && isNearby(reference.registry))
        return call.fail(
          `Error response from daemon: repository ${familiarName(reference)} not found: name unknown: repository name not known to registry`,
        );
      if (tags.length === 0)
        return call.fail(
          "Drydock pulls all tags only of what was pushed before. The real one would download every tag of the repository.",
          125,
        );
      let newer = false;
      for (const tag of tags) {
        const one = pullImage(call, { ...reference, tag });
        if ("error" in one) return call.fail(`Error response from daemon: ${one.error}`);
        const status = one.messages.at(-1);
        newer ||= status !== undefined && "line" in status && status.line.startsWith("Status: Downloaded");
        const told = one.messages.slice(0, -1);
        call.out(transferText(told), transferView(told));
      }
      call.out(
        `Status: ${newer ? "Downloaded newer image for" : "Image is up to date for"} ${familiarName(reference)}\n${familiarName(reference)}\n`,
      );
      return 0;
    }
  },
};
