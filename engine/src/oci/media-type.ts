/** What Docker's classic store writes and what registries serve (distribution's schema 2 and the OCI image specification). */
export const mediaType: Readonly<
  Record<
    | "dockerManifest"
    | "dockerIndex"
    | "dockerConfig"
    | "dockerLayer"
    | "manifest"
    | "index"
    | "config"
    | "layer"
    | "plainLayer",
    string
  >
> = {
  dockerManifest: "application/vnd.docker.distribution.manifest.v2+json",
  dockerIndex: "application/vnd.docker.distribution.manifest.list.v2+json",
  dockerConfig: "application/vnd.docker.container.image.v1+json",
  dockerLayer: "application/vnd.docker.image.rootfs.diff.tar.gzip",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  index: "application/vnd.oci.image.index.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar+gzip",
  plainLayer: "application/vnd.oci.image.layer.v1.tar",
};
