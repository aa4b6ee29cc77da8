import type { TarMember } from "../../archive/tar.ts";
import { clean, dirname } from "../../vfs/path.ts";

/** Links from one to the next that are followed; older archives have one. */
const MOST_LINKS = 10;

/** Files of an archive by path, links among them followed; what leads out of it leads to its top. */
export class Members {
  readonly #byPath: ReadonlyMap<string, TarMember>;

  constructor(members: readonly TarMember[]) {
    this.#byPath = new Map(members.map((member) => [clean(`/${member.name}`), member]));
  }

  read(name: string): TarMember | undefined {
    let path = clean(`/${name}`);
    for (let links = 0; links <= MOST_LINKS; links++) {
      const member = this.#byPath.get(path);
      if (member?.type === "file") return member;
      if (member?.type === "symlink") path = clean(`${dirname(path)}/${member.target}`);
      else if (member?.type === "link") path = clean(`/${member.target}`);
      else return undefined;
    }
    return undefined;
  }
}
