/** What `-h` says before anything else (docker/cli cli/cobra.go, MarkShorthandDeprecated). */
export const SHORT_HELP = "Flag shorthand -h has been deprecated, use --help\n";
