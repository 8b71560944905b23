import { z } from 'zod';

/** What Slack sends, as far as the bot reads it. */

const id = z.string().min(1);
const team = z.object({ id }).nullish();
const user = z.object({ id, team_id: id.optional() });

const stateValue = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});
export const state = z.object({ values: z.record(z.string(), z.record(z.string(), stateValue)) }).nullish();

export const slashCommand = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: id,
  response_url: id,
});

const view = z.object({
  id,
  type: z.string().default('modal'),
  hash: z.string().default(''),
  private_metadata: z.string().default(''),
  state,
});

export const blockActions = z.object({
  type: z.literal('block_actions'),
  team,
  user,
  trigger_id: id,
  response_url: id.nullish(),
  container: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), message_ts: id, channel_id: id, is_ephemeral: z.boolean().default(false) }),
    z.object({ type: z.literal('view'), view_id: id }),
  ]),
  view: view.nullish(),
  state,
  actions: z
    .array(z.object({ type: id, action_id: id, block_id: z.string().default(''), value: z.string().default('') }))
    .min(1),
});

export const viewSubmission = z.object({
  type: z.literal('view_submission'),
  team,
  user,
  trigger_id: id.optional(),
  view,
});

const talkEvent = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: id,
  channel_type: z.string().optional(),
  user: id,
  text: z.string().default(''),
  ts: id,
  thread_ts: id.optional(),
  team: id.optional(),
  user_team: id.optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
});

const homeEvent = z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string().optional() });

const profileEvent = z.object({
  type: z.literal('user_change'),
  user: z.object({
    id,
    team_id: id.optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    real_name: z.string().optional(),
    profile: z.object({ email: z.string().optional(), real_name: z.string().optional() }).default({}),
  }),
});

export const eventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: id,
  event: z.discriminatedUnion('type', [talkEvent, homeEvent, profileEvent]),
});

export const formMeta = z.object({
  submit: z.object({ action: id, subject: z.string() }),
  autosave: z.object({ action: id, subject: z.string() }).optional(),
});
