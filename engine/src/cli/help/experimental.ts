/** What docker/cli adds to the help of a command that is an experiment. */
export const experimentalNote = (name: string): string => `

EXPERIMENTAL:
  ${name} is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`;

export const isExperimental = (name: string): boolean => /^docker (?:manifest|checkpoint)\b/.test(name);
