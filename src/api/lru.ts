// A cache of bounded size that drops what was not used for longest. Knows nothing of what it keeps.

interface Lru<Value> {
  /** Undefined: not kept. What is asked for counts as used. */
  get(key: string): Value | undefined;
  /** A value larger than the whole cache is not kept. */
  set(key: string, value: Value, size: number): void;
  clear(): void;
}

/** `room` is in the unit of the sizes that `set` is told. */
export function lru<Value>(room: number): Lru<Value> {
  const kept = new Map<string, { value: Value; size: number }>();
  let used = 0;
  const drop = (key: string) => {
    used -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set(key, value, size) {
      drop(key);
      if (size > room) return;
      kept.set(key, { value, size });
      used += size;
      while (used > room) drop(kept.keys().next().value as string);
    },
    clear() {
      kept.clear();
      used = 0;
    },
  };
}
