import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { commandIn } from '../../src/commands.ts';
import type { Intent, Values } from '../../src/intent.ts';
import type { Instant } from '../../src/time.ts';
import { plainText, unescapeText } from './plain-text.ts';
import { actionOf, type FormMeta, formButtonsBlock } from './render.ts';
import { blockActions, eventCallback, formMeta, slashCommand, type state, viewSubmission } from './requests.ts';

/** Where something came from, with all that is needed to answer there. */
export type Origin =
  /** A slash command. `retry`: name of the command, when it is one of ours. */
  | { kind: 'command'; responseUrl: string; triggerId: string; retry: string | null }
  /**
   * A button under a message. `form`: it belongs to the form in that message, with these fields.
   * `retry`: the button again, for when a trigger came too late.
   */
  | {
      kind: 'message';
      responseUrl: string | null;
      triggerId: string;
      channel: string;
      ts: string;
      ephemeral: boolean;
      form: string[] | null;
      retry: { action: string; subject: string } | { command: string };
    }
  /** A button in an open modal. */
  | { kind: 'modal'; viewId: string; hash: string; triggerId: string }
  /** The submit button of an open modal with these fields. */
  | { kind: 'submission'; viewId: string; fields: string[] }
  /** Words in the private talk with the bot, or a mention in a channel. */
  | { kind: 'talk'; channel: string; user: string; thread: string | null; retry: string | null }
  | { kind: 'home'; user: string }
  /** A button on the Home tab; the tab itself is brought up to date by the outbox. */
  | {
      kind: 'home-press';
      user: string;
      triggerId: string;
      retry: { action: string; subject: string } | { command: string };
    }
  /** Nobody waits for an answer. */
  | { kind: 'none' };

export type Incoming =
  | { kind: 'intent'; intent: Intent; origin: Origin }
  /** Somebody is typing in a form that keeps drafts. */
  | { kind: 'autosave'; intent: Intent; viewId: string }
  /** Somebody's profile is now this; it may be the same as before. */
  | { kind: 'profile'; intent: Intent; fingerprint: string }
  /** From a workspace that is not connected. */
  | { kind: 'foreign'; answerable: boolean }
  | { kind: 'ignored' };

/** Button of the adapter itself: carries out a command again, now with a trigger that can open a form. */
export const commandButton = '~commando';

/** What is needed to know whom a request is from and when it came. `botUser`: whose mention is stripped. */
export type Reading = { now: Instant; isOurs: (team: string) => boolean; botUser: string };

/** Parses a body that is already known to come from Slack. What nobody needs to know about is `ignored`. */
export function readIncoming(body: unknown, reading: Reading): Incoming {
  const command = slashCommand.safeParse(body);
  if (command.success) return readCommand(command.data, reading);
  const actions = blockActions.safeParse(body);
  if (actions.success) return readActions(actions.data, reading);
  const submission = viewSubmission.safeParse(body);
  if (submission.success) return readSubmission(submission.data, reading);
  const event = eventCallback.safeParse(body);
  if (event.success) return readEvent(event.data, reading);
  return { kind: 'ignored' };
}

function readCommand(body: z.infer<typeof slashCommand>, { now, isOurs }: Reading): Incoming {
  if (!isOurs(body.team_id)) return { kind: 'foreign', answerable: true };
  const text = `${body.command.slice(1)} ${unescapeText(body.text)}`.trim();
  return {
    kind: 'intent',
    intent: {
      delivery: `slack:${body.team_id}:${body.trigger_id}`,
      at: now,
      account: accountOf(body.team_id, body.user_id),
      place: placeOf(body.channel_id),
      input: { kind: 'command', text },
    },
    origin: {
      kind: 'command',
      responseUrl: body.response_url,
      triggerId: body.trigger_id,
      retry: knownCommand(text),
    },
  };
}

function readActions(body: z.infer<typeof blockActions>, { now, isOurs }: Reading): Incoming {
  const [pressed] = body.actions;
  const teamId = body.user.team_id ?? body.team?.id ?? '';
  if (!isOurs(teamId)) return { kind: 'foreign', answerable: false };
  if (pressed === undefined) return { kind: 'ignored' };

  const base = { delivery: `slack:${teamId}:${body.trigger_id}`, at: now, account: accountOf(teamId, body.user.id) };
  const values = valuesOf(body.view?.state ?? body.state);
  const action = actionOf(pressed.action_id);
  const subject = pressed.value;

  if (body.container.type === 'view') {
    if (body.view == null) return { kind: 'ignored' };
    const meta = metaOf(body.view.private_metadata);
    if (pressed.type !== 'button') {
      if (meta?.autosave === undefined) return { kind: 'ignored' };
      const input = { kind: 'action', ...meta.autosave, values, from: 'form' } as const;
      return { kind: 'autosave', viewId: body.view.id, intent: { ...base, place: 'private', input } };
    }
    if (body.view.type === 'home') {
      const again = action === commandButton;
      return {
        kind: 'intent',
        intent: {
          ...base,
          place: 'private',
          input: again
            ? { kind: 'command', text: subject }
            : { kind: 'action', action, subject, values: {}, from: 'card' },
        },
        origin: {
          kind: 'home-press',
          user: body.user.id,
          triggerId: body.trigger_id,
          retry: again ? { command: subject } : { action, subject },
        },
      };
    }
    const from = meta === null ? 'card' : 'form';
    return {
      kind: 'intent',
      intent: { ...base, place: 'private', input: { kind: 'action', action, subject, values, from } },
      origin: { kind: 'modal', viewId: body.view.id, hash: body.view.hash, triggerId: body.trigger_id },
    };
  }

  // A choice made in a form that stands in a message: it comes along when a button is pressed.
  if (pressed.type !== 'button') return { kind: 'ignored' };
  const { channel_id: channel, message_ts: ts, is_ephemeral: ephemeral } = body.container;
  const inForm = pressed.block_id.startsWith(formButtonsBlock);
  const again = action === commandButton;
  return {
    kind: 'intent',
    intent: {
      ...base,
      place: ephemeral ? 'private' : placeOf(channel),
      input: again
        ? { kind: 'command', text: subject }
        : { kind: 'action', action, subject, values, from: inForm ? 'form' : 'card' },
    },
    origin: {
      kind: 'message',
      responseUrl: body.response_url ?? null,
      triggerId: body.trigger_id,
      channel,
      ts,
      ephemeral,
      form: inForm ? Object.keys(body.state?.values ?? {}) : null,
      retry: again ? { command: subject } : { action, subject },
    },
  };
}

