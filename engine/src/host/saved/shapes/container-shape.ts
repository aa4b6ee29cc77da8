import {
  isFlag,
  isNumber,
  isText,
  listOf,
  mapOf,
  maybe,
  objectOf,
  oneOf,
  recordOf,
  type Shape,
} from "../../../core/shape.ts";
import type {
  Container,
  ContainerOptions,
  Life,
  LoggedOutput,
  Mount,
  PublishedPort,
} from "../../../daemon/containers/container.ts";
import type { Endpoint } from "../../../daemon/networks/endpoint.ts";
import type { RestartPolicy } from "../../../daemon/containers/restart-policy.ts";
import type { Waiting } from "../../../shell/wait/waiting.ts";
import { isDirectory } from "../../../vfs/entry-shape.ts";
import { isContainerConfig, isImage } from "./image-shape.ts";

const ports = listOf(
  objectOf<PublishedPort>({
    container: isNumber,
    protocol: oneOf("tcp", "udp"),
    hostIp: isText,
    host: isNumber,
  }),
);
const output = listOf(
  objectOf<LoggedOutput>({ at: isNumber, stream: oneOf("stdout", "stderr"), text: isText }),
);

const isLife: Shape<Life> = objectOf<Life>({
  startedAt: isNumber,
  stdin: isText,
  output,
  // Whoever revived them has looked at them.
  waiting: listOf(objectOf<Waiting>({ pid: isNumber, since: isNumber, ports: mapOf(isNumber, isText) })),
  trees: listOf(objectOf<Life["trees"][number]>({ at: isNumber, tree: isDirectory })),
  end: maybe(objectOf<NonNullable<Life["end"]>>({ at: isNumber, exitCode: isNumber })),
});

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every(isText);

const isOptions: Shape<ContainerOptions> = objectOf<ContainerOptions>({
  ports,
  mounts: listOf(
    objectOf<Mount>({
      kind: oneOf("bind", "volume", "tmpfs"),
      source: isText,
      target: isText,
      readOnly: isFlag,
    }),
  ),
  autoRemove: isFlag,
  init: isFlag,
  readOnly: isFlag,
  network: isText,
  restart: objectOf<RestartPolicy>({
    name: oneOf("no", "always", "on-failure", "unless-stopped"),
    retries: isNumber,
  }),
  memory: isNumber,
  attachStdin: isFlag,
  tty: isFlag,
  publishAll: isFlag,
  stopTimeout: maybe(isNumber),
  kept: recordOf((value): value is ContainerOptions["kept"][string] => value !== undefined),
  extraHosts: listOf(isPair),
});

/** A container: all that somebody meets who lists it, starts it or looks into it. */
export const isContainer: Shape<Container> = objectOf<Container>({
  id: isText,
  name: isText,
  image: isImage,
  imageName: isText,
  created: isNumber,
  hostname: isText,
  config: isContainerConfig,
  options: isOptions,
  tree: isDirectory,
  life: maybe(isLife),
  paused: isFlag,
  published: ports,
  startError: maybe(isText),
  restarts: isNumber,
  backoff: isNumber,
  stopped: isFlag,
  earlier: output,
  endpoints: listOf(
    objectOf<Endpoint>({ network: isText, networkId: isText, aliases: listOf(isText), address: isText }),
  ),
});
