import { Content } from "../vfs/content.ts";
import { type File, newInode } from "../vfs/entry.ts";
import type { FileSystem } from "../vfs/file-system.ts";

const file = (content: Content): File => ({
  kind: "file",
  inode: newInode(),
  mode: 0o644,
  uid: 0,
  gid: 0,
  mtime: 0,
  links: 1,
  content,
});

/** BuildKit's own (executor/oci/hosts.go, resolvconf.go); who answers names is the machine's affair and not known here. */
const FILES = [
  ["/etc/resolv.conf", file(Content.declared(22, "resolv.conf of the machine that builds"))],
  [
    "/etc/hosts",
    file(Content.of("127.0.0.1\tlocalhost buildkitsandbox\n::1\tlocalhost ip6-localhost ip6-loopback\n")),
  ],
] as const;

/**
 * Lays BuildKit's files for the network over a RUN's /etc. A base without them gets the places made for them and taken away
 * again, so its /etc is in the step's layer [recordings build/copy/*].
 */
export function mountNetworkFiles(files: FileSystem): () => void {
  for (const [path, entry] of FILES) files.mount(path, entry, { readOnly: true });
  return () => {
    for (const [path] of FILES) files.unmount(path);
  };
}
