import { isNumber, isText, mapOf, maybe, objectOf, oneOf, type Shape } from "../core/shape.ts";
import { Content } from "./content.ts";
import type { Device, Directory, Entry, File, Inode, Metadata } from "./entry.ts";

const metadata = { mode: isNumber, uid: isNumber, gid: isNumber, mtime: isNumber } as const satisfies Partial<
  Record<keyof Metadata, Shape<number>>
>;
const inode = objectOf<Inode>({ born: isNumber });
const isContent: Shape<Content> = (value) => value instanceof Content;

/** A file's content, or a thing of a kind of its own, where a directory was expected is none. */
const isEntry: Shape<Entry> = (value): value is Entry =>
  isDirectory(value) || isFile(value) || isLink(value) || isDevice(value);

const isFile: Shape<File> = objectOf<File>({
  kind: oneOf("file"),
  ...metadata,
  inode,
  content: isContent,
  links: isNumber,
});
const isLink = objectOf<Extract<Entry, { kind: "symlink" }>>({
  kind: oneOf("symlink"),
  ...metadata,
  inode,
  target: isText,
});
const isDevice = objectOf<Device>({ kind: oneOf("device"), ...metadata, inode });

/** A whole tree: names are names, and nothing in it is but files, folders, links and devices. */
export const isDirectory: Shape<Directory> = objectOf<Directory>({
  kind: oneOf("directory"),
  ...metadata,
  inode,
  children: mapOf(
    (name): name is string =>
      isText(name) && name !== "" && name !== "." && name !== ".." && !name.includes("/"),
    isEntry,
  ),
  bulk: maybe(objectOf<NonNullable<Directory["bulk"]>>({ files: isNumber, bytes: isNumber })),
});
