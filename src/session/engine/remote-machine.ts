import type { FileState } from "@drydock/engine";
import type { RemoteEngine } from "./engine-remote.ts";
import { FIRST_STANDING, type Machine } from "../machine/machine.ts";

/** A fresh machine of the remote engine; it takes the place of the one before as soon as it is made. */
export const remoteMachine = (engine: RemoteEngine, files: FileState): Machine => {
  let standing = FIRST_STANDING;
  const { ended } = engine;
  const begun = engine.begin(files).then((first) => {
    standing = first;
  });
  // Whoever runs a line hears of it.
  begun.catch(() => undefined);
  return {
    get gone() {
      return engine.ended !== ended;
    },
    async run(line, wanted, options) {
      await begun;
      const step = await engine.run(line, wanted, options);
      standing = step.standing;
      return step.ran;
    },
    get standing() {
      return standing;
    },
    async turnTo(moment) {
      await begun;
      const there = await engine.turnTo(moment);
      standing = there ?? standing;
      return there !== undefined;
    },
    look: (lines) => begun.then(() => engine.look(lines)),
    changes: (...args) => begun.then(() => engine.changes(...args)),
    save: (moments, beside) => begun.then(() => engine.save(moments, beside)),
    load: (text) => begun.then(() => engine.load(text)),
  };
};
