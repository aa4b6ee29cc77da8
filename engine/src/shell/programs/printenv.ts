import type { Program } from "../process.ts";

export const printenv: Program = {
  name: "printenv",
  run(process) {
    const names = process.argv.slice(1);
    if (names.length === 0)
      process.stdout.write([...process.env].map(([name, value]) => `${name}=${value}\n`).join(""));
    let status = 0;
    for (const name of names) {
      const value = process.env.get(name);
      if (value === undefined) status = 1;
      else process.stdout.write(`${value}\n`);
    }
    return status;
  },
};
