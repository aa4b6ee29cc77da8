/** Loads the engine when somebody wants to type in the home page's build, and not before. */
const state = document.querySelector<HTMLElement>("[data-live]");
const choice = document.querySelector<HTMLInputElement>("#three");
let loading: Promise<void> | undefined;
choice?.addEventListener("change", () => {
  if (!state) return;
  loading ??= import("./live.ts").then(({ mountLive }) => mountLive(state));
  loading.catch((error: unknown) => {
    state.querySelector("strong")?.replaceChildren("The engine did not load.");
    state.querySelector("p")?.replaceChildren(error instanceof Error ? error.message : String(error));
  });
});
if (choice?.checked) choice.dispatchEvent(new Event("change"));
