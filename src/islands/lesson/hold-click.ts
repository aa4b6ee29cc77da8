/**
 * On a slow machine somebody presses a button before its script is there. The last such press is kept; what is returned does
 * it.
 */
export const holdClick = (): (() => void) => {
  let held: HTMLElement | undefined;
  const hold = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>("main button, [data-work-menu] button");
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    held?.removeAttribute("aria-busy");
    held = button;
    button.setAttribute("aria-busy", "true");
  };
  document.addEventListener("click", hold, true);
  return () => {
    document.removeEventListener("click", hold, true);
    held?.removeAttribute("aria-busy");
    held?.click();
  };
};
