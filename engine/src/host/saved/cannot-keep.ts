/** Something of a value cannot be written down: a program that runs, a function. */
export class CannotKeep extends Error {
  override readonly name = "CannotKeep";
}
