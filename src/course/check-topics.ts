import type { Topic } from "@drydock/grader";

/** A group of checks on the list of all. */
interface CheckTopic {
  readonly title: string;
  readonly said: string;
}

/** In the order in which a rubric is thought up. */
export const checkTopics: Readonly<Record<Topic, CheckTopic>> = {
  build: { title: "The build", said: "Does it go through, and does Docker warn?" },
  shape: { title: "Base, stages, size", said: "What the image stands on and how big it gets." },
  cache: { title: "The cache", said: "What a second build, after an edit, runs again." },
  context: { title: "The build context", said: "What is sent to the builder, after .dockerignore." },
  files: { title: "Files and secrets", said: "What lies in the image, in its layers, and who may touch it." },
  packages: { title: "Programs and packages", said: "What is installed, by the image’s own records." },
  settings: { title: "Settings of the image", said: "What a container gets from the image’s configuration." },
  running: { title: "A running container", said: "A container is started, asked, stopped." },
  session: { title: "After the session", said: "What is left on the machine after the learner’s commands." },
  answers: { title: "Answers and reports", said: "What the learner predicted, answered, wrote down." },
};

/** Kinds of values that several checks take, explained once. */
export const valueKinds: readonly { readonly id: string; readonly title: string; readonly said: string }[] = [
  {
    id: "text",
    title: "text",
    said: '`ahoy`: it contains that, or equals it where the parameter says so. `{ equals: ahoy }`: exactly that. `{ matches: "^a+$" }`: a regular expression, which always takes linear time. `{ file: page.html }`: the bytes of that file of the submission.',
  },
  {
    id: "edit",
    title: "edit",
    said: "`app.py`: a line feed is added to the file. `{ file: app.py, append: TEXT }` adds a text, `{ file: app.py, replace: OLD, with: NEW }` changes one, `{ file: app.py, with: TEXT }` writes the file anew. A file that the submission does not have makes the check inconclusive.",
  },
  {
    id: "files",
    title: "files",
    said: 'A map from paths to contents: `{ deep/.env: "TOKEN=1" }`. A content is a text, `{ text, mode }`, `{ base64 }` or `{ link }`.',
  },
  {
    id: "value",
    title: "value",
    said: "A string, a number, true or false. `layers(solution)` and its kind are worked out by the engine: `layers`, `steps`, `stages`, `bytes`, `files`, `outcome`, `user` or `directory` of `start`, `solution` or `submission`.",
  },
];
