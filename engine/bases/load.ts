// Made by scripts/bases/make.ts; do not edit.
import type { BaseImageData } from "../src/daemon/bases/base-image.ts";
import { BaseOnDemand } from "../src/daemon/bases/base-on-demand.ts";
import { type BaseImageFile, joinBase } from "../src/daemon/bases/join-base.ts";
import type { LayerFiles } from "../src/daemon/bases/layer-files.ts";
import names from "./names.json" with { type: "json" };

type Loader<T> = () => Promise<{ readonly default: T }>;

const images: Readonly<Record<string, Loader<BaseImageFile>>> = {
  "alpine-3.24": () => import("./images/alpine-3.24.json", { with: { type: "json" } }),
  "alpine-3.20": () => import("./images/alpine-3.20.json", { with: { type: "json" } }),
  "busybox-1.38-glibc": () => import("./images/busybox-1.38-glibc.json", { with: { type: "json" } }),
  "busybox-1.38-musl": () => import("./images/busybox-1.38-musl.json", { with: { type: "json" } }),
  "busybox-1.38-uclibc": () => import("./images/busybox-1.38-uclibc.json", { with: { type: "json" } }),
  "busybox-1.37": () => import("./images/busybox-1.37.json", { with: { type: "json" } }),
  "debian-trixie": () => import("./images/debian-trixie.json", { with: { type: "json" } }),
  "debian-trixie-slim": () => import("./images/debian-trixie-slim.json", { with: { type: "json" } }),
  "debian-bookworm": () => import("./images/debian-bookworm.json", { with: { type: "json" } }),
  "debian-bookworm-slim": () => import("./images/debian-bookworm-slim.json", { with: { type: "json" } }),
  "ubuntu-26.04": () => import("./images/ubuntu-26.04.json", { with: { type: "json" } }),
  "ubuntu-24.04": () => import("./images/ubuntu-24.04.json", { with: { type: "json" } }),
  "python-3.13-slim": () => import("./images/python-3.13-slim.json", { with: { type: "json" } }),
  "python-3.12-slim": () => import("./images/python-3.12-slim.json", { with: { type: "json" } }),
  "python-3.14-slim": () => import("./images/python-3.14-slim.json", { with: { type: "json" } }),
  "python-3.14": () => import("./images/python-3.14.json", { with: { type: "json" } }),
  "python-3.12": () => import("./images/python-3.12.json", { with: { type: "json" } }),
  "python-3.13": () => import("./images/python-3.13.json", { with: { type: "json" } }),
  "python-3.14-alpine": () => import("./images/python-3.14-alpine.json", { with: { type: "json" } }),
  "python-3.12-alpine": () => import("./images/python-3.12-alpine.json", { with: { type: "json" } }),
  "python-3.13-alpine": () => import("./images/python-3.13-alpine.json", { with: { type: "json" } }),
  "python-3.9-slim": () => import("./images/python-3.9-slim.json", { with: { type: "json" } }),
  "node-24": () => import("./images/node-24.json", { with: { type: "json" } }),
  "node-24-slim": () => import("./images/node-24-slim.json", { with: { type: "json" } }),
  "node-24-alpine": () => import("./images/node-24-alpine.json", { with: { type: "json" } }),
  "node-22": () => import("./images/node-22.json", { with: { type: "json" } }),
  "node-22-slim": () => import("./images/node-22-slim.json", { with: { type: "json" } }),
  "node-22-alpine": () => import("./images/node-22-alpine.json", { with: { type: "json" } }),
  "golang-1.26": () => import("./images/golang-1.26.json", { with: { type: "json" } }),
  "golang-1.26-alpine": () => import("./images/golang-1.26-alpine.json", { with: { type: "json" } }),
  "nginx-latest": () => import("./images/nginx-latest.json", { with: { type: "json" } }),
  "nginx-alpine": () => import("./images/nginx-alpine.json", { with: { type: "json" } }),
  "redis-8": () => import("./images/redis-8.json", { with: { type: "json" } }),
  "redis-8-alpine": () => import("./images/redis-8-alpine.json", { with: { type: "json" } }),
  "postgres-18": () => import("./images/postgres-18.json", { with: { type: "json" } }),
  "postgres-18-alpine": () => import("./images/postgres-18-alpine.json", { with: { type: "json" } }),
  "hello-world-latest": () => import("./images/hello-world-latest.json", { with: { type: "json" } }),
  "eclipse-temurin-21-jre": () => import("./images/eclipse-temurin-21-jre.json", { with: { type: "json" } }),
  "eclipse-temurin-21-jdk": () => import("./images/eclipse-temurin-21-jdk.json", { with: { type: "json" } }),
  "eclipse-temurin-21-jre-alpine": () => import("./images/eclipse-temurin-21-jre-alpine.json", { with: { type: "json" } }),
  "distroless-static-debian13": () => import("./images/distroless-static-debian13.json", { with: { type: "json" } }),
  "distroless-python3-debian13": () => import("./images/distroless-python3-debian13.json", { with: { type: "json" } }),
  "docker-dockerfile-1": () => import("./images/docker-dockerfile-1.json", { with: { type: "json" } }),
  "distroless-static-debian13-nonroot": () => import("./images/distroless-static-debian13-nonroot.json", { with: { type: "json" } }),
  "distroless-python3-debian13-nonroot": () => import("./images/distroless-python3-debian13-nonroot.json", { with: { type: "json" } }),
};
const layers: Readonly<Record<string, Loader<LayerFiles>>> = {
  "alpine-3.20": () => import("./layers/alpine-3.20.json", { with: { type: "json" } }),
  "alpine-3.24": () => import("./layers/alpine-3.24.json", { with: { type: "json" } }),
  "busybox": () => import("./layers/busybox.json", { with: { type: "json" } }),
  "data": () => import("./layers/data.json", { with: { type: "json" } }),
  "debian-bookworm": () => import("./layers/debian-bookworm.json", { with: { type: "json" } }),
  "debian-bullseye": () => import("./layers/debian-bullseye.json", { with: { type: "json" } }),
  "debian-certificates": () => import("./layers/debian-certificates.json", { with: { type: "json" } }),
  "debian-trixie": () => import("./layers/debian-trixie.json", { with: { type: "json" } }),
  "distroless": () => import("./layers/distroless.json", { with: { type: "json" } }),
  "distroless-python": () => import("./layers/distroless-python.json", { with: { type: "json" } }),
  "entrypoint-nginx": () => import("./layers/entrypoint-nginx.json", { with: { type: "json" } }),
  "entrypoint-node": () => import("./layers/entrypoint-node.json", { with: { type: "json" } }),
  "entrypoint-postgres": () => import("./layers/entrypoint-postgres.json", { with: { type: "json" } }),
  "entrypoint-redis": () => import("./layers/entrypoint-redis.json", { with: { type: "json" } }),
  "entrypoint-temurin": () => import("./layers/entrypoint-temurin.json", { with: { type: "json" } }),
  "frontend": () => import("./layers/frontend.json", { with: { type: "json" } }),
  "go": () => import("./layers/go.json", { with: { type: "json" } }),
  "gopath": () => import("./layers/gopath.json", { with: { type: "json" } }),
  "gosu": () => import("./layers/gosu.json", { with: { type: "json" } }),
  "hello": () => import("./layers/hello.json", { with: { type: "json" } }),
  "jdk": () => import("./layers/jdk.json", { with: { type: "json" } }),
  "jre": () => import("./layers/jre.json", { with: { type: "json" } }),
  "nginx": () => import("./layers/nginx.json", { with: { type: "json" } }),
  "nginx-10": () => import("./layers/nginx-10.json", { with: { type: "json" } }),
  "nginx-15": () => import("./layers/nginx-15.json", { with: { type: "json" } }),
  "nginx-20": () => import("./layers/nginx-20.json", { with: { type: "json" } }),
  "nginx-30": () => import("./layers/nginx-30.json", { with: { type: "json" } }),
  "node": () => import("./layers/node.json", { with: { type: "json" } }),
  "postgres": () => import("./layers/postgres.json", { with: { type: "json" } }),
  "postgres-alpine": () => import("./layers/postgres-alpine.json", { with: { type: "json" } }),
  "python-3.12": () => import("./layers/python-3.12.json", { with: { type: "json" } }),
  "python-3.13": () => import("./layers/python-3.13.json", { with: { type: "json" } }),
  "python-3.14": () => import("./layers/python-3.14.json", { with: { type: "json" } }),
  "python-3.9": () => import("./layers/python-3.9.json", { with: { type: "json" } }),
  "python-symlinks": () => import("./layers/python-symlinks.json", { with: { type: "json" } }),
  "redis": () => import("./layers/redis.json", { with: { type: "json" } }),
  "tools-build": () => import("./layers/tools-build.json", { with: { type: "json" } }),
  "tools-curl": () => import("./layers/tools-curl.json", { with: { type: "json" } }),
  "tools-gnupg": () => import("./layers/tools-gnupg.json", { with: { type: "json" } }),
  "tools-libraries": () => import("./layers/tools-libraries.json", { with: { type: "json" } }),
  "tools-scm": () => import("./layers/tools-scm.json", { with: { type: "json" } }),
  "tools-xz": () => import("./layers/tools-xz.json", { with: { type: "json" } }),
  "ubuntu": () => import("./layers/ubuntu.json", { with: { type: "json" } }),
  "ubuntu-24.04": () => import("./layers/ubuntu-24.04.json", { with: { type: "json" } }),
  "ubuntu-26.04": () => import("./layers/ubuntu-26.04.json", { with: { type: "json" } }),
  "ubuntu-noble": () => import("./layers/ubuntu-noble.json", { with: { type: "json" } }),
  "ubuntu-user": () => import("./layers/ubuntu-user.json", { with: { type: "json" } }),
  "user-nginx": () => import("./layers/user-nginx.json", { with: { type: "json" } }),
  "user-nginx-alpine": () => import("./layers/user-nginx-alpine.json", { with: { type: "json" } }),
  "user-node": () => import("./layers/user-node.json", { with: { type: "json" } }),
  "user-node-alpine": () => import("./layers/user-node-alpine.json", { with: { type: "json" } }),
  "user-postgres": () => import("./layers/user-postgres.json", { with: { type: "json" } }),
  "user-postgres-alpine": () => import("./layers/user-postgres-alpine.json", { with: { type: "json" } }),
  "user-redis": () => import("./layers/user-redis.json", { with: { type: "json" } }),
  "user-redis-alpine": () => import("./layers/user-redis-alpine.json", { with: { type: "json" } }),
  "yarn": () => import("./layers/yarn.json", { with: { type: "json" } }),
};

/** A fresh shelf of every base image, by its names alone; `loadBase` brings what is behind one of them. */
export const basesOnDemand = (): readonly BaseOnDemand[] =>
  names.map(({ name, references, index }) => new BaseOnDemand(name, references, index));

/** Fetches one base image, `python-3.13-slim`, and the listings it stands on. A listing that two share is fetched once. */
export async function loadBase(name: string): Promise<BaseImageData | undefined> {
  const image = await images[name]?.();
  if (!image) return undefined;
  const needed = new Set(image.default.layers.flatMap(({ files }) => files));
  const found = await Promise.all(
    [...needed].map(async (file): Promise<[string, LayerFiles] | undefined> => {
      const listing = await layers[file]?.();
      return listing && [file, listing.default];
    }),
  );
  return joinBase(image.default, new Map(found.filter((it) => it !== undefined)));
}
