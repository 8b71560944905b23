import { eachApart } from '../each-apart.ts';
import { roosterWekker } from '../permanentie/rooster-views.ts';
import { accountKey, reachableAccount } from '../personen/directory.ts';
import { markUnreachable } from '../personen/meet.ts';
import type { Outbox, Posted } from '../ports.ts';
import type { Instant } from '../time.ts';
import type { View } from '../view.ts';
import { mijnWerk } from '../werk/mijn-werk.ts';
import { whoseWork } from '../werk/whose-work.ts';
import type { World } from '../world.ts';
import type { Bericht } from './bericht.ts';
import { bereiktNiemand, undeliverable } from './undeliverable.ts';
import { viewFor } from './view-for.ts';

export type DeliveryWorld = World & { outbox: Outbox; digest: (text: string) => string };

/** `later`: call again, after so many milliseconds when the platform said how many. */
export type Delivered = { kind: 'done' } | { kind: 'later'; afterMs?: number };

/** Longer than a post with its time limit takes; a worker that died gives the bericht free after it. */
const LEASE_MS = 30_000;
const BUSY_RETRY_MS = 1_000;

/**
 * Brings one message to where it should be: posts it when it is not there yet, updates it when what it
 * shows has changed, does nothing when all is as it should be. Safe to call any number of times.
 * `later`: call again after so many milliseconds.
 */
export async function deliver(world: DeliveryWorld, id: string): Promise<Delivered> {
  const { outbox, clock, log } = world;
  const bericht = await outbox.lease(id, clock.now(), LEASE_MS);
  if (bericht === 'weg') return { kind: 'done' };
  if (bericht === 'bezig') return { kind: 'later', afterMs: BUSY_RETRY_MS };
  if (bericht.stand === 'vervallen') {
    await outbox.settle(id, bericht);
    return { kind: 'done' };
  }
  try {
    return await show(world, bericht);
  } catch (fault) {
    log.error('bericht.fault', {
      berichtId: id,
      kind: bericht.soort,
      fault: fault instanceof Error ? fault.name : 'unknown',
    });
    await outbox.settle(id, bericht);
    throw fault;
  }
}

async function show(world: DeliveryWorld, bericht: Bericht): Promise<Delivered> {
  const { outbox, digest, log } = world;
  if (bericht.soort === 'verwijderd') return blank(world, bericht);
  const { view, wekker, laatste } = await whatToShow(world, bericht);
  if (!view) {
    if (!bericht.adres && (await bereiktNiemand(world, bericht)))
      return failed(world, bericht, 'nobody is left for it');
    const stand = bericht.adres && !laatste ? bericht.stand : 'vervallen';
    await outbox.settle(bericht.id, { ...bericht, stand, wekker });
    return { kind: 'done' };
  }
  const getoond = digest(JSON.stringify(view));
  if (bericht.adres && bericht.getoond === getoond) {
    await outbox.settle(bericht.id, { ...bericht, wekker });
    return { kind: 'done' };
  }
  if ('kanaal' in bericht.aan && !world.chats.has(bericht.aan.kanaal.platform)) {
    // A channel of a platform that is not connected here: the region file is ahead of the installation.
    log.warn('bericht.channel-not-connected', { berichtId: bericht.id, platform: bericht.aan.kanaal.platform });
    await outbox.settle(bericht.id, { ...bericht, stand: 'vervallen', reden: 'platform is not connected' });
    return { kind: 'done' };
  }
  const { posted, platform, where } = await put(world, bericht, view);
  if (posted.kind === 'posted') {
    const stand = laatste ? 'vervallen' : 'verzonden';
    await outbox.settle(bericht.id, { stand, adres: { platform, ref: posted.ref }, getoond, wekker });
    return { kind: 'done' };
  }
  log.warn('bericht.not-delivered', { berichtId: bericht.id, kind: posted.kind, platform });
  if (posted.kind === 'later') {
    await outbox.settle(bericht.id, bericht);
    return { kind: 'later', ...(posted.afterMs !== undefined && { afterMs: posted.afterMs }) };
  }
  if ('persoon' in bericht.aan && bericht.aan.account) {
    // Nobody misses an overview that is not there: it waits until it is asked for again.
    if (where && !isHome(world, bericht)) await markUnreachable(world, where);
    const stand = isHome(world, bericht) ? bericht.stand : 'vervallen';
    await outbox.settle(bericht.id, { ...bericht, stand, reden: posted.reason, wekker: null });
    return { kind: 'done' };
  }
  // An update of something that was removed there: nothing is owed any more.
  if (bericht.adres) {
    await outbox.settle(bericht.id, { ...bericht, stand: 'vervallen', reden: posted.reason });
    return { kind: 'done' };
  }
  if (where) await markUnreachable(world, where);
  const other = 'persoon' in bericht.aan && reachableAccount(world.store.directory(), bericht.aan.persoon);
  if (!other) return failed(world, bericht, posted.reason);
  await outbox.settle(bericht.id, { ...bericht, stand: 'wacht', reden: posted.reason });
  return { kind: 'later', afterMs: 0 };
}

async function failed(world: DeliveryWorld, bericht: Bericht, reden: string): Promise<Delivered> {
  await world.outbox.settle(bericht.id, { ...bericht, stand: 'mislukt', reden });
  await undeliverable(world, bericht);
  return { kind: 'done' };
}

