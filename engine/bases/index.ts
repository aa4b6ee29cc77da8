// Made by scripts/bases/make.ts; do not edit.
import type { BaseImageData } from "../src/daemon/bases/base-image.ts";
import { type BaseImageFile, joinBase } from "../src/daemon/bases/join-base.ts";
import type { LayerFiles } from "../src/daemon/bases/layer-files.ts";
import { bringCatalogues } from "./catalogues.ts";
import { bringPrograms } from "./programs.ts";
import alpine324Image from "./images/alpine-3.24.json" with { type: "json" };
import alpine320Image from "./images/alpine-3.20.json" with { type: "json" };
import busybox138GlibcImage from "./images/busybox-1.38-glibc.json" with { type: "json" };
import busybox138MuslImage from "./images/busybox-1.38-musl.json" with { type: "json" };
import busybox138UclibcImage from "./images/busybox-1.38-uclibc.json" with { type: "json" };
import busybox137Image from "./images/busybox-1.37.json" with { type: "json" };
import debianTrixieImage from "./images/debian-trixie.json" with { type: "json" };
import debianTrixieSlimImage from "./images/debian-trixie-slim.json" with { type: "json" };
import debianBookwormImage from "./images/debian-bookworm.json" with { type: "json" };
import debianBookwormSlimImage from "./images/debian-bookworm-slim.json" with { type: "json" };
import ubuntu2604Image from "./images/ubuntu-26.04.json" with { type: "json" };
import ubuntu2404Image from "./images/ubuntu-24.04.json" with { type: "json" };
import python313SlimImage from "./images/python-3.13-slim.json" with { type: "json" };
import python312SlimImage from "./images/python-3.12-slim.json" with { type: "json" };
import python314SlimImage from "./images/python-3.14-slim.json" with { type: "json" };
import python314Image from "./images/python-3.14.json" with { type: "json" };
import python312Image from "./images/python-3.12.json" with { type: "json" };
import python313Image from "./images/python-3.13.json" with { type: "json" };
import python314AlpineImage from "./images/python-3.14-alpine.json" with { type: "json" };
import python312AlpineImage from "./images/python-3.12-alpine.json" with { type: "json" };
import python313AlpineImage from "./images/python-3.13-alpine.json" with { type: "json" };
import python39SlimImage from "./images/python-3.9-slim.json" with { type: "json" };
import node24Image from "./images/node-24.json" with { type: "json" };
import node24SlimImage from "./images/node-24-slim.json" with { type: "json" };
import node24AlpineImage from "./images/node-24-alpine.json" with { type: "json" };
import node22Image from "./images/node-22.json" with { type: "json" };
import node22SlimImage from "./images/node-22-slim.json" with { type: "json" };
import node22AlpineImage from "./images/node-22-alpine.json" with { type: "json" };
import golang126Image from "./images/golang-1.26.json" with { type: "json" };
import golang126AlpineImage from "./images/golang-1.26-alpine.json" with { type: "json" };
import nginxLatestImage from "./images/nginx-latest.json" with { type: "json" };
import nginxAlpineImage from "./images/nginx-alpine.json" with { type: "json" };
import redis8Image from "./images/redis-8.json" with { type: "json" };
import redis8AlpineImage from "./images/redis-8-alpine.json" with { type: "json" };
import postgres18Image from "./images/postgres-18.json" with { type: "json" };
import postgres18AlpineImage from "./images/postgres-18-alpine.json" with { type: "json" };
import helloWorldLatestImage from "./images/hello-world-latest.json" with { type: "json" };
import eclipseTemurin21JreImage from "./images/eclipse-temurin-21-jre.json" with { type: "json" };
import eclipseTemurin21JdkImage from "./images/eclipse-temurin-21-jdk.json" with { type: "json" };
import eclipseTemurin21JreAlpineImage from "./images/eclipse-temurin-21-jre-alpine.json" with { type: "json" };
import distrolessStaticDebian13Image from "./images/distroless-static-debian13.json" with { type: "json" };
import distrolessPython3Debian13Image from "./images/distroless-python3-debian13.json" with { type: "json" };
import dockerDockerfile1Image from "./images/docker-dockerfile-1.json" with { type: "json" };
import distrolessStaticDebian13NonrootImage from "./images/distroless-static-debian13-nonroot.json" with { type: "json" };
import distrolessPython3Debian13NonrootImage from "./images/distroless-python3-debian13-nonroot.json" with { type: "json" };
import alpine320Files from "./layers/alpine-3.20.json" with { type: "json" };
import alpine324Files from "./layers/alpine-3.24.json" with { type: "json" };
import busyboxFiles from "./layers/busybox.json" with { type: "json" };
import dataFiles from "./layers/data.json" with { type: "json" };
import debianBookwormFiles from "./layers/debian-bookworm.json" with { type: "json" };
import debianBullseyeFiles from "./layers/debian-bullseye.json" with { type: "json" };
import debianCertificatesFiles from "./layers/debian-certificates.json" with { type: "json" };
import debianTrixieFiles from "./layers/debian-trixie.json" with { type: "json" };
import distrolessFiles from "./layers/distroless.json" with { type: "json" };
import distrolessPythonFiles from "./layers/distroless-python.json" with { type: "json" };
import entrypointNginxFiles from "./layers/entrypoint-nginx.json" with { type: "json" };
import entrypointNodeFiles from "./layers/entrypoint-node.json" with { type: "json" };
import entrypointPostgresFiles from "./layers/entrypoint-postgres.json" with { type: "json" };
import entrypointRedisFiles from "./layers/entrypoint-redis.json" with { type: "json" };
import entrypointTemurinFiles from "./layers/entrypoint-temurin.json" with { type: "json" };
import frontendFiles from "./layers/frontend.json" with { type: "json" };
import goFiles from "./layers/go.json" with { type: "json" };
import gopathFiles from "./layers/gopath.json" with { type: "json" };
import gosuFiles from "./layers/gosu.json" with { type: "json" };
import helloFiles from "./layers/hello.json" with { type: "json" };
import jdkFiles from "./layers/jdk.json" with { type: "json" };
import jreFiles from "./layers/jre.json" with { type: "json" };
import nginxFiles from "./layers/nginx.json" with { type: "json" };
import nginx10Files from "./layers/nginx-10.json" with { type: "json" };
import nginx15Files from "./layers/nginx-15.json" with { type: "json" };
import nginx20Files from "./layers/nginx-20.json" with { type: "json" };
import nginx30Files from "./layers/nginx-30.json" with { type: "json" };
import nodeFiles from "./layers/node.json" with { type: "json" };
import postgresFiles from "./layers/postgres.json" with { type: "json" };
import postgresAlpineFiles from "./layers/postgres-alpine.json" with { type: "json" };
import python312Files from "./layers/python-3.12.json" with { type: "json" };
import python313Files from "./layers/python-3.13.json" with { type: "json" };
import python314Files from "./layers/python-3.14.json" with { type: "json" };
import python39Files from "./layers/python-3.9.json" with { type: "json" };
import pythonSymlinksFiles from "./layers/python-symlinks.json" with { type: "json" };
import redisFiles from "./layers/redis.json" with { type: "json" };
import toolsBuildFiles from "./layers/tools-build.json" with { type: "json" };
import toolsCurlFiles from "./layers/tools-curl.json" with { type: "json" };
import toolsGnupgFiles from "./layers/tools-gnupg.json" with { type: "json" };
import toolsLibrariesFiles from "./layers/tools-libraries.json" with { type: "json" };
import toolsScmFiles from "./layers/tools-scm.json" with { type: "json" };
import toolsXzFiles from "./layers/tools-xz.json" with { type: "json" };
import ubuntuFiles from "./layers/ubuntu.json" with { type: "json" };
import ubuntu2404Files from "./layers/ubuntu-24.04.json" with { type: "json" };
import ubuntu2604Files from "./layers/ubuntu-26.04.json" with { type: "json" };
import ubuntuNobleFiles from "./layers/ubuntu-noble.json" with { type: "json" };
import ubuntuUserFiles from "./layers/ubuntu-user.json" with { type: "json" };
import userNginxFiles from "./layers/user-nginx.json" with { type: "json" };
import userNginxAlpineFiles from "./layers/user-nginx-alpine.json" with { type: "json" };
import userNodeFiles from "./layers/user-node.json" with { type: "json" };
import userNodeAlpineFiles from "./layers/user-node-alpine.json" with { type: "json" };
import userPostgresFiles from "./layers/user-postgres.json" with { type: "json" };
import userPostgresAlpineFiles from "./layers/user-postgres-alpine.json" with { type: "json" };
import userRedisFiles from "./layers/user-redis.json" with { type: "json" };
import userRedisAlpineFiles from "./layers/user-redis-alpine.json" with { type: "json" };
import yarnFiles from "./layers/yarn.json" with { type: "json" };

