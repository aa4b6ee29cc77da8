/** What every page does once it is read: the theme button, and keeping the site for use without a network. */
const root = document.documentElement;

const isDark = (): boolean =>
  root.dataset["theme"] === undefined
    ? matchMedia("(prefers-color-scheme: dark)").matches
    : root.dataset["theme"] === "dark";

document.querySelector("[data-theme-toggle]")?.addEventListener("click", () => {
  const theme = isDark() ? "light" : "dark";
  root.dataset["theme"] = theme;
  try {
    localStorage.setItem("drydock:theme", theme);
  } catch {
    // Storage is forbidden here: the choice holds for this page.
  }
  document.dispatchEvent(new Event("drydock:theme"));
});

/** Refused in private windows of some browsers, and even to look at: the site then works with a network only. */
const keep = async (): Promise<void> => {
  const kept = await navigator.serviceWorker?.register(`${document.body.dataset["root"]}sw.js`);
  // A newer version that came on an earlier visit; it refuses while a lesson is open.
  kept?.waiting?.postMessage("take over");
};
if (import.meta.env.PROD) addEventListener("load", () => void keep().catch(() => undefined));
