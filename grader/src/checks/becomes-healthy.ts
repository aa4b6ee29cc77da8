import { type Check, defineCheck, type Finding } from "../check.ts";
import { followHealth, healthSchema } from "../look/container/health-course.ts";

/** The container's health check comes to say healthy. */
export const becomesHealthy: Check = defineCheck({
  name: "becomesHealthy",
  topic: "running",
  needs: "image",
  summary: "the container becomes healthy in simulated time",
  parameters: healthSchema,
  evaluate: (subject, question): Finding => followHealth(subject, "healthy", question),
});
