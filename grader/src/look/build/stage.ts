import { type BlackBox, ContainerStage, type Image } from "@drydock/engine";
import { MACHINE_START } from "../../image-machine.ts";

/** A container of the image that runs on a machine of its own. @throws {EngineError} NOT_SIMULATED, LIMIT, NEEDS_PART */
export const stageOf = (
  image: Image,
  {
    env = {},
    publish,
    blackBoxes = [],
  }: {
    readonly env?: Readonly<Record<string, string>> | undefined;
    readonly publish?: ReadonlyMap<number, number>;
    readonly blackBoxes?: readonly BlackBox[] | undefined;
  },
): ContainerStage =>
  new ContainerStage(image, {
    seed: "drydock-grade",
    time: MACHINE_START,
    blackBoxes,
    env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...(publish && { publish }),
  });
