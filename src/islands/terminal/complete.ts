/** What can stand at the cursor: `choices` replace the text from `start` up to the cursor. */
export interface Completion {
  readonly start: number;
  readonly choices: readonly string[];
}

/** What there is to complete with, at this moment. */
export interface Completable {
  readonly commands: readonly string[];
  /** Verbs of `docker`, with two words where they have two (`image ls`). */
  readonly verbs: readonly string[];
  /** Flags of a verb, with their dashes. */
  readonly flags: (verb: string) => readonly string[];
  readonly images: readonly string[];
  readonly containers: readonly string[];
  /** Paths below the working directory; folders end in `/`. */
  readonly files: readonly string[];
}

const ofImages = /^(run|create|rmi|tag|push|history|save|image (rm|inspect|history|tag|push|save))$/;
const ofContainers =
  /^(stop|start|restart|rm|logs|exec|kill|port|top|wait|rename|diff|commit|container (stop|start|rm|logs|exec|kill|inspect))$/;

/** Files of one folder at a time, as a shell offers them. */
const filesAt = (files: readonly string[], typed: string): readonly string[] => {
  const names = files
    .filter((file) => file.startsWith(typed) && (typed.startsWith(".") || !file.startsWith(".")))
    .map((file) => {
      const slash = file.indexOf("/", typed.length);
      return slash < 0 ? file : file.slice(0, slash + 1);
    });
  return [...new Set(names)];
};

/** Tab: commands, verbs of docker, names of images and containers, files; by the words before the cursor. */
export const complete = (text: string, cursor: number, world: Completable): Completion => {
  const command =
    text
      .slice(0, cursor)
      .split(/&&|\|\|?|;|\n/)
      .at(-1) ?? "";
  const words = command.trimStart().split(/\s+/);
  const typed = words.at(-1) ?? "";
  const start = cursor - typed.length;
  const fitting = (choices: readonly string[]): Completion => ({
    start,
    choices: [...new Set(choices.filter((choice) => choice.startsWith(typed)))].toSorted(),
  });
  if (words.length <= 1) return fitting(world.commands);
  if (words[0] !== "docker" || typed.startsWith("./")) {
    if (!typed.startsWith("./")) return { start, choices: filesAt(world.files, typed) };
    return { start, choices: filesAt(world.files, typed.slice(2)).map((file) => `./${file}`) };
  }
  const said = words.slice(1, -1).filter((word) => !word.startsWith("-"));
  if (said.length === 0) return fitting(world.verbs.map((verb) => verb.split(" ")[0] ?? verb));
  const group = world.verbs.filter((verb) => verb.startsWith(`${said[0]} `));
  if (group.length > 0 && said.length === 1) return fitting(group.map((verb) => verb.split(" ")[1] ?? verb));
  const verb = group.length > 0 ? said.slice(0, 2).join(" ") : (said[0] ?? "");
  if (typed.startsWith("-")) return fitting(world.flags(verb));
  if (ofImages.test(verb)) return fitting(world.images);
  if (ofContainers.test(verb)) return fitting(world.containers);
  if (verb === "inspect") return fitting([...world.images, ...world.containers]);
  return { start, choices: filesAt(world.files, typed) };
};
