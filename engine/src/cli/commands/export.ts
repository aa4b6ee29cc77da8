import { treeAt } from "../../daemon/containers/container.ts";
import { withInitLayer } from "../../daemon/containers/init-layer.ts";
import { digestOf } from "../../core/digest.ts";
import { textOf } from "../../shell/text/bytes-text.ts";
import { Content } from "../../vfs/content.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerTar } from "../../vfs/layer-tar.ts";
import { join } from "../../vfs/path.ts";
import type { Command } from "../command.ts";
import { outputProblem } from "../build/output-problem.ts";
import { lookUp } from "../run/launch.ts";

export const exportCommand: Command = {
  names: ["export", "container export"],
  usage: "[OPTIONS] CONTAINER",
  summary: "Export a container's filesystem as a tar archive",
  arity: [1, 1],
  flags: [{ name: "output", short: "o", kind: "string", help: "Write to a file, instead of STDOUT" }],
  run(call) {
    const output = call.get("output");
    const problem = output === "" ? undefined : outputProblem(call, output);
    if (problem !== undefined) return call.fail(`failed to export container: ${problem}`);
    const container = lookUp(call, call.args[0] ?? "");
    if (!container) return 1;
    const { state } = call.daemon;
    const tree = withInitLayer(treeAt(container, state.time), Math.floor(state.time / 1000));
    const bytes = layerTar(emptyDirectory(), tree);
    call.daemon.state = { ...state, exported: new Map(state.exported).set(digestOf(bytes), tree) };
    if (output === "") call.out(textOf(bytes));
    else call.files.write(join(call.directory, output), Content.of(bytes));
    return 0;
  },
};
