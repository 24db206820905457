import { writeNotes } from "./keep-notes";
import { watchKeeper } from "./watch-keeper";

/** A running server that this process looks after. */
export interface KeptServer {
  pid: number;
  port: number;
  /** Ends the looking after, once the server has been stopped. */
  letGo: () => void;
}

/** Makes this process the keeper of a server: it stops when we end, and whoever comes next can read so. */
export function lookAfter(folder: string, server: { pid: number; port: number }): KeptServer {
  const watcher = watchKeeper(server.pid);
  writeNotes(folder, { server: server.pid, watcher: watcher.pid });
  return { pid: server.pid, port: server.port, letGo: watcher.callOff };
}
