export interface WorkerdSettings {
  port: number;
  /** Names of variables that workerd takes from its own environment. */
  variables: readonly string[];
  /** Variables with their values. */
  texts: Readonly<Record<string, string>>;
  /** The folder of built files. */
  files: string;
  /** Names the build in the files' ETags. */
  build: string;
  /** Whether the worker may leave this machine. */
  mayLeave: boolean;
}

const COMPATIBILITY = `compatibilityDate = "2026-10-20"`;

/**
 * Writes workerd's settings (workerd.capnp of 1.20261023.1): visitors meet the files first, then the worker; the worker
 * reaches its own files through ASSETS. No secret is written down.
 */
export function describeWorkerd(settings: WorkerdSettings): string {
  const { port, variables, texts, files, build, mayLeave } = settings;
  const given = [
    ...variables.map((name) => `(name = ${quote(name)}, fromEnvironment = ${quote(name)})`),
    ...Object.entries(texts).map(([name, text]) => `(name = ${quote(name)}, text = ${quote(text)})`),
  ];
  const player = (bindings: string) => `worker = (
      modules = [(name = "play-assets.mjs", esModule = embed "play-assets.mjs")],
      ${COMPATIBILITY},
      bindings = [(name = "FILES", service = "files"), (name = "BUILD", text = ${quote(build)})${bindings}],
    )`;

  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "front", ${player(', (name = "WORKER", service = "likeness")')}),
    (name = "assets", ${player("")}),
    (name = "likeness", worker = (
      modules = [
        (name = "entry.mjs", esModule = embed "entry.mjs"),
        (name = "worker.js", esModule = embed "worker.js"),
      ],
      ${COMPATIBILITY},
      compatibilityFlags = ["nodejs_compat", "global_fetch_strictly_public"],
      bindings = [
        (name = "ASSETS", service = "assets"),
        ${given.join(",\n        ")},
      ],
    )),
    (name = "files", disk = (path = ${quote(files)})),
    (name = "internet", network = (allow = [${mayLeave ? '"local", "private", "public"' : '"local"'}], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "front")],
);
`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
