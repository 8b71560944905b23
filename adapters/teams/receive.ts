import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Account, Intent, Values } from '../../src/intent.ts';
import type { Instant } from '../../src/time.ts';
import type { Activity } from './activity.ts';
import { decodeChoice, type PressData, pressDataSchema } from './press-data.ts';
import { type PersonRef, type TeamRef, writeRef } from './refs.ts';

export const platform = 'teams';

/** One activity from Teams that concerns us, parsed. */
export type Arrival = {
  person: PersonRef;
  /** Where it was said; an answer there goes into the same thread. */
  conversationId: string;
  /** Somebody alone with the bot, or a conversation where others look along. */
  alone: boolean;
  /** Others look along, but neither the question nor the pressed card was visible to them. */
  hidden: boolean;
  /** The message a button was pressed on, when that is what the press changes. */
  pressedId: string | null;
  /** The pressed card stays: the answer comes beside it. */
  stays: boolean;
} & (
  | { kind: 'command' | 'press' | 'lifecycle'; intent: Intent }
  | { kind: 'team'; event: 'joined' | 'left'; team: TeamRef }
);

/**
 * Turns an activity into an arrival; null for what is none of our business (reactions, edits, other
 * people's comings and goings).
 *
 * `delivery` is the activity's own id, the same in a retry. An invoke may lack one: then it is a hash of
 * who pressed what on which message and when.
 */
export function receive(activity: Activity, at: Instant): Arrival | null {
  const tenantId = activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? '';
  const alone = activity.conversation.conversationType === 'personal';
  const person: PersonRef = {
    serviceUrl: activity.serviceUrl,
    tenantId,
    userId: activity.from.id,
    ...(alone ? { conversationId: activity.conversation.id } : {}),
  };
  const account: Account = { platform, ref: activity.from.aadObjectId ?? activity.from.id, address: writeRef(person) };
  const place = {
    person,
    conversationId: activity.conversation.id,
    alone,
    hidden: !alone && activity.recipient?.isTargeted === true,
    pressedId: null,
    stays: false,
  };
  const intent = (input: Intent['input'], isPrivate: boolean): Intent => ({
    delivery: deliveryOf(activity),
    at,
    account,
    place: isPrivate ? 'private' : 'shared',
    input,
  });

  const pressed = pressedOf(activity);
  if (pressed !== null) {
    const { action, subject, form, targeted, stays } = pressed.data;
    const hidden = !alone && targeted;
    const from = form ? ('form' as const) : ('card' as const);
    return {
      kind: 'press',
      ...place,
      hidden,
      // A card that stays is not what the press changes.
      pressedId: stays ? null : (activity.replyToId ?? null),
      stays,
      intent: intent({ kind: 'action', action, subject, values: pressed.values, from }, alone || hidden),
    };
  }

  if (activity.type === 'message')
    return {
      kind: 'command',
      ...place,
      intent: intent({ kind: 'command', text: wordsOf(activity.text ?? '') }, alone),
    };

  const team = teamEvent(activity, tenantId);
  if (team !== null) return { kind: 'team', ...place, ...team };

  const event = lifecycleEvent(activity, alone);
  return event === null ? null : { kind: 'lifecycle', ...place, intent: intent({ kind: 'lifecycle', event }, true) };
}

/** What was typed, without mentions and the leading slash. Teams sends typed text as HTML: `<` as `&lt;`. */
function wordsOf(text: string): string {
  return text
    .replace(/<at[^>]*>.*?<\/at>/gis, ' ')
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll('\u00a0', ' ')
    .trim()
    .replace(/^\/\s*/, '');
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

const inputs = z.record(z.string(), z.unknown());
const executed = z.object({ action: z.object({ data: inputs }) });

/** `Action.Execute` comes as an invoke, its fallback `Action.Submit` as a message without text. */
function pressedOf(activity: Activity): { data: PressData; values: Values } | null {
  let carried: Record<string, unknown> | undefined;
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action')
    carried = executed.safeParse(activity.value).data?.action.data;
  else if (activity.type === 'message') carried = inputs.safeParse(activity.value).data;
  if (carried === undefined) return null;
  const { press, ...rest } = carried;
  const data = pressDataSchema.safeParse(press).data;
  return data === undefined ? null : { data, values: valuesOf(rest, data.multi) };
}

/** An empty input arrives as an empty text and is left out; several choices arrive joined by commas. */
function valuesOf(carried: Record<string, unknown>, multi: string[]): Values {
  const filled = Object.entries(carried)
    .map(([id, value]) => [id, typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''] as const)
    .filter(([, value]) => value !== '');
  return Object.fromEntries(
    filled.map(([id, value]) => [id, multi.includes(id) ? value.split(',').map(decodeChoice) : value]),
  );
}

function deliveryOf(activity: Activity): string {
  const { id, from, conversation, replyToId, value, timestamp, serviceUrl } = activity;
  if (id !== undefined) return `${platform}:${conversation.id}:${id}`;
  const hash = createHash('sha256').update(
    JSON.stringify([serviceUrl, from.id, conversation.id, replyToId, value, timestamp]),
  );
  return `${platform}:${hash.digest('base64url')}`;
}

/** The bot came into a team or left one: from then on that team's people can be found, or no longer. */
function teamEvent(activity: Activity, tenantId: string): { event: 'joined' | 'left'; team: TeamRef } | null {
  const teamId = activity.channelData?.team?.id;
  if (teamId === undefined || !['conversationUpdate', 'installationUpdate'].includes(activity.type)) return null;
  const left = activity.action?.startsWith('remove') || isBotAmong(activity, activity.membersRemoved);
  return { event: left ? 'left' : 'joined', team: { serviceUrl: activity.serviceUrl, tenantId, teamId } };
}

function lifecycleEvent(activity: Activity, alone: boolean): 'reachable' | 'unreachable' | null {
  if (!alone) return null;
  if (activity.type === 'installationUpdate')
    return activity.action?.startsWith('remove') ? 'unreachable' : 'reachable';
  if (activity.type !== 'conversationUpdate') return null;
  if (isBotAmong(activity, activity.membersRemoved)) return 'unreachable';
  return isBotAmong(activity, activity.membersAdded) ? 'reachable' : null;
}

const isBotAmong = (activity: Activity, members: Activity['membersAdded']) =>
  members?.some(({ id }) => id === activity.recipient?.id) ?? false;
