/** The version that Drydock behaves like. */
export const VERSION = "28.5.2";
export const API_VERSION = "1.51";
export const MINIMUM_API_VERSION = "1.24";
export const versionLine: string = `Docker version ${VERSION}, build drydock\n`;
