const key = (what: string): string => `drydock:told-${what}`;

/** Whether somebody was told of it in this browser and has closed it. */
export const told = (what: string): boolean => {
  try {
    return localStorage.getItem(key(what)) !== null;
  } catch {
    // Storage is forbidden: it is told again.
    return false;
  }
};

export const tell = (what: string): void => {
  try {
    localStorage.setItem(key(what), "");
  } catch {
    // It is told again.
  }
};
