type Metadata = Record<string, unknown>;

/** Lays a patch over metadata as Clerk does: objects are merged at every depth, and null removes a key. */
export function mergeMetadata(current: Metadata, patch: Metadata): Metadata {
  const kept = Object.entries(current).filter(([key]) => !(key in patch));
  const patched = Object.entries(patch).flatMap(([key, value]): [string, unknown][] => {
    if (value === null) return [];
    return [[key, isObject(value) ? mergeMetadata(childOf(current, key), value) : value]];
  });
  return Object.fromEntries([...kept, ...patched]);
}

function childOf(metadata: Metadata, key: string): Metadata {
  const child = metadata[key];
  return isObject(child) ? child : {};
}

function isObject(value: unknown): value is Metadata {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
