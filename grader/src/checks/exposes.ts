import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notHere } from "../look/words/not-here.ts";
import { causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { code, listed } from "../look/words/words.ts";

/** The config says that this port is meant to be published. */
export const exposes: Check = defineCheck({
  name: "exposes",
  topic: "settings",
  needs: "image",
  summary: "the image's config exposes the port",
  parameters: z.strictObject({
    port: z.union([z.number(), z.string()], "a port").check(z.describe("number of the port")),
    protocol: z.optional(z.enum(["tcp", "udp", "sctp"])).check(z.describe("`tcp` unless it says otherwise")),
  }),
  evaluate(subject, { port, protocol }): Finding {
    const wanted = String(port).includes("/") ? String(port) : `${port}/${protocol ?? "tcp"}`;
    const ports = Object.keys(imageOfSubject(subject).config.config.ExposedPorts ?? {}).sort();
    const facts = { ports };
    if (ports.includes(wanted)) return { outcome: "pass", message: `The image exposes ${wanted}.`, facts };
    const result = subject.build();
    const here = lastInstruction(subject, result, ({ kind }) => kind === "EXPOSE");
    const other = notHere(subject, result, ({ kind }) => kind === "EXPOSE", "EXPOSE");
    const has =
      ports.length > 0
        ? `it exposes ${listed(ports.map((each) => code(each).slice(1, -1)))}`
        : "it exposes none";
    const where = here ? `: ${lineOf(here)}` : other.why;
    return {
      outcome: "fail",
      message: `The image does not expose ${code(wanted).slice(1, -1)}, ${has}${where}.`,
      cause: causeOf(subject, here) ?? other.cause,
      facts,
    };
  },
});
