import {
  type BaseImageData,
  type BuildWarning,
  type FileState,
  isEngineError,
  Workstation,
} from "@drydock/engine";

/** What the build checks say of the files as they are, without a build on the learner's own machine. None while the Dockerfile cannot be read. */
export const buildWarnings = (
  bases: readonly BaseImageData[],
  seed: string,
  files: FileState,
): readonly BuildWarning[] => {
  try {
    return new Workstation({ bases, seed, files }).build().warnings;
  } catch (error) {
    if (isEngineError(error, "NEEDS_PART")) throw error;
    return [];
  }
};
