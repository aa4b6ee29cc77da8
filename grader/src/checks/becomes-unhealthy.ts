import { type Check, defineCheck, type Finding } from "../check.ts";
import { followHealth, healthSchema } from "../look/container/health-course.ts";

/** The container's health check comes to say unhealthy. */
export const becomesUnhealthy: Check = defineCheck({
  name: "becomesUnhealthy",
  topic: "running",
  needs: "image",
  summary: "the container becomes unhealthy in simulated time",
  parameters: healthSchema,
  evaluate: (subject, question): Finding => followHealth(subject, "unhealthy", question),
});
