import { z } from 'zod';

/** What the bot reads of an activity that Teams sends; the rest is left out. */
export const activitySchema = z.object({
  type: z.string(),
  id: z.string().min(1).optional(),
  channelId: z.string(),
  serviceUrl: z.string(),
  timestamp: z.string().optional(),
  from: z.object({ id: z.string().min(1), aadObjectId: z.string().min(1).nullish() }),
  /** The bot. `isTargeted`: an agent slash command, which only its author sees in the channel. */
  recipient: z.object({ id: z.string(), isTargeted: z.boolean().nullish() }).optional(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).nullish(),
      team: z.object({ id: z.string() }).nullish(),
      eventType: z.string().nullish(),
    })
    .nullish(),
  text: z.string().nullish(),
  /** Of an invoke: which one. */
  name: z.string().nullish(),
  /** Of an installation: `add` or `remove`, with variations. */
  action: z.string().nullish(),
  replyToId: z.string().nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(z.object({ id: z.string() })).nullish(),
  membersRemoved: z.array(z.object({ id: z.string() })).nullish(),
});

export type Activity = z.infer<typeof activitySchema>;
