import { Content } from "../../vfs/content.ts";
import { type File, newInode } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";

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

/** Who answers names is the machine's affair and not known here. */
const RESOLVER = file(Content.declared(22, "resolv.conf of the machine that builds"));
const HOSTS = "127.0.0.1\tlocalhost buildkitsandbox\n::1\tlocalhost ip6-localhost ip6-loopback\n";
const PLAIN_HOSTS = file(Content.of(HOSTS));

/**
 * Lays BuildKit's files for the network over a RUN's /etc (executor/oci/hosts.go, resolvconf.go). A base without them gets the
 * places made for them and taken away again, so its /etc is in the step's layer [recordings build/copy/*].
 *
 * @param extra names and addresses that `--add-host` adds
 */
export function mountNetworkFiles(
  files: FileSystem,
  extra: readonly (readonly [host: string, address: string])[] = [],
): () => void {
  const lines = extra.map(([host, address]) => `${address}\t${host}\n`);
  const hosts = extra.length === 0 ? PLAIN_HOSTS : file(Content.of(HOSTS + lines.join("")));
  files.mount("/etc/resolv.conf", RESOLVER, { readOnly: true });
  files.mount("/etc/hosts", hosts, { readOnly: true });
  return () => {
    files.unmount("/etc/resolv.conf");
    files.unmount("/etc/hosts");
  };
}
