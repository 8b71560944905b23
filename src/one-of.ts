/** A guard: whether a text that came in is one of these. */
export const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (text: string): text is T =>
    (allowed as readonly string[]).includes(text);
