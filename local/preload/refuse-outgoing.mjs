/**
 * Refuses, in this process, every request that is not to this machine (or to a host in LOCAL_ALLOW_HOSTS), and appends
 * each attempt as a JSON line to $LIKENESS_HOME/refused.log.
 *
 * Sockets are the one door everything passes (http, https, http2, tls, WebSocket, pg, undici); the doors before it are
 * watched too, because they know the address a proxy on loopback would hide from the socket.
 */
import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { isAllowedHost } from "./is-allowed-host.mjs";
import { logRefusal } from "./log-refusal.mjs";

// The local vendors listen on 127.0.0.1; without this, Node may try (or listen on) ::1 for "localhost" first.
dns.setDefaultResultOrder("ipv4first");

refuseFetches();
refuseRequests(http, "http:");
refuseRequests(https, "https:");
refuseSockets();
refuseDatagrams();
refuseLookups(dns);
refuseLookups(dns.promises);
refuseLookups(dns.Resolver.prototype);
refuseLookups(dns.promises.Resolver.prototype);
syncBuiltinESMExports();

/** fetch and WebSocket: wraps Node's own dispatcher in place, so its version and ours need not agree. */
function refuseFetches() {
  void globalThis.Headers; // loads Node's undici, which sets its global dispatcher
  const dispatcher = globalThis[Symbol.for("undici.globalDispatcher.1")];
  if (!dispatcher) return;

  const dispatch = dispatcher.dispatch;
  dispatcher.dispatch = function (options, handler) {
    const url = new URL(String(options.origin));
    if (!isAllowedHost(url.hostname))
      throw logRefusal({ via: "fetch", host: url.hostname, url: url.origin + options.path });
    return dispatch.call(this, options, handler);
  };
}

function refuseRequests(module, protocol) {
  for (const verb of ["request", "get"]) {
    const original = module[verb];
    module[verb] = function (...args) {
      const { host, port, path } = targetOf(args);
      if (!isAllowedHost(host))
        throw logRefusal({ via: protocol.slice(0, -1), host, url: `${protocol}//${host}${port}${path}` });
      return original.apply(this, args);
    };
  }
}

/** The target of `http.request(url, options?)` or `http.request(options)`; options win over the URL, as in Node. */
function targetOf(args) {
  const url = typeof args[0] === "string" ? new URL(args[0]) : args[0] instanceof URL ? args[0] : undefined;
  const options = { ...(url ? args[1] : args[0]) };
  if (options.socketPath) return { host: "localhost", port: "", path: "" };

  const port = options.port ?? url?.port;
  return {
    host: String(options.hostname ?? options.host ?? url?.hostname ?? "localhost"),
    port: port ? `:${port}` : "",
    path: String(options.path ?? (url ? url.pathname + url.search : "/")),
  };
}

/** A refused socket fails as an unreachable host does: with an `error` event. */
function refuseSockets() {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    const { host, port } = endOf(args);
    if (isAllowedHost(host)) return connect.apply(this, args);

    const error = logRefusal({
      via: "socket",
      host,
      url: `tcp://${net.isIPv6(host) ? `[${host}]` : host}:${port}`,
    });
    process.nextTick(() => this.destroy(error));
    return this;
  };
}

/** Where `socket.connect(...)` leads: (options), (port, host?), or (path). Node itself passes [options, callback]. */
function endOf(args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === "object" && first !== null) {
    return first.path
      ? { host: "localhost", port: 0 }
      : { host: String(first.host ?? "localhost"), port: first.port };
  }
  const isPort = typeof first === "number" || /^\d+$/.test(String(first));
  return { host: isPort && typeof args[1] === "string" ? args[1] : "localhost", port: isPort ? first : 0 };
}

function refuseDatagrams() {
  for (const verb of ["send", "connect"]) {
    const original = dgram.Socket.prototype[verb];
    dgram.Socket.prototype[verb] = function (...args) {
      // The first argument is a message or a port; the address is the only string after it.
      const host = args.slice(1).find((arg) => typeof arg === "string") ?? "localhost";
      if (!isAllowedHost(host)) throw logRefusal({ via: "udp", host, url: `udp://${host}` });
      return original.apply(this, args);
    };
  }
}

/** A name looked up is a request to a name server, with the name in it. Addresses need no lookup. */
function refuseLookups(module) {
  for (const verb of Object.getOwnPropertyNames(module)) {
    if (!/^(lookup|reverse|resolve\w*)$/.test(verb) || typeof module[verb] !== "function") continue;

    const original = module[verb];
    module[verb] = function (name, ...rest) {
      const isHarmless =
        typeof name !== "string" || name === "" || net.isIP(name) !== 0 || isAllowedHost(name);
      if (isHarmless) return original.call(this, name, ...rest);

      const error = logRefusal({ via: "dns", host: name, url: `dns:${name}` });
      const callback = rest.at(-1);
      if (typeof callback !== "function") return Promise.reject(error);
      process.nextTick(callback, error);
      return undefined;
    };
  }
}
