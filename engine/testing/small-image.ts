import { type Image, createImage } from "../src/build/image/image.ts";
import { createLayer } from "../src/build/image/layer.ts";
import { Content } from "../src/vfs/content.ts";
import { FileSystem, emptyDirectory } from "../src/vfs/file-system.ts";

const TOOLS = ["cat", "chown", "cp", "date", "id", "ls", "mkdir", "rm", "sleep", "touch", "wc"];

/** A tiny base: `/bin/sh` is busybox's, a few tools beside it, root and one user. */
export function smallImage(marker = "small"): Image {
  const files = new FileSystem(emptyDirectory(), () => 1_700_000_000);
  for (const path of ["/bin", "/etc", "/tmp", "/usr", "/usr/bin"]) files.mkdir(path);
  files.chmod("/tmp", 0o1777);
  files.write("/bin/sh", Content.of("busybox", "ash"), 0o755);
  for (const tool of TOOLS) files.write(`/bin/${tool}`, Content.of("busybox", tool), 0o755);
  files.write(
    "/etc/passwd",
    Content.of("root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n"),
  );
  files.write("/etc/group", Content.of("root:x:0:\napp:x:1000:\n"));
  files.write("/etc/marker", Content.of(marker));
  const created = "2024-01-01T00:00:00Z";
  return createImage({
    config: {
      created,
      architecture: "amd64",
      os: "linux",
      config: { Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"], Cmd: ["sh"] },
      history: [{ created, created_by: "ADD small.tar / # buildkit", comment: "buildkit.dockerfile.v0" }],
    },
    layers: [createLayer(emptyDirectory(), files.snapshot())],
  });
}
