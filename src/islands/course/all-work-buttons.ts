import { allWork, openAllWork } from "../../session/all-work.ts";
import type { Vault } from "../../session/vault.ts";
import { handOut } from "../hand-out.ts";

/** More than this is no file of work. */
const LARGEST = 200 * 1024 * 1024;

const lessons = (count: number): string => `${count} ${count === 1 ? "lesson" : "lessons"}`;

const open = async (vault: Vault, file: File): Promise<string> => {
  if (file.size > LARGEST) return "This file is too large to be a file of work.";
  const joined = await openAllWork(vault, await file.text());
  if ("error" in joined) return joined.error;
  const { added, kept } = joined;
  const stayed =
    kept === 0
      ? ""
      : ` ${lessons(kept)} had been begun here: the work stayed as it is here, what is done counts.`;
  return `${lessons(added)} came from the file.${stayed}`;
};

/** All work of this browser out as one file, and such a file in again. */
export const mountAllWork = (vault: Vault, changed: () => Promise<void>): void => {
  const box = document.querySelector<HTMLElement>("[data-all-work]");
  const file = box?.querySelector("input");
  const said = box?.querySelector("[role=status]");
  if (!box || !file || !said) return;
  const say = (words: string): void => said.replaceChildren(words);
  const failed = (error: unknown): void =>
    say(`That did not work: ${error instanceof Error ? error.message : String(error)}.`);
  box.querySelector("[data-all-out]")?.addEventListener("click", () => {
    allWork(vault)
      .then((text) => handOut(text, "drydock-work.json"))
      .catch(failed);
  });
  box.querySelector("[data-all-in]")?.addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    open(vault, chosen)
      .then(async (words) => {
        await changed();
        say(words);
      })
      .catch(failed);
  });
  box.hidden = false;
};
