import { parseReference } from "../../oci/reference.ts";
import { push as pushImage } from "../../daemon/transfer/push.ts";
import type { Command } from "../command.ts";
import { storedLogin } from "../login/credentials.ts";
import { transferText, transferView } from "../images/transfer-view.ts";

export const push: Command = {
  names: ["push", "image push"],
  usage: "[OPTIONS] NAME[:TAG]",
  summary: "Upload an image to a registry",
  arity: [1, 1],
  flags: [
    { name: "all-tags", short: "a", kind: "bool", help: "Push all tags of an image to the repository" },
    { name: "quiet", short: "q", kind: "bool", help: "Suppress verbose output" },
    {
      name: "platform",
      kind: "string",
      help: "Push a platform-specific manifest as a single-platform image to the registry.\nImage index won't be pushed, meaning that other manifests, including attestations won't be preserved.\n'os[/arch[/variant]]': Explicit platform (eg. linux/amd64)",
      lacking: "push the image of that platform",
    },
    { name: "disable-content-trust", kind: "optional", shown: "true", value: "", help: "Skip image signing" },
  ],
  run(call) {
    const [name = ""] = call.args;
    const reference = parseReference(name);
    if ("error" in reference) return call.fail(reference.error);
    if (reference.digest !== undefined) return call.fail("cannot push a digest reference");
    const all = call.on("all-tags");
    if (all && reference.tag !== undefined) return call.fail("tag can't be used with --all-tags/-a");
    const quiet = call.on("quiet");
    if (reference.tag === undefined && !all && !quiet) call.out("Using default tag: latest\n");
    const pushed = pushImage(call.daemon.state, reference, all, storedLogin(call, reference.registry));
    call.daemon.state = pushed.state;
    call.daemon.clock.elapse(pushed.messages.at(-1)?.at ?? 0);
    if (!quiet) call.out(transferText(pushed.messages), transferView(pushed.messages));
    if (pushed.error !== undefined) return call.fail(pushed.error);
    if (quiet)
      call.out(
        `${reference.registry === "docker.io" ? "docker.io/" : `${reference.registry}/`}${reference.repository}${all ? "" : `:${reference.tag ?? "latest"}`}\n`,
      );
    return 0;
  },
};
