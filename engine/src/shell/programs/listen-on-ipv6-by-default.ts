import { Content } from "../../vfs/content.ts";
import type { Program } from "../process.ts";

const FILE = "/etc/nginx/conf.d/default.conf";
/** Bytes of the packaged file, and of the line that the script puts into it. */
const PACKAGED = 1093;
const LINE = "\n    listen  [::]:80;";

/** What the nginx image does before its start: the packaged server listens on IPv6 too; a changed file is left alone. */
export const listenOnIpv6ByDefault: Program = {
  name: "10-listen-on-ipv6-by-default.sh",
  run(process) {
    const say = (text: string): void => {
      if (!process.env.get("NGINX_ENTRYPOINT_QUIET_LOGS"))
        process.stdout.write(`10-listen-on-ipv6-by-default.sh: info: ${text}\n`);
    };
    const content = process.files.read(FILE);
    if (typeof content === "string") say(`${FILE} is not a file or does not exist`);
    else if (!process.files.access(FILE, 2)) say(`can not modify ${FILE} (read-only file system?)`);
    else {
      say(`Getting the checksum of ${FILE}`);
      if (content.text !== undefined || content.size !== PACKAGED) say(`${FILE} differs from the packaged version`);
      else {
        process.files.write(FILE, Content.declared(PACKAGED + LINE.length, `${FILE} with IPv6`));
        say(`Enabled listen on IPv6 in ${FILE}`);
      }
    }
    return 0;
  },
};
