import type { HostState } from "../host-state.ts";
import type { MachineChange } from "./change.ts";
import { containerChanges } from "./container-changes.ts";
import { fileChanges } from "./file-changes.ts";
import { imageChanges } from "./image-changes.ts";
import { shellChanges } from "./shell-changes.ts";
import { worldChanges } from "./world-changes.ts";

/** What is not as it was between two states of one machine, in the order in which people ask: images, containers, … files. */
export const compareStates = (before: HostState, after: HostState): readonly MachineChange[] => [
  ...imageChanges(before.daemon, after.daemon),
  ...containerChanges(before.daemon, after.daemon),
  ...worldChanges(before.daemon, after.daemon),
  ...fileChanges(before.files, after.files),
  ...shellChanges(before, after),
];
