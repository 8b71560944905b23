/** A map that forgets what was written longest ago once it holds more than `limit`. */
export function createRecent<T>(limit: number) {
  const entries = new Map<string, T>();
  return {
    get: (key: string): T | undefined => entries.get(key),
    set(key: string, value: T): void {
      entries.delete(key);
      entries.set(key, value);
      for (const oldest of entries.keys()) {
        if (entries.size <= limit) break;
        entries.delete(oldest);
      }
    },
    delete: (key: string): void => void entries.delete(key),
  };
}
