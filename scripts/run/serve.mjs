/** Serves dist/ on 127.0.0.1 until it is interrupted. Takes the next free port and says so. */
import { preview } from "astro";
import { root } from "./install.mjs";

const wanted = Number(process.argv[2]);
const server = await preview({ root, logLevel: "error", server: { host: "127.0.0.1", port: wanted } });
if (server.port !== wanted) console.log(`Port ${wanted} is taken, so this is ${server.port}.`);
console.log(`
Drydock is at  http://127.0.0.1:${server.port}/
First thing    open the first lesson, type  docker build -t hello .  in its terminal, and press Check.
Stop           Ctrl-C. Work is saved in the browser.
`);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    void server.stop().then(() => process.exit(0));
  });
}
