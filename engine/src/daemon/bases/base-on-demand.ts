import { Part } from "../../core/part.ts";
import type { BaseImageData, BaseLayerData } from "./base-image.ts";
import type { ContainerConfig } from "../../oci/image-config.ts";

/** A base image that is known by its names until somebody looks: all else asks for the part `base:NAME`. */
export class BaseOnDemand implements BaseImageData {
  readonly references: readonly string[];
  readonly index?: string;
  readonly part: Part<BaseImageData>;

  constructor(name: string, references: readonly string[], index: string | undefined) {
    this.part = new Part(`base:${name}`);
    this.references = references;
    if (index !== undefined) this.index = index;
  }

  get created(): string {
    return this.part.data.created;
  }

  get id(): string {
    return this.part.data.id ?? "";
  }

  get config(): ContainerConfig {
    return this.part.data.config;
  }

  get history(): BaseImageData["history"] {
    return this.part.data.history;
  }

  get layers(): readonly BaseLayerData[] {
    return this.part.data.layers;
  }
}
