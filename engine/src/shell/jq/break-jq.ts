/** `break $name`: ends the `label` with this identity. */
export class Break {
  readonly label: object;
  constructor(label: object) {
    this.label = label;
  }
}
