/**
 * A part with nothing in it: answers on its ports, and writes into HOME/order.log when it comes up and when it is told
 * to end. FAKE_STUBBORN names parts that do not end; FAKE_FAILING parts that fail at once.
 */
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const { FAKE_FAILING, FAKE_STUBBORN, LIKENESS_HOME } = process.env;
const write = (what) => appendFileSync(join(LIKENESS_HOME, "order.log"), `${what}\n`);

/** Listens on each of the ports, until told to end. */
export async function playPart(name, ...ports) {
  failWhenAsked(name);
  for (const port of ports) {
    await new Promise((resolve) =>
      createServer((_, answer) => answer.end(name)).listen(Number(port), "127.0.0.1", resolve),
    );
  }
  console.log(`listening on ${ports.join(" and ")}`);
  write(`${name} up`);
  process.on("SIGTERM", () => {
    write(`${name} told`);
    if (FAKE_STUBBORN !== name) process.exit(0);
  });
}

/** Does its work at once and ends. */
export function playStep(name) {
  failWhenAsked(name);
  write(`${name} ran`);
}

function failWhenAsked(name) {
  if (FAKE_FAILING !== name) return;
  console.error(`${name} has lost its way`);
  process.exit(3);
}
