import { expect, it } from "vitest";
import { editorLine } from "./editor-line.ts";

it.each([
  ["nano Dockerfile", "~/app $ ", "Dockerfile"],
  [" vi  ./src/app.py ", "~/app $ ", "src/app.py"],
  ["vim ../.dockerignore", "~/app/src $ ", ".dockerignore"],
  ["nano ../../etc/passwd", "~/app $ ", undefined],
  ["nano /etc/passwd", "~/app $ ", undefined],
  ["nano Dockerfile", "/etc $ ", undefined],
  ["vi", "~/app $ ", undefined],
  ["nano Dockerfile; ls", "~/app $ ", undefined],
  ["cat Dockerfile", "~/app $ ", undefined],
])("%s at %s", (line, prompt, file) => expect(editorLine(line, prompt)).toBe(file));
