/** Why busybox would not take a name for a user or group: the first letter that may not be in it. */
export function illegalLetter(name: string): string | undefined {
  const bad = /^[^\w.]/.exec(name)?.index ?? /[^-\w.$]/.exec(name)?.index ?? /\$(?=.)/.exec(name)?.index;
  return bad === undefined
    ? undefined
    : `illegal character with code ${name.charCodeAt(bad)} at position ${bad}`;
}
