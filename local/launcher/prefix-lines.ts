/** Writes one line on behalf of a part. */
export type Log = (name: string, line: string) => void;

const COLOURS = [36, 33, 35, 32, 34, 96, 93, 95];
const NAME_WIDTH = 12;

/** A log that puts each part's name before its lines, in a colour of its own on a terminal. */
export function prefixLines(stream: NodeJS.WritableStream, isColoured: boolean): Log {
  const colours = new Map<string, number>();

  return (name, line) => {
    if (!colours.has(name)) colours.set(name, COLOURS[colours.size % COLOURS.length] ?? 0);
    const label = name.padEnd(NAME_WIDTH);
    const prefix = isColoured ? `\u001b[${colours.get(name)}m${label}\u001b[0m` : label;
    stream.write(`${prefix} ${line}\n`);
  };
}
