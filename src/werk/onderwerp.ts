/** What a person's overview is about: the subject that a refresh of it names. */
export const werkOnderwerp = (personId: string): string => `werk/${personId}`;

/** Everybody of a region's team: the subject that a change to its rota or its people names. */
export const teamOnderwerp = (regio: string): string => `team/${regio}`;
