import type { Command } from "../command.ts";
import { attach } from "./attach.ts";
import { build } from "./build.ts";
import { builderPrune } from "./builder-prune.ts";
import { buildxDu } from "./buildx-du.ts";
import { buildxInspect } from "./buildx-inspect.ts";
import { buildxLs } from "./buildx-ls.ts";
import { buildxVersion } from "./buildx-version.ts";
import { commit } from "./commit.ts";
import { containerInspect } from "./container-inspect.ts";
import { containerPrune } from "./container-prune.ts";
import { contextLs } from "./context-ls.ts";
import { contextInspect } from "./context-inspect.ts";
import { contextUse } from "./context-use.ts";
import { contextShow } from "./context-show.ts";
import { cp } from "./cp.ts";
import { create } from "./create.ts";
import { diff } from "./diff.ts";
import { events } from "./events.ts";
import { exec } from "./exec.ts";
import { exportCommand } from "./export.ts";
import { history } from "./history.ts";
import { imageInspect } from "./image-inspect.ts";
import { imagePrune } from "./image-prune.ts";
import { images } from "./images.ts";
import { imagetoolsInspect } from "./imagetools-inspect.ts";
import { importCommand } from "./import.ts";
import { info } from "./info.ts";
import { inspect } from "./inspect.ts";
import { kill } from "./kill.ts";
import { load } from "./load.ts";
import { login } from "./login.ts";
import { logout } from "./logout.ts";
import { logs } from "./logs.ts";
import { manifestInspect } from "./manifest-inspect.ts";
import { networkConnect } from "./network-connect.ts";
import { networkCreate } from "./network-create.ts";
import { networkDisconnect } from "./network-disconnect.ts";
import { networkInspect } from "./network-inspect.ts";
import { networkLs } from "./network-ls.ts";
import { networkPrune } from "./network-prune.ts";
import { networkRm } from "./network-rm.ts";
import { pause } from "./pause.ts";
import { port } from "./port.ts";
import { ps } from "./ps.ts";
import { pull } from "./pull.ts";
import { push } from "./push.ts";
import { rename } from "./rename.ts";
import { restart } from "./restart.ts";
import { rm } from "./rm.ts";
import { rmi } from "./rmi.ts";
import { run } from "./run.ts";
import { save } from "./save.ts";
import { search } from "./search.ts";
import { start } from "./start.ts";
import { stats } from "./stats.ts";
import { stop } from "./stop.ts";
import { systemDf } from "./system-df.ts";
import { systemPrune } from "./system-prune.ts";
import { tag } from "./tag.ts";
import { top } from "./top.ts";
import { unpause } from "./unpause.ts";
import { update } from "./update.ts";
import { version } from "./version.ts";
import { volumeCreate } from "./volume-create.ts";
import { volumeInspect } from "./volume-inspect.ts";
import { volumeLs } from "./volume-ls.ts";
import { volumePrune } from "./volume-prune.ts";
import { volumeRm } from "./volume-rm.ts";
import { wait } from "./wait.ts";

/** Every command: a file of this folder, and a line here. */
export const commands: readonly Command[] = [
  attach,
  build,
  builderPrune,
  buildxDu,
  buildxInspect,
  buildxLs,
  buildxVersion,
  commit,
  containerInspect,
  containerPrune,
  contextLs,
  contextInspect,
  contextUse,
  contextShow,
  cp,
  create,
  diff,
  events,
  exec,
  exportCommand,
  history,
  imageInspect,
  imagePrune,
  images,
  imagetoolsInspect,
  importCommand,
  info,
  inspect,
  kill,
  load,
  login,
  logout,
  logs,
  manifestInspect,
  networkConnect,
  networkCreate,
  networkDisconnect,
  networkInspect,
  networkLs,
  networkPrune,
  networkRm,
  pause,
  port,
  ps,
  pull,
  push,
  rename,
  restart,
  rm,
  rmi,
  run,
  save,
  search,
  start,
  stats,
  stop,
  systemDf,
  systemPrune,
  tag,
  top,
  unpause,
  update,
  version,
  volumeCreate,
  volumeInspect,
  volumeLs,
  volumePrune,
  volumeRm,
  wait,
];
