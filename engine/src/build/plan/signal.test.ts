import { expect, test } from "vitest";
import { isSignal } from "./signal.ts";

test.each([
  "9",
  "+9",
  "-1",
  "KILL",
  "sigterm",
  "SIGUSR1",
  "RTMIN",
  "SIGRTMAX",
  "RTMIN+1",
  "rtmin+15",
  "SIGRTMAX-14",
])("STOPSIGNAL %s", (text) => expect(isSignal(text)).toBe(true));

test.each([
  "0",
  "9x",
  "x9",
  "",
  "SIG",
  "SIGSIGTERM",
  "TERMSIG",
  "RTMIN+0",
  "RTMIN+16",
  "RTMAX-15",
  "RTMAX+1",
  "RTMIN-1",
  "xRTMIN+1",
  "RTMIN+1x",
])("STOPSIGNAL %s is refused", (text) => expect(isSignal(text)).toBe(false));
