import { allWork, openAllWork } from "../../session/vault/all-work.ts";
import { beginAnew, begunAnew, undoBeginAnew } from "../../session/vault/begin-anew.ts";
import type { Vault } from "../../session/vault/vault.ts";
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

/** All work of this browser out as one file, and such a file in again; and a fresh start, which can be undone. */
export const mountAllWork = (vault: Vault, ids: readonly string[], changed: () => Promise<void>): void => {
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
        await after(words);
      })
      .catch(failed);
  });
  const anew = box.querySelector<HTMLElement>("[data-all-anew]");
  const back = box.querySelector<HTMLElement>("[data-all-back]");
  /** What a button did is told, and the keyboard goes to the one that undoes it. */
  const after = async (words: string, next?: HTMLElement | null): Promise<void> => {
    await changed();
    await offer();
    say(words);
    if (!next?.hidden) next?.focus();
  };
  const offer = async (): Promise<void> => {
    if (anew) anew.hidden = (await vault.all()).length === 0;
    if (back) back.hidden = (await begunAnew(vault, ids)).length === 0;
  };
  anew?.addEventListener("click", () => {
    beginAnew(vault)
      .then((count) => after(`Your work in ${lessons(count)} was set aside.`, back))
      .catch(failed);
  });
  back?.addEventListener("click", () => {
    undoBeginAnew(vault, ids)
      .then((count) => after(`Your work in ${lessons(count)} is back.`, anew))
      .catch(failed);
  });
  offer().catch(failed);
  box.hidden = false;
};
