import { z } from 'zod';

/**
 * What the bot stores outside this folder, as texts that mean nothing there: how to write to a person,
 * which message to change, which team has a roster. Written and read here only.
 */

const person = z.object({
  serviceUrl: z.string(),
  tenantId: z.string(),
  userId: z.string(),
  /** The personal chat, once it is known; without it one is opened. */
  conversationId: z.string().optional(),
});
export type PersonRef = z.infer<typeof person>;

const message = z.object({
  serviceUrl: z.string(),
  tenantId: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
});
export type MessageRef = z.infer<typeof message>;

const team = z.object({ serviceUrl: z.string(), tenantId: z.string(), teamId: z.string() });
export type TeamRef = z.infer<typeof team>;

export const writeRef = (ref: PersonRef | MessageRef | TeamRef): string => JSON.stringify(ref);

/** `null` for a text that was not written here, as after a move from another platform. */
export const readPersonRef = (text: string): PersonRef | null => read(person, text);
export const readMessageRef = (text: string): MessageRef | null => read(message, text);
export const readTeamRef = (text: string): TeamRef | null => read(team, text);

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
