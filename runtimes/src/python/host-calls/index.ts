import type { HostCall } from "./host-call.ts";
import { again } from "./again.ts";
import { compile } from "./compile.ts";
import { digest } from "./digest.ts";
import { distributions } from "./distributions.ts";
import { excerpt } from "./excerpt.ts";
import { exit } from "./exit.ts";
import { find } from "./find.ts";
import { flush } from "./flush.ts";
import { gap } from "./gap.ts";
import { give } from "./give.ts";
import { handles } from "./handles.ts";
import { hostname } from "./hostname.ts";
import { ids } from "./ids.ts";
import { listen } from "./listen.ts";
import { module } from "./module.ts";
import { now } from "./now.ts";
import { pattern } from "./pattern.ts";
import { posix } from "./posix.ts";
import { request } from "./request.ts";
import { resolve } from "./resolve.ts";
import { serve } from "./serve.ts";
import { signal } from "./signal.ts";
import { sleep } from "./sleep.ts";
import { spawn } from "./spawn.ts";
import { statement } from "./statement.ts";
import { stdin } from "./stdin.ts";
import { suggest } from "./suggest.ts";
import { take } from "./take.ts";
import { text } from "./text.ts";

/** All host calls. One file each. */
export const hostCalls: readonly HostCall[] = [
  again,
  compile,
  digest,
  distributions,
  excerpt,
  exit,
  find,
  flush,
  gap,
  give,
  handles,
  hostname,
  ids,
  listen,
  module,
  now,
  pattern,
  posix,
  request,
  resolve,
  serve,
  signal,
  sleep,
  spawn,
  statement,
  stdin,
  suggest,
  take,
  text,
];
