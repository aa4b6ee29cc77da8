/** Names of archives that are read. */
export const ARCHIVE: RegExp = /\.(?:zip|tar|tar\.(?:gz|bz2|xz)|tgz|tbz2|txz)$/i;
