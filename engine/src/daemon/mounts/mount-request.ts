import type { Json } from "../../core/json.ts";

type Options = { readonly [key: string]: Json };

/** What `--mount` asks for, as the client sends it and `docker inspect` shows it (moby api/types/mount/mount.go). */
export type MountRequest = {
  readonly Type: string;
  readonly Source?: string;
  readonly Target: string;
  readonly ReadOnly?: true;
  readonly Consistency?: string;
  readonly BindOptions?: Options;
  readonly VolumeOptions?: Options;
  readonly ImageOptions?: Options;
  readonly TmpfsOptions?: Options;
};
