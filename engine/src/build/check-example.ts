import { parseIgnore } from "../context/ignore.ts";
import { parseDockerfile } from "../dockerfile/parse.ts";
import type { Rule } from "../lint/rule.ts";
import type { ImageConfig } from "../oci/image-config.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { BuildWarning } from "./result.ts";

/** An image for every name; one that says so in its name is for another machine. */
const image = (reference: string): ImageConfig => ({
  architecture: reference.includes("arm64") ? "arm64" : "amd64",
  os: "linux",
  config: { Env: ["PATH=/bin"] },
  rootfs: { type: "layers", diff_ids: [] },
  history: [],
});

/** What one rule of BuildKit's finds in one of its examples, which is checked as if its base images were all there. */
export function checkExample(
  { name, experimental, ignore = "" }: Rule,
  text: string,
): readonly BuildWarning[] {
  const args = experimental === true ? { BUILDKIT_DOCKERFILE_CHECK: `experimental=${name}` } : {};
  const { warnings } = makePlan(
    parseDockerfile(text),
    { check: true, ignore: parseIgnore(ignore), args },
    image,
  );
  return warnings.filter(({ rule }) => rule === name);
}
