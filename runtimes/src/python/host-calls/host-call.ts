import type { PythonProcess } from "../process/python-process.ts";

/** One question that Python's part asks of the world: JSON in, JSON out. */
export interface HostCall {
  readonly name: string;
  /** The answer is a text that crosses the border as it is: for long ones. */
  readonly plain?: true;
  /** `question` has been written by `library/`, never by a learner's program. What is thrown ends the program. */
  answer(caller: PythonProcess, question: Question): unknown;
}

/** Fields of a question; what is missing or of another kind is the empty value of its kind. */
export class Question {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(json: string) {
    this.#fields = (json === "" ? {} : JSON.parse(json)) as Readonly<Record<string, unknown>>;
  }

  text(name: string): string {
    const value = this.#fields[name];
    return typeof value === "string" ? value : "";
  }

  number(name: string): number {
    const value = this.#fields[name];
    return typeof value === "number" ? value : 0;
  }

  has(name: string): boolean {
    const value = this.#fields[name];
    return value !== undefined && value !== null && value !== false;
  }

  texts(name: string): string[] {
    const value = this.#fields[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  }

  /** An object of texts. */
  pairs(name: string): Map<string, string> {
    const value = this.#fields[name];
    if (typeof value !== "object" || value === null) return new Map();
    return new Map(Object.entries(value).map(([key, text]) => [key, String(text)]));
  }
}