const layers: ReadonlyMap<string, LayerFiles> = new Map<string, LayerFiles>([
  ["alpine-3.20", alpine320Files],
  ["alpine-3.24", alpine324Files],
  ["busybox", busyboxFiles],
  ["data", dataFiles],
  ["debian-bookworm", debianBookwormFiles],
  ["debian-bullseye", debianBullseyeFiles],
  ["debian-certificates", debianCertificatesFiles],
  ["debian-trixie", debianTrixieFiles],
  ["distroless", distrolessFiles],
  ["distroless-python", distrolessPythonFiles],
  ["entrypoint-nginx", entrypointNginxFiles],
  ["entrypoint-node", entrypointNodeFiles],
  ["entrypoint-postgres", entrypointPostgresFiles],
  ["entrypoint-redis", entrypointRedisFiles],
  ["entrypoint-temurin", entrypointTemurinFiles],
  ["frontend", frontendFiles],
  ["go", goFiles],
  ["gopath", gopathFiles],
  ["gosu", gosuFiles],
  ["hello", helloFiles],
  ["jdk", jdkFiles],
  ["jre", jreFiles],
  ["nginx", nginxFiles],
  ["nginx-10", nginx10Files],
  ["nginx-15", nginx15Files],
  ["nginx-20", nginx20Files],
  ["nginx-30", nginx30Files],
  ["node", nodeFiles],
  ["postgres", postgresFiles],
  ["postgres-alpine", postgresAlpineFiles],
  ["python-3.12", python312Files],
  ["python-3.13", python313Files],
  ["python-3.14", python314Files],
  ["python-3.9", python39Files],
  ["python-symlinks", pythonSymlinksFiles],
  ["redis", redisFiles],
  ["tools-build", toolsBuildFiles],
  ["tools-curl", toolsCurlFiles],
  ["tools-gnupg", toolsGnupgFiles],
  ["tools-libraries", toolsLibrariesFiles],
  ["tools-scm", toolsScmFiles],
  ["tools-xz", toolsXzFiles],
  ["ubuntu", ubuntuFiles],
  ["ubuntu-24.04", ubuntu2404Files],
  ["ubuntu-26.04", ubuntu2604Files],
  ["ubuntu-noble", ubuntuNobleFiles],
  ["ubuntu-user", ubuntuUserFiles],
  ["user-nginx", userNginxFiles],
  ["user-nginx-alpine", userNginxAlpineFiles],
  ["user-node", userNodeFiles],
  ["user-node-alpine", userNodeAlpineFiles],
  ["user-postgres", userPostgresFiles],
  ["user-postgres-alpine", userPostgresAlpineFiles],
  ["user-redis", userRedisFiles],
  ["user-redis-alpine", userRedisAlpineFiles],
  ["yarn", yarnFiles],
]);