function readSubmission(body: z.infer<typeof viewSubmission>, { now, isOurs }: Reading): Incoming {
  const teamId = body.user.team_id ?? body.team?.id ?? '';
  if (!isOurs(teamId)) return { kind: 'foreign', answerable: false };
  const meta = metaOf(body.view.private_metadata);
  if (meta === null) return { kind: 'ignored' };
  const { action, subject } = meta.submit;
  const unique = body.trigger_id ?? createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return {
    kind: 'intent',
    intent: {
      delivery: `slack:${teamId}:${unique}`,
      at: now,
      account: accountOf(teamId, body.user.id),
      place: 'private',
      input: { kind: 'action', action, subject, values: valuesOf(body.view.state), from: 'form' },
    },
    origin: { kind: 'submission', viewId: body.view.id, fields: Object.keys(body.view.state?.values ?? {}) },
  };
}

function readEvent(body: z.infer<typeof eventCallback>, { now, isOurs, botUser }: Reading): Incoming {
  const { event } = body;
  switch (event.type) {
    case 'message':
    case 'app_mention': {
      const teamId = event.user_team ?? event.team ?? body.team_id;
      if (!isOurs(teamId)) return { kind: 'foreign', answerable: false };
      const direct = event.channel_type === 'im' || event.channel.startsWith('D');
      // Edits, joins, files and other bots; in channels only what is addressed to the bot.
      if (event.subtype !== undefined || event.bot_id != null || event.user === botUser) return { kind: 'ignored' };
      if (event.type === 'message' && !direct) return { kind: 'ignored' };
      const text = plainText(event.text.replaceAll(new RegExp(`<@${botUser}(\\|[^>]*)?>`, 'g'), ' ')).trim();
      return {
        kind: 'intent',
        intent: {
          // Not the event id: the same message may come again with another one.
          delivery: `slack:${teamId}:${event.channel}:${event.ts}`,
          at: now,
          account: accountOf(teamId, event.user),
          place: direct ? 'private' : 'shared',
          input: { kind: 'command', text },
        },
        origin: {
          kind: 'talk',
          channel: event.channel,
          user: event.user,
          thread: event.thread_ts ?? null,
          retry: knownCommand(text),
        },
      };
    }
    case 'app_home_opened': {
      if (!isOurs(body.team_id)) return { kind: 'foreign', answerable: false };
      if (event.tab !== undefined && event.tab !== 'home') return { kind: 'ignored' };
      return {
        kind: 'intent',
        intent: {
          delivery: `slack:${body.team_id}:${body.event_id}`,
          at: now,
          account: accountOf(body.team_id, event.user),
          place: 'private',
          input: { kind: 'lifecycle', event: 'home-opened' },
        },
        origin: { kind: 'home', user: event.user },
      };
    }
    case 'user_change': {
      const changed = event.user;
      const teamId = changed.team_id ?? body.team_id;
      if (!isOurs(teamId)) return { kind: 'foreign', answerable: false };
      if (changed.is_bot) return { kind: 'ignored' };
      const name = changed.profile.real_name ?? changed.real_name;
      return {
        kind: 'profile',
        fingerprint: createHash('sha256')
          .update(JSON.stringify([changed.deleted, name, changed.profile.email]))
          .digest('base64url'),
        intent: {
          delivery: `slack:${teamId}:${body.event_id}`,
          at: now,
          account: accountOf(teamId, changed.id),
          place: 'private',
          input: { kind: 'lifecycle', event: changed.deleted ? 'unreachable' : 'reachable' },
        },
      };
    }
    default:
      throw new Error(event satisfies never);
  }
}

const accountOf = (teamId: string, userId: string) => {
  const ref = `${teamId}/${userId}`;
  return { platform: 'slack', ref, address: ref };
};

const placeOf = (channel: string) => (channel.startsWith('D') ? 'private' : 'shared');

/** The name of the command, never what was typed behind it: it goes into a button [S9]. */
function knownCommand(text: string): string | null {
  return commandIn(text)?.name ?? null;
}

function metaOf(privateMetadata: string): FormMeta | null {
  if (privateMetadata === '') return null;
  try {
    return formMeta.parse(JSON.parse(privateMetadata));
  } catch {
    // A modal opened by an older version of the bot: what it should do is no longer known.
    return null;
  }
}

function valuesOf(from: z.infer<typeof state>): Values {
  const values: Values = {};
  for (const block of Object.values(from?.values ?? {}))
    for (const [field, found] of Object.entries(block)) {
      const { value, selected_date, selected_time, selected_option, selected_options } = found;
      const one = value ?? selected_date ?? selected_time ?? selected_option?.value;
      if (one) values[field] = one;
      else if (selected_options?.length) values[field] = selected_options.map((option) => option.value);
    }
  return values;
}
