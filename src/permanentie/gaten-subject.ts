/** What the one message about an absence over several day parts is about; `groep` is that of its changes. */
export const gatenSubject = (regio: string, groep: string) => `${regio}/gaten/${groep}`;
