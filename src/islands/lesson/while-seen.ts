/** Calls `draw` whenever something changed while the panel can be seen, and when it comes into view after a change. */
export const whileSeen = (panel: HTMLElement, draw: () => void): (() => void) => {
  let old = true;
  const changed = (): void => {
    old = true;
    if (panel.hidden) return;
    old = false;
    draw();
  };
  new MutationObserver(() => {
    if (!panel.hidden && old) changed();
  }).observe(panel, { attributeFilter: ["hidden"] });
  return changed;
};
