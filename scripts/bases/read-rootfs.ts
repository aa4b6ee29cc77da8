/**
 * Lists a Debian root file system as `engine/bases/layers/*.json` wants it.
 *
 *   debootstrap --variant=minbase trixie ROOT && node scripts/bases/read-rootfs.ts ROOT trixie > facts/rootfs-trixie.json
 *
 * What a learner looks at is listed name by name; the rest is counted by directory. What the `slim` images leave out
 * (debuerreotype, `.slimify-excludes`) and what only a mirror or a boot would add is left out here too. The language of a
 * listing is described at `LayerFiles` in engine/src/daemon/bases/layer-files.ts.
 */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

const [root = "", suite = ""] = process.argv.slice(2);

const GONE =
  /^(usr\/share\/(doc|groff|info|linda|locale|man)\/.|usr\/share\/lintian\/overrides\/.|var\/cache\/apt\/.|var\/lib\/apt\/lists\/.|var\/log\/.|(dev|proc|sys|run|tmp)\/.|debootstrap|var\/cache\/debconf\/.*-old|var\/lib\/dpkg\/(status|available|diversions)-old|etc\/(hostname|resolv.conf|apt\/sources.list)$|etc\/ld.so.cache)/;
const LISTED =
  /^($|usr$|usr\/(bin|sbin|local)(\/|$)|etc(\/|$)|home|root|opt|srv|mnt|media|tmp|run|var$|var\/(lib|cache|log|tmp)$|var\/lib\/dpkg$|var\/lib\/apt$)/;
const TEXT =
  /^etc\/(passwd|group|shadow|gshadow|shells|nsswitch.conf|host.conf|debian_version|issue|issue.net|ld.so.conf|environment|subuid|subgid|hosts|motd|ld.so.conf.d\/libc.conf)$|^usr\/lib\/os-release$/;

const directories: Record<string, string> = {};
const texts: Record<string, string> = {};
const inodes = new Map<number, string>();

const count = (path: string): { files: number; bytes: number } => {
  const at = join(root, path);
  const total = { files: 0, bytes: 0 };
  for (const name of readdirSync(at)) {
    const child = `${path}/${name}`;
    if (GONE.test(child)) continue;
    const stat = lstatSync(join(root, child));
    if (stat.isDirectory()) {
      const below = count(child);
      total.files += below.files;
      total.bytes += below.bytes;
    } else if (stat.isFile() && !(stat.nlink > 1 && inodes.has(stat.ino))) {
      if (stat.nlink > 1) inodes.set(stat.ino, child);
      total.files += 1;
      total.bytes += stat.size;
    }
  }
  return total;
};

const walk = (path: string): void => {
  const own = lstatSync(join(root, path));
  const tokens: string[] = [];
  const mark = (stat: { mode: number; uid: number; gid: number }, usual: number): string => {
    const mode = stat.mode & 0o7777;
    const owner = stat.uid || stat.gid ? `@${stat.uid}:${stat.gid}` : "";
    return `${mode === usual ? "" : `!${mode.toString(8)}`}${owner}`;
  };
  const self = mark(own, 0o755);
  if (self) tokens.push(`/${self}`);
  for (const name of readdirSync(join(root, path)).sort()) {
    const child = path ? `${path}/${name}` : name;
    if (GONE.test(child)) continue;
    const stat = lstatSync(join(root, child));
    if (stat.isSymbolicLink()) tokens.push(`${name}>${readlinkSync(join(root, child))}`);
    else if (stat.isDirectory()) {
      if (LISTED.test(child)) walk(child);
      else {
        const { files, bytes } = count(child);
        directories[child] = [mark(stat, 0o755).replace(/^(?=.)/, "/"), files ? `+${files},${bytes}` : ""]
          .filter(Boolean)
          .join(" ");
        if (/^(usr\/lib|usr\/share|usr\/libexec|var\/lib\/dpkg\/info)$/.test(child)) below(child);
      }
    } else if (stat.isFile()) {
      const first = stat.nlink > 1 ? inodes.get(stat.ino) : undefined;
      if (first) {
        tokens.push(`${name}~/${first}`);
        continue;
      }
      if (stat.nlink > 1) inodes.set(stat.ino, child);
      if (TEXT.test(child)) {
        texts[child] = readFileSync(join(root, child), "utf8");
        tokens.push(`${name}:${mark(stat, 0o644)}`);
      } else if (stat.mode & 0o111 && /(^|\/)s?bin$/.test(path))
        tokens.push(`${name}*${stat.size}${mark(stat, 0o755)}`);
      else tokens.push(`${name}:${stat.size}${mark(stat, 0o644)}`);
    }
  }
  directories[path] = tokens.join(" ");
};

/** One level of a counted directory by name: each child directory counted, loose files together. */
const below = (path: string): void => {
  const loose = { files: 0, bytes: 0 };
  const links: string[] = [];
  for (const name of readdirSync(join(root, path)).sort()) {
    const child = `${path}/${name}`;
    if (GONE.test(child)) continue;
    const stat = lstatSync(join(root, child));
    if (stat.isSymbolicLink()) links.push(`${name}>${readlinkSync(join(root, child))}`);
    else if (stat.isDirectory()) {
      inodes.clear();
      const { files, bytes } = count(child);
      directories[child] = files ? `+${files},${bytes}` : "";
    } else if (TEXT.test(child)) {
      texts[child] = readFileSync(join(root, child), "utf8");
      links.push(`${name}:`);
    } else {
      loose.files += 1;
      loose.bytes += stat.size;
    }
  }
  directories[path] = [loose.files ? `+${loose.files},${loose.bytes}` : "", ...links]
    .filter(Boolean)
    .join(" ");
};

walk("");

const field = (stanza: string, key: string): string =>
  new RegExp(`^${key}: (.*)`, "m").exec(stanza)?.[1] ?? "";
const packages = readFileSync(join(root, "var/lib/dpkg/status"), "utf8")
  .split("\n\n")
  .filter((stanza) => stanza.includes("Package: "))
  .map((stanza) =>
    [
      field(stanza, "Package"),
      field(stanza, "Version"),
      field(stanza, "Installed-Size"),
      field(stanza, "Architecture"),
      field(stanza, "Section"),
      field(stanza, "Priority") + (field(stanza, "Essential") ? "!" : ""),
      field(stanza, "Description"),
    ].join("|"),
  );
const source = `debootstrap --variant=minbase ${suite}, slim exclusions of debuerreotype`;
process.stdout.write(`${JSON.stringify({ source, directories, texts, packages }, undefined, 1)}\n`);
