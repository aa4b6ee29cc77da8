/** Part of every report: the same lesson and submission get the same bytes from the same version. */
export const DRYDOCK_VERSION = "0.1.0";
