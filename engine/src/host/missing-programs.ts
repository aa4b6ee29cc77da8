/** What people type in a Docker course and this workstation lacks, with what the real one would do. */
export const missingPrograms: ReadonlyMap<string, string> = new Map([
  ["apt", "install packages on this machine; in an image, RUN apt-get does it"],
  ["apt-get", "install packages on this machine; in an image, RUN apt-get does it"],
  ["code", "open an editor: the one beside this terminal edits the same files"],
  ["git", "work on a repository"],
  ["htop", "show the processes of this machine"],
  ["nano", "open an editor: the one beside this terminal edits the same files"],
  ["node", "run JavaScript on this machine; `docker run` starts programs in containers"],
  ["npm", "work on a JavaScript project on this machine"],
  ["pip", "install Python packages on this machine; in an image, RUN pip does it"],
  ["python", "run Python on this machine; `docker run` starts programs in containers"],
  ["python3", "run Python on this machine; `docker run` starts programs in containers"],
  ["ssh", "log in to another machine"],
  ["sudo", "do it as root: here you are root already"],
  ["systemctl", "manage the services of this machine"],
  ["vi", "open an editor: the one beside this terminal edits the same files"],
  ["vim", "open an editor: the one beside this terminal edits the same files"],
]);

/** The line that follows bash's `command not found`, where there is something to say. */
export function missingHint(stderr: string): string {
  const names = [...stderr.matchAll(/^bash: (?:line \d+: )?(\S+): command not found$/gm)].map(
    ([, name = ""]) => name,
  );
  return [...new Set(names)]
    .filter((name) => missingPrograms.has(name))
    .map(
      (name) => `Drydock does not simulate ${name}. The real one would ${missingPrograms.get(name) ?? ""}.\n`,
    )
    .join("");
}