/**
 * Puts one line without a reference where something about a case stood that was removed [S17]. Done, the place is
 * forgotten at once. Whoever cannot be reached now is tried again the next nights, for as long as the address is kept.
 */
async function blank({ outbox, chats, log }: DeliveryWorld, bericht: Bericht): Promise<Delivered> {
  const { id, adres } = bericht;
  if (adres) {
    const posted = await chats.get(adres.platform)?.update(adres.ref, { view: 'casus_verwijderd' });
    if (posted?.kind !== 'posted') {
      log.warn('bericht.not-blanked', { berichtId: id, kind: posted?.kind ?? 'unreachable', platform: adres.platform });
      await outbox.settle(id, bericht);
      return posted?.kind === 'later' ? { kind: 'later', afterMs: posted.afterMs } : { kind: 'done' };
    }
  }
  await outbox.settle(id, { stand: 'vervallen', adres: null, getoond: null });
  return { kind: 'done' };
}

type ToShow = {
  view: View | null;
  /** When it changes by itself. */
  wekker?: Instant | null;
  /** It is shown this once more, and not kept up to date from then on. */
  laatste?: boolean;
};

async function whatToShow(world: DeliveryWorld, bericht: Bericht): Promise<ToShow> {
  if (bericht.soort !== 'mijn_werk')
    return { view: await viewFor(world, bericht), wekker: roosterWekker(world, bericht) };
  const { store, clock } = world;
  const account = 'persoon' in bericht.aan && bericht.aan.account;
  const known = account && store.directory().accountsByKey.get(accountKey(account));
  const person = known && store.directory().persons.get(known.personId);
  // The account is somebody else's by now: what stands there must go with the next thing they ask.
  if (!person || !('persoon' in bericht.aan) || bericht.aan.persoon !== person.id)
    return { view: null, wekker: null, laatste: true };
  if (!isHome(world, bericht) && (await store.nieuwsteBericht(bericht.onderwerp, account)) !== bericht.id)
    return { view: bericht.adres ? { view: 'mijn_werk_ouder' } : null, wekker: null, laatste: true };
  const { view, verandert } = await mijnWerk(world, person, clock.now());
  return { view, wekker: verandert };
}

/** Whether it stands in a place that always shows the same view, and not in a message. */
const isHome = (world: DeliveryWorld, { aan }: Bericht): boolean =>
  'persoon' in aan && aan.account !== undefined && world.chats.get(aan.account.platform)?.home !== undefined;

/** Posts or updates on the platform the recipient is on now; `where`: the account that was written to. */
async function put(world: DeliveryWorld, bericht: Bericht, view: View) {
  const directory = world.store.directory();
  // Counted in its row before each try: whichever replica tries now, and if the one that tried was killed too.
  const again = bericht.pogingen > 1;
  if ('persoon' in bericht.aan && bericht.aan.account) {
    const { account: at } = bericht.aan;
    const where = directory.accountsByKey.get(accountKey(at));
    const chat = world.chats.get(at.platform);
    const show = async (): Promise<Posted> => {
      if (!chat) return notConfigured(at.platform);
      if (!where?.reachable) return { kind: 'unreachable', reason: 'account is not reachable' };
      if (chat.home) return chat.home(where.address, view);
      if (bericht.adres) return chat.update(bericht.adres.ref, view);
      return chat.post({ account: where.address }, view, bericht.id, again);
    };
    return { posted: await show(), platform: at.platform, where };
  }
  if (bericht.adres) {
    const chat = world.chats.get(bericht.adres.platform);
    const posted: Posted = chat ? await chat.update(bericht.adres.ref, view) : notConfigured(bericht.adres.platform);
    return { posted, platform: bericht.adres.platform, where: undefined };
  }
  if ('kanaal' in bericht.aan) {
    const { platform, ref } = bericht.aan.kanaal;
    const chat = world.chats.get(platform);
    const posted: Posted = chat ? await chat.post({ channel: ref }, view, bericht.id, again) : notConfigured(platform);
    return { posted, platform, where: undefined };
  }
  const account = reachableAccount(directory, bericht.aan.persoon);
  if (!account)
    return { posted: { kind: 'unreachable', reason: 'no account' } as const, platform: '', where: undefined };
  const chat = world.chats.get(account.platform);
  const posted: Posted = chat
    ? await chat.post({ account: account.address }, view, bericht.id, again)
    : notConfigured(account.platform);
  return { posted, platform: account.platform, where: directory.accountsByKey.get(accountKey(account)) };
}

const notConfigured = (platform: string): Posted => ({ kind: 'unreachable', reason: `${platform} is not configured` });

/**
 * Brings every message about a case, a part of the rota or a person up to date, and the overviews of everybody
 * concerned. `later`: some could not be shown yet; doing it again
 * costs nothing for the others, as an unchanged card is not sent. One that faults holds up none of the others [A3].
 */
export async function refresh(world: DeliveryWorld, subject: string): Promise<Delivered> {
  let result: Delivered = { kind: 'done' };
  await eachApart(concerned(world, subject), async (id) => {
    const delivered = await deliver(world, id);
    if (delivered.kind === 'later') result = delivered;
    return 1;
  });
  return result;
}

async function* concerned(world: DeliveryWorld, subject: string): AsyncGenerator<string> {
  yield* await world.outbox.about(subject);
  yield* await world.outbox.about(...(await whoseWork(world, subject)));
}
