import { HOST_NAME } from "../../daemon/containers/create-container.ts";
import { isoTime } from "../../core/iso-time.ts";
import { isUp, statusOf } from "../../daemon/containers/container.ts";
import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { storedLogin } from "../login/credentials.ts";
import { compileTemplate } from "../template/template.ts";
import { Typed } from "../template/typed.ts";
import { VERSION } from "../version.ts";

/** Those that every engine has (moby/moby, daemon/logger). */
const LOG_DRIVERS = "awslogs fluentd gcplogs gelf journald json-file local splunk syslog".split(" ");

/** What a simulated machine can know of itself: of kernel, CPUs and memory it says nothing. */
export const info: Command = {
  names: ["info", "system info"],
  usage: "[OPTIONS]",
  summary: "Display system-wide information",
  arity: [0, 0],
  flags: [{ name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP }],
  run(call) {
    const { state } = call.daemon;
    const running = state.containers.filter((one) => isUp(one, state.time)).length;
    const paused = state.containers.filter((one) => statusOf(one, state.time) === "paused").length;
    const login = storedLogin(call, "docker.io");
    const facts = {
      Containers: state.containers.length,
      ContainersRunning: running - paused,
      ContainersPaused: paused,
      ContainersStopped: state.containers.length - running,
      Images: state.images.length,
      Driver: "overlay2",
      LoggingDriver: "json-file",
      Plugins: {
        Volume: ["local"],
        Network: ["bridge", "host", "ipvlan", "macvlan", "null", "overlay"],
        Authorization: null,
        Log: LOG_DRIVERS,
      },
      Swarm: { LocalNodeState: "inactive", ControlAvailable: false },
      DefaultRuntime: "runc",
      ServerVersion: VERSION,
      OSType: "linux",
      Architecture: "x86_64",
      Name: HOST_NAME,
      DockerRootDir: state.dataRoot,
      Debug: false,
      IndexServerAddress: "https://index.docker.io/v1/",
      RegistryConfig: { InsecureRegistryCIDRs: ["::1/128", "127.0.0.0/8"], Mirrors: null },
      ExperimentalBuild: false,
      LiveRestoreEnabled: false,
      SystemTime: isoTime(state.time),
      Warnings: null,
      ClientInfo: { Version: VERSION, Context: "default", Debug: false },
    };
    const format = call.get("format");
    if (format === "") {
      const user = login ? [` Username: ${login.username}`] : [];
      const lines = [
        ` Containers: ${facts.Containers}`,
        `  Running: ${facts.ContainersRunning}`,
        `  Paused: ${paused}`,
        `  Stopped: ${facts.ContainersStopped}`,
        ` Images: ${facts.Images}`,
        ` Server Version: ${VERSION}`,
        ` Storage Driver: ${facts.Driver}`,
        ` Logging Driver: ${facts.LoggingDriver}`,
        " Plugins:",
        `  Volume: ${facts.Plugins.Volume.join(" ")}`,
        `  Network: ${facts.Plugins.Network.join(" ")}`,
        `  Log: ${LOG_DRIVERS.join(" ")}`,
        " Swarm: inactive",
        " Runtimes: io.containerd.runc.v2 runc",
        " Default Runtime: runc",
        ` OSType: ${facts.OSType}`,
        ` Architecture: ${facts.Architecture}`,
        ` Name: ${HOST_NAME}`,
        ` Docker Root Dir: ${facts.DockerRootDir}`,
        " Debug Mode: false",
        ...user,
        " Experimental: false",
        " Insecure Registries:",
        "  ::1/128",
        "  127.0.0.0/8",
        " Live Restore Enabled: false",
      ];
      call.out(
        `Client:\n Version:    ${VERSION}\n Context:    default\n Debug Mode: false\n\nServer:\n${lines.join("\n")}\n\n`,
      );
      return 0;
    }
    const template = compileTemplate(format === "json" ? "{{json .}}" : format);
    if ("error" in template) return call.fail(`template parsing error: ${template.error}`, 64);
    const { text, error } = template.render(new Typed("system.dockerInfo", facts));
    call.out(`${text}\n`);
    return error === undefined ? 0 : call.fail(error);
  },
};
