/**
 * JSON of the domain's values. An instant becomes `{"instant":"2026-…"}`, wherever it stands, so that a
 * new field with an instant needs nothing here.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, plain: unknown) {
    const raw = this[key];
    return raw instanceof Temporal.Instant ? { instant: raw.toString() } : plain;
  });
}

/** What `toJson` was given. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text, (_key, value: unknown) => (isTagged(value) ? Temporal.Instant.from(value.instant) : value));
}

const isTagged = (value: unknown): value is { instant: string } =>
  typeof value === 'object' &&
  value !== null &&
  'instant' in value &&
  typeof value.instant === 'string' &&
  Object.keys(value).length === 1;
