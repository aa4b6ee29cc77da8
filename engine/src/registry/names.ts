/* The grammars of the specification ("Pulling manifests"); neighbours are disjoint, so no text makes them backtrack far. */
const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const LONGEST = 255;

export const isRepositoryName = (text: string): boolean => text.length <= LONGEST && NAME.test(text);

export const isTag = (text: string): boolean => TAG.test(text);
