/** How long the steps take that install packages: on a base whose tree is made, from nothing cached. */
import type { Timing } from "./measure.ts";
import { stepOf } from "./step-of.ts";

/** Flask and the six packages that it needs. */
export const pipInstallFlask = (rounds = 200): Timing =>
  stepOf("python:3.13-slim", "pip install flask", rounds);

/** Lists that are fetched and two packages with what they need. */
export const aptInstallCurl = (rounds = 100): Timing =>
  stepOf(
    "debian:trixie-slim",
    "apt-get update && apt-get install -y --no-install-recommends curl git",
    rounds,
  );
