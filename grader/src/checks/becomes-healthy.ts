import { notSimulated } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { editSchema } from "../edit.ts";
import { imageOfSubject } from "../look/image.ts";

/** The container's health check comes to say healthy. */
export const becomesHealthy: Check = defineCheck({
  name: "becomesHealthy",
  needs: "image",
  summary: "the container becomes healthy in simulated time",
  parameters: z.strictObject({
    after: z.optional(z.number()),
    breaking: z.optional(z.union([editSchema, z.strictObject({ kill: z.string() })], "an edit, or { kill }")),
  }),
  evaluate(subject): Finding {
    const kind = imageOfSubject(subject).config.config.Healthcheck?.Test?.[0] ?? "NONE";
    if (kind === "NONE")
      return {
        outcome: "fail",
        message: "The image has no health check, so a container has no health at all.",
      };
    throw notSimulated(
      "health checks of a running container",
      "The real one would run the check again and again.",
    );
  },
});
