import type { Image } from "../build/image/image.ts";
import { type Container, healthOf, isUp } from "../daemon/containers/container.ts";
import { askContainer } from "../daemon/containers/container-network.ts";
import { createContainer } from "../daemon/containers/create-container.ts";
import { mountSource } from "../cli/run/station-mounts.ts";
import { Daemon, type DaemonOptions } from "../daemon/daemon.ts";
import { replaceContainer } from "../daemon/containers/find-container.ts";
import type { Health } from "../daemon/health/health.ts";
import { advance } from "../daemon/lives/advance.ts";
import { startContainer, type Surroundings } from "../daemon/containers/start-container.ts";
import { killContainer, stopContainer } from "../daemon/containers/stop-container.ts";
import type { Network, Request } from "../shell/process.ts";
import { emptyDirectory, FileSystem } from "../vfs/file-system.ts";
import { hostNetwork } from "./host-network.ts";

/** How the container is started beside what the image says. */
export interface StageOptions extends Pick<DaemonOptions, "seed" | "time" | "blackBoxes"> {
  /** `NAME=value` */
  readonly env?: readonly string[];
  /** Port of the container by port of the host. */
  readonly publish?: ReadonlyMap<number, number>;
}

/**
 * One container of an image on a machine of its own, started as `docker run -d` starts it, without a command line: what wants to
 * know what a container does looks here. All methods throw NOT_SIMULATED, LIMIT and NEEDS_PART.
 */
export class ContainerStage {
  readonly #daemon: Daemon;
  /** The machine's own; volumes of the image lie in the daemon. */
  readonly #files = new FileSystem(emptyDirectory(), () => 0);
  readonly #id: string;
  /** Docker's words where it did not start. */
  readonly startError: string | undefined;

  constructor(image: Image, options: StageOptions) {
    this.#daemon = new Daemon({ ...options, hub: [] });
    const ports = [...(options.publish ?? [])].map(([host, container]) => ({
      container,
      protocol: "tcp" as const,
      hostIp: "",
      host,
    }));
    const created = createContainer(this.#daemon.state, options.seed, image, {
      imageName: "image",
      name: "container",
      command: [],
      env: options.env ?? [],
      labels: {},
      exposed: [],
      options: {
        ports,
        mounts: [],
        autoRemove: false,
        init: false,
        readOnly: false,
        network: "bridge",
        restart: { name: "no", retries: 0 },
        memory: 0,
        attachStdin: false,
        tty: false,
        publishAll: false,
        extraHosts: [],
        stopTimeout: undefined,
        kept: {},
      },
      endpoints: [{ network: "bridge", aliases: [], wanted: undefined }],
    });
    if ("error" in created) {
      this.#id = "";
      this.startError = created.error;
      return;
    }
    this.#id = created.container.id;
    const started = startContainer(
      { ...created.state, containers: [created.container] },
      created.container,
      this.#around(),
    );
    this.#daemon.state = started.state;
    this.startError = started.error;
    this.#pass();
  }

  #pass(): void {
    this.#daemon.state = advance(this.#daemon.state, this.#around());
  }

  /** Undefined where it was never made. */
  get container(): Container | undefined {
    return this.#daemon.state.containers.find(({ id }) => id === this.#id);
  }

  /** Simulated milliseconds since 1970. */
  get now(): number {
    return this.#daemon.state.time;
  }

  get isUp(): boolean {
    const { container } = this;
    return container !== undefined && isUp(container, this.now);
  }

  /** Time passes, and health checks run. */
  elapse(milliseconds: number): void {
    this.#daemon.clock.elapse(milliseconds);
    this.#pass();
  }

  get health(): Health | undefined {
    return this.container && healthOf(this.container);
  }

  /** A request to a port of the host, or to one of the container's own loopback. */
  request(
    from: "host" | "container",
    port: number,
    request: Omit<Request, "remote">,
  ): ReturnType<Network["request"]> {
    const { container } = this;
    if (!container) return "refused";
    const { method, path, headers, body } = request;
    return from === "host"
      ? hostNetwork(this.#daemon, this.#around().mounts).request(
          `http://127.0.0.1:${port}${path}`,
          method,
          headers,
          body,
        )
      : askContainer(
          this.#daemon,
          container,
          port,
          { ...request, remote: "127.0.0.1" },
          "loopback",
          this.#around(),
          this.now,
        );
  }

  /** SIGKILL to process 1, or to an init's own child: with it ends the container. */
  kill(): void {
    const { container } = this;
    if (container) this.#daemon.state = killContainer(this.#daemon.state, container, "KILL", this.#around());
  }

  /** SIGKILL to what runs beside process 1, by the program's name. @returns whether there was such a one */
  killBeside(program: string): boolean {
    const { container } = this;
    const life = container?.life;
    if (!container || !life) return false;
    const { hearer = 1 } = life;
    const waiting = life.waiting.filter(({ pid, kept }) => pid === hearer || kept.program !== program);
    if (waiting.length === life.waiting.length) return false;
    this.#daemon.state = replaceContainer(this.#daemon.state, { ...container, life: { ...life, waiting } });
    return true;
  }

  /** `docker stop`. @returns how it ended, and after how many milliseconds */
  stop(seconds: number): { readonly exitCode: number; readonly took: number } {
    const { container, now } = this;
    if (!container) throw new Error("a container that was never made was stopped");
    this.#daemon.state = stopContainer(this.#daemon.state, container, seconds, this.#around());
    return { exitCode: this.container?.life?.end?.exitCode ?? 0, took: this.now - now };
  }

  #around(): Surroundings {
    const mounts = mountSource({ daemon: this.#daemon, files: this.#files });
    return {
      seed: this.#daemon.seed,
      mounts,
      network: (cell) => hostNetwork(cell, mounts),
      blackBoxes: this.#daemon.blackBoxes,
    };
  }
}
