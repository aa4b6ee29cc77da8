import type { Ran } from "../../session/machine/machine.ts";
import type { Session } from "../../session/session.ts";
import { seconds } from "../../session/facts/amounts.ts";

const took = (ran: Ran): number => ran.output.reduce((last, { at }) => Math.max(last, at), 0);

/** What a run block says afterwards: how long a build took in simulated time, or how the command ended. */
const said = (ran: Ran): string =>
  ran.exitCode !== 0
    ? `ended with ${ran.exitCode}`
    : ran.builds.length > 0
      ? `ran, ${seconds(took(ran))}`
      : "ran";

/** The commands in the text: a click types them into the terminal. */
export const mountRuns = (session: Session, type: (line: string) => Promise<Ran>): void => {
  const blocks = [...document.querySelectorAll<HTMLElement>("[data-run]")];
  for (const block of blocks) {
    const line = block.dataset["run"] ?? "";
    const state = block.querySelector(".state");
    const button = block.querySelector("button");
    button?.addEventListener("click", () => {
      void type(line).then((ran) => {
        state?.replaceChildren(said(ran));
        if (button.firstChild) button.firstChild.nodeValue = "Run again";
      });
    });
  }
  session.$log.listen((log) => {
    if (log.length > 0) return;
    for (const block of blocks) block.querySelector(".state")?.replaceChildren();
  });
};
