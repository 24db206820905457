import fs from "node:fs";
import path from "node:path";
import { chooseAccount } from "./choose-account";
import type { Account } from "./choose-account";
import { findBinaries } from "./find-binaries";
import type { Binaries } from "./find-binaries";

/** Where one server lives and as whom it runs. */
export interface Workplace {
  /** The folder that holds `data/` and `server.log`. */
  folder: string;
  data: string;
  log: string;
  binaries: Binaries;
  /** The account to run as; undefined for our own. */
  account: Account | undefined;
}

/** Makes the private folder of a server and finds what runs it. Throws a sentence for the developer when it cannot. */
export function prepareWorkplace(folder: string): Workplace {
  const account = chooseAccount(folder);
  makePrivate(folder, account);
  return {
    folder,
    data: path.join(folder, "data"),
    log: path.join(folder, "server.log"),
    binaries: findBinaries(account),
    account,
  };
}

function makePrivate(folder: string, account: Account | undefined): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account) fs.chownSync(folder, account.uid, account.gid);
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (cause) {
    const sentence = `${folder} is closed to this account: was it made by another one? Remove it, or start with another --home.`;
    throw new Error(sentence, { cause });
  }
}

/** How a child process reaches the folder: the path for its command line, and the descriptor it has to inherit as its fourth. */
export interface Reach {
  path: string;
  descriptor: number | undefined;
  close: () => void;
}

/**
 * Lets the server reach its folder where only we may walk the path to it.
 *
 * Root's home and most state folders are closed to `nobody`. On Linux the folder is opened here and inherited;
 * `/proc/self/fd/3` then leads into it without walking the path. Elsewhere the path itself has to do.
 */
export function reachFolder({ folder, account }: Workplace): Reach {
  if (!account || process.platform !== "linux")
    return { path: folder, descriptor: undefined, close: () => undefined };

  const descriptor = fs.openSync(folder, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY);
  return {
    path: "/proc/self/fd/3",
    descriptor,
    close: () => {
      fs.closeSync(descriptor);
    },
  };
}
