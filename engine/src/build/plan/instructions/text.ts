import type { Text } from "../../../dockerfile/instruction.ts";
import { isSignal } from "../signal.ts";
import type { Walker } from "../walk.ts";

export const walkUser: Walker<Text> = (walk, { value }) => {
  const user = walk.expand(value);
  walk.draft.user = user;
  walk.draft.config = { ...walk.draft.config, User: user };
  walk.commit(`USER ${user}`);
  return undefined;
};

export const walkStopSignal: Walker<Text> = (walk, { value }) => {
  const signal = walk.expand(value);
  if (!isSignal(signal)) return `invalid signal: ${signal}`;
  walk.draft.config = { ...walk.draft.config, StopSignal: signal };
  walk.commit(`STOPSIGNAL ${signal}`);
  return undefined;
};

export const walkMaintainer: Walker<Text> = (walk, { value }) => {
  walk.draft.author = value;
  walk.commit(`MAINTAINER ${value}`);
  return undefined;
};