bringCatalogues();
bringPrograms();

/** Every base image, for Node and tests; with them come the package catalogues. A page loads them one by one: `load.ts`. */
export const bases: readonly BaseImageData[] = ([
  alpine324Image,
  alpine320Image,
  busybox138GlibcImage,
  busybox138MuslImage,
  busybox138UclibcImage,
  busybox137Image,
  debianTrixieImage,
  debianTrixieSlimImage,
  debianBookwormImage,
  debianBookwormSlimImage,
  ubuntu2604Image,
  ubuntu2404Image,
  python313SlimImage,
  python312SlimImage,
  python314SlimImage,
  python314Image,
  python312Image,
  python313Image,
  python314AlpineImage,
  python312AlpineImage,
  python313AlpineImage,
  python39SlimImage,
  node24Image,
  node24SlimImage,
  node24AlpineImage,
  node22Image,
  node22SlimImage,
  node22AlpineImage,
  golang126Image,
  golang126AlpineImage,
  nginxLatestImage,
  nginxAlpineImage,
  redis8Image,
  redis8AlpineImage,
  postgres18Image,
  postgres18AlpineImage,
  helloWorldLatestImage,
  eclipseTemurin21JreImage,
  eclipseTemurin21JdkImage,
  eclipseTemurin21JreAlpineImage,
  distrolessStaticDebian13Image,
  distrolessPython3Debian13Image,
  dockerDockerfile1Image,
  distrolessStaticDebian13NonrootImage,
  distrolessPython3Debian13NonrootImage,
] satisfies BaseImageFile[]).map((file) => joinBase(file, layers));
