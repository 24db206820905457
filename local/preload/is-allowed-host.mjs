import { BlockList, isIP } from "node:net";

const thisMachine = new BlockList();
thisMachine.addSubnet("127.0.0.0", 8, "ipv4");
thisMachine.addAddress("::1", "ipv6");
// Connecting to the unspecified address reaches this machine.
thisMachine.addAddress("0.0.0.0", "ipv4");
thisMachine.addAddress("::", "ipv6");

/** Whether a host, by name or address, is this machine. */
export function isLoopbackHost(host) {
  const name = host
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
  if (name === "localhost" || name.endsWith(".localhost")) return true;

  const family = isIP(name);
  return family !== 0 && thisMachine.check(name, family === 6 ? "ipv6" : "ipv4");
}

/**
 * Whether a process of the local set may talk to `host`: this machine, or a host of a real vendor.
 *
 * @param {string} host a name, an IPv4 address, or an IPv6 address with or without brackets
 * @param {string | undefined} allowed comma-separated names; `*.example.com` allows every name below example.com
 */
export function isAllowedHost(host, allowed = process.env.LOCAL_ALLOW_HOSTS) {
  if (isLoopbackHost(host)) return true;
  const name = host.toLowerCase();
  return (allowed ?? "")
    .split(",")
    .map((entry) => entry.trim().toLowerCase())
    .some(
      (entry) => entry !== "" && (entry.startsWith("*.") ? name.endsWith(entry.slice(1)) : name === entry),
    );
}
