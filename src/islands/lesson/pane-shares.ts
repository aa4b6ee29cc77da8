/** How much of its room a pane takes, in per cent, by the name of its handle; only what somebody has moved. */
export type PaneShares = Readonly<Record<string, number>>;

const KEY = "drydock:panes";

export const readShares = (): PaneShares => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value).filter(
            (entry): entry is [string, number] =>
              typeof entry[1] === "number" && entry[1] > 0 && entry[1] < 100,
          ),
        )
      : {};
  } catch {
    // Storage is forbidden or holds something else: the panes are as they were made.
    return {};
  }
};

export const writeShares = (shares: PaneShares): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(shares));
  } catch {
    // They hold for this page.
  }
};

export const showShares = (shares: PaneShares): void => {
  for (const name of ["read", "rail", "terminal", "views"]) {
    const share = shares[name];
    if (share === undefined) document.body.style.removeProperty(`--share-${name}`);
    else document.body.style.setProperty(`--share-${name}`, `${share}%`);
  }
};
