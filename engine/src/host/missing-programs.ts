/** What people type in a Docker course and this workstation lacks, with what the real one would do. */
const missingPrograms: ReadonlyMap<string, string> = new Map([
  ["apt", "install packages on this machine; in an image, RUN apt-get does it"],
  ["apt-get", "install packages on this machine; in an image, RUN apt-get does it"],
  ["code", "open an editor: the one beside this terminal edits the same files"],
  ["docker-compose", "work on the services of compose.yaml"],
  ["emacs", "open an editor: the one beside this terminal edits the same files"],
  ["gcc", "compile C on this machine; in an image, RUN gcc does it"],
  ["git", "work on a repository"],
  ["go", "build Go programs on this machine; in an image, RUN go does it"],
  ["hadolint", "check a Dockerfile: here the editor shows what it and BuildKit would say"],
  ["htop", "show the processes of this machine"],
  ["java", "run Java on this machine; `docker run` starts programs in containers"],
  ["man", "show the manual: `COMMAND --help` has the options of a docker command"],
  ["mvn", "build Java programs on this machine; in an image, RUN mvn does it"],
  ["nano", "open an editor: the one beside this terminal edits the same files"],
  ["node", "run JavaScript on this machine; `docker run` starts programs in containers"],
  ["npm", "work on a JavaScript project on this machine"],
  ["ssh", "log in to another machine"],
  ["sudo", "do it as root: here you are root already"],
  ["systemctl", "manage the services of this machine"],
  ["top", "show the processes of this machine"],
  ["tree", "draw the files as a tree: `find` or `ls -R` lists them"],
  ["vi", "open an editor: the one beside this terminal edits the same files"],
  ["vim", "open an editor: the one beside this terminal edits the same files"],
]);

/** The lines that follow bash's `command not found`: what Drydock lacks, by name where it is known. */
export function missingHint(stderr: string): string {
  const names = new Set(
    [...stderr.matchAll(/^bash: (?:line \d+: )?(\S+): command not found$/gm)].map(([, name = ""]) => name),
  );
  return [...names]
    .map((name) => {
      const real = missingPrograms.get(name);
      return real === undefined
        ? `Drydock does not simulate ${name}. \`help\` lists what this machine has.\n`
        : `Drydock does not simulate ${name}. The real one would ${real}.\n`;
    })
    .join("");
}
