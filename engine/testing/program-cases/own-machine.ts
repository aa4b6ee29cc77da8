import { Content } from "../../src/vfs/content.ts";
import { machineFiles } from "../machine-files.ts";
import type { Enter } from "../real-shell.ts";

const ENTRIES = ["passwd", "group"];
/** What Debian's image has beside them, and the machine of the tests lacks. */
const ABSENT = ["shadow", "gshadow", "subuid", "subgid"];

/*
 * In a mount namespace: /etc is an overlay that is thrown away, with the accounts of the tests' machine; nobody has a home.
 */
const SETUP = `usual=$PATH PATH=/usr/sbin:/usr/bin; mount -t tmpfs own /mnt && mkdir /mnt/upper /mnt/work &&
mount -t overlay own -o lowerdir=/etc,upperdir=/mnt/upper,workdir=/mnt/work /etc &&
mount -t tmpfs own /home && mount -t tmpfs own /var/mail && umask 022 &&
rm -f ${ABSENT.map((name) => `/etc/${name} /etc/${name}-`).join(" ")}
`;

function accounts(): string {
  const machine = machineFiles("dash");
  return ENTRIES.map((name) => {
    const content = machine.read(`/etc/${name}`);
    const text = content instanceof Content ? (content.text ?? "") : "";
    return `cat > /etc/${name} <<'END'\n${text}END\n`;
  }).join("");
}

/** Starts a program on a machine whose accounts are those of the tests' machine: what it does to them is gone with it. */
export const ownMachine: Enter = (program, argv0, args) => [
  "/usr/bin/unshare",
  "unshare",
  "-m",
  "/bin/bash",
  "--norc",
  "-c",
  `${SETUP}${accounts()}PATH=$usual; exec -a ${argv0} ${program} "$@"`,
  "bash",
  ...args,
];
