import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver } from '../berichten/deliver.ts';
import { handle } from '../bot.ts';
import type { Values } from '../intent.ts';
import type { Region } from '../regio/region.ts';
import { isBefore } from '../time.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { dayPlan } from './day-plan.ts';
import { noticesOn } from './notices.ts';
import { roosterBeat } from './rooster-beat.ts';
import { saveChanges } from './save-changes.ts';
import { sjabloonGevolgen } from './sjabloon.ts';
import type { Uitzondering } from './uitzondering.ts';

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Brussels').toInstant();
const monday = '2022-01-10';

let deliveries = 0;
const intent = (world: MemoryWorld, who: string, action: string, subject: string, values: Values = {}) => ({
  delivery: `gat-${++deliveries}`,
  at: world.clock.now(),
  account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
  place: 'private' as const,
  input: { kind: 'action' as const, action, subject, values, from: 'form' as const },
});
const press = (world: MemoryWorld, who: string, action: string, subject: string, values: Values = {}) =>
  handle(world, intent(world, who, action, subject, values));
const owed = (world: MemoryWorld, ...soorten: string[]) =>
  [...world.kept.berichten.values()]
    .filter((b) => soorten.includes(b.soort))
    .map((b) => `${b.soort} ${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`);
const away = (world: MemoryWorld, vraag: string) =>
  press(world, 'marijke', 'rooster.bewaren', `LIM/${monday}/afwezig/${monday}`, { dagdeel: ['09:00-12:00'], vraag });
async function beats(world: MemoryWorld, ...walls: string[]): Promise<void> {
  for (const wall of walls) {
    world.clock.set(at(`${monday}T${wall}`));
    await roosterBeat(world);
  }
}

describe('een dagdeel dat openvalt terwijl het loopt', () => {
  it.each(['planners', 'iedereen'])('gaat naar al wie iets kan doen, ook als ze enkel %s vroeg [P6]', async (vraag) => {
    const world = memoryWorld(directoryWith([regio]), at(`${monday}T08:30`));
    await beats(world, '08:30', '09:15');
    world.clock.set(at(`${monday}T09:30`));
    expect(await away(world, vraag)).toMatchObject({ kind: 'answer' });
    await beats(world, '09:31', '11:00');
    expect(owed(world, 'gat', 'gat_nu')).toEqual([
      `gat_nu LIM/${monday}/09:00 p-planner`,
      `gat_nu LIM/${monday}/09:00 p-ines`,
      `gat_nu LIM/${monday}/09:00 p-provinciaal`,
    ]);
    for (const b of world.kept.berichten.values()) await deliver(world, b.id);
    const shown = [...(world.chats.get('groen')?.shown.values() ?? [])].filter((s) => s.view.view === 'gat');
    expect(shown.map((s) => s.view)).toMatchObject([
      { nu: true, opgelost: false, overnemen: null },
      { nu: true, overnemen: `LIM/${monday}/09:00` },
      { nu: true, overnemen: null },
    ]);
  });

  it('tussen twee minuten en tien na de start wordt één keer gemeld, ook waar de hartslag niets te zeggen had [P6]', async () => {
    const world = memoryWorld(directoryWith([regio]), at(`${monday}T08:30`));
    // Said to be there: nothing moves the beat's own mark past the start but the start itself.
    await beats(world, '08:30', '08:45', '08:55');
    await press(world, 'marijke', 'permanentie.aanwezig', `LIM/${monday}/09:00`);
    await beats(world, '09:00', '09:01', '09:02', '09:03', '09:04');
    world.clock.set(at(`${monday}T09:04:30`));
    await away(world, 'iedereen');
    await beats(world, '09:05', '09:06', '09:15');
    expect(owed(world, 'gat_nu')).toHaveLength(3);
  });

  it('in een hartslag die uitbleef, wordt ook maar één keer gemeld [P6]', async () => {
    const world = memoryWorld(directoryWith([regio]), at(`${monday}T08:30`));
    await beats(world, '08:30', '08:55');
    world.clock.set(at(`${monday}T09:04:30`));
    await away(world, 'iedereen');
    await beats(world, '09:05');
    expect(owed(world, 'gat_nu').filter((line) => line.endsWith('p-ines'))).toHaveLength(1);
  });

  it('is ook voor anderen als de enige beheerder zelf ziek wordt [P6]', async () => {
    const personen = regio.personen
      .filter((p) => p.id !== 'planner')
      .map((p) => (p.id === 'marijke' ? { ...p, rollen: [...p.rollen, 'beheerder' as const] } : p));
    const world = memoryWorld(directoryWith([{ ...regio, personen }]), at(`${monday}T09:30`));
    await away(world, 'planners');
    expect(owed(world, 'gat', 'gat_nu')).toEqual([
      `gat_nu LIM/${monday}/09:00 p-ines`,
      `gat_nu LIM/${monday}/09:00 p-provinciaal`,
    ]);
  });

  it('zegt een dagdeel dat net begint één keer, en een tweede keer openvallen opnieuw [P6]', async () => {
    const world = memoryWorld(directoryWith([regio]), at(`${monday}T08:59`));
    await beats(world, '08:59');
    world.clock.set(at(`${monday}T09:00:30`));
    await away(world, 'planners');
    await beats(world, '09:01', '09:10');
    expect(owed(world, 'gat_nu')).toHaveLength(4);
    // Of her own absence she hears when the day part begins: nobody took it.
    expect(new Set(owed(world, 'gat_nu')).size).toBe(4);
    await press(world, 'ines', 'rooster.overnemen', `LIM/${monday}/09:00`);
    world.clock.set(at(`${monday}T09:40`));
    await press(world, 'ines', 'rooster.bewaren', `LIM/${monday}/afwezig/${monday}`, {
      dagdeel: ['09:00-12:00'],
      vraag: 'planners',
    });
    expect(owed(world, 'gat_nu').slice(4)).toEqual([
      `gat_nu LIM/${monday}/09:00 p-planner`,
      `gat_nu LIM/${monday}/09:00 p-marijke`,
      `gat_nu LIM/${monday}/09:00 p-provinciaal`,
    ]);
  });
});

describe('wie andere uren krijgt', () => {
  it('hoort dat, ook als enkel het einde wijzigt, en opnieuw als dat ongedaan wordt [P4]', async () => {
    const world = memoryWorld(directoryWith([regio]), at('2022-01-06T10:00'));
    const extra = { van: '11:00', tot: '12:00', wie: 'ines' };
    await press(world, 'planner', 'rooster.bewaren', `LIM/${monday}/extra`, extra);
    const told = () => owed(world, 'rooster_gewijzigd').sort();
    expect(told()).toEqual([`rooster_gewijzigd LIM/${monday} p-ines`, `rooster_gewijzigd LIM/${monday} p-marijke`]);
    world.clock.set(at('2022-01-06T11:00'));
    const id = world.store.directory().regions.get('LIM')?.uitzonderingen?.[0]?.id;
    await press(world, 'planner', 'rooster.ongedaan', `LIM/${id}`);
    expect(told()).toHaveLength(4);
  });

  it('en een gat dat langer wordt, is nieuw; een dat korter wordt niet [P6]', async () => {
    const world = memoryWorld(directoryWith([regio]), at(`2022-01-09T20:00`));
    const planner = (wat: string, values: Values) =>
      press(world, 'planner', 'rooster.bewaren', `LIM/${monday}/${wat}`, values);
    await press(world, 'marijke', 'rooster.bewaren', `LIM/${monday}/afwezig/${monday}`, {
      dagdeel: ['09:00-12:00'],
      vraag: 'iedereen',
    });
    world.clock.set(at('2022-01-09T20:10'));
    await planner('extra', { van: '11:00', tot: '12:00', wie: 'ines' });
    const first = [`gat LIM/${monday}/09:00 p-ines`, `gat LIM/${monday}/09:00 p-planner`];
    expect(owed(world, 'gat').sort()).toEqual(first);
    world.clock.set(at('2022-01-09T20:20'));
    const id = world.store
      .directory()
      .regions.get('LIM')
      ?.uitzonderingen?.find((u) => u.wat.kind === 'persoon')?.id;
    await press(world, 'planner', 'rooster.ongedaan', `LIM/${id}`);
    expect(owed(world, 'gat').slice(2).sort()).toEqual([first[0], `gat LIM/${monday}/09:00 p-marijke`]);
  });
});

describe('een gat door een nieuw rooster', () => {
  it('dat dichter ligt dan de volgende melding, hoort de beheerder meteen; een dat loopt iedereen [P6]', async () => {
    const now = at(`${monday}T10:00`);
    const world = memoryWorld(directoryWith([regio]), now);
    // Marijke left yesterday: her parts of today, of Wednesday and of later are open.
    const personen = regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-09' } : p));
    const tuesday = regio.personen.map((p) => (p.id === 'ines' ? { ...p, tot: monday } : p));
    const gaps = (next: Region) =>
      sjabloonGevolgen(regio, next, world.store.directory(), [], {
        holidays: world.holidays,
        now,
        ids: world.ids,
        verzoeken: [],
        tot: null,
      }).berichten.flatMap((b) =>
        b.soort.startsWith('gat') ? `${b.soort} ${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}` : [],
      );
    expect(gaps({ ...regio, personen })).toEqual([
      `gat_nu LIM/${monday}/09:00 p-planner`,
      `gat_nu LIM/${monday}/09:00 p-ines`,
      `gat_nu LIM/${monday}/09:00 p-provinciaal`,
      `gat LIM/${monday}/14:00 p-planner`,
    ]);
    // Ines leaves tonight: of tomorrow the notice was due at nine, of Friday it comes on Thursday.
    expect(gaps({ ...regio, personen: tuesday })).toEqual([
      'gat LIM/2022-01-11/09:00 p-planner',
      'gat LIM/2022-01-11/14:00 p-planner',
    ]);
  });
});

describe('wat er ook wijzigt', () => {
  const days = ['2022-01-10', '2022-01-11', '2022-01-12', '2022-01-14', '2022-01-15'];
  const who = fc.constantFrom('marijke', 'ines');
  const wat = fc.oneof(
    who.map((persoon) => ({ kind: 'persoon' as const, persoon })),
    who.map((persoon) => ({ kind: 'eigenaar' as const, persoon })),
    who.map((afwezig) => ({ kind: 'open' as const, afwezig })),
    fc.constant({ kind: 'gesloten' as const }),
  );
  const hours = fc.constantFrom(['09:00', '12:00'], ['09:00', '10:30'], ['11:00', '15:00'], ['14:00', '17:00']);
  const change = (n: number, on = days): fc.Arbitrary<Uitzondering> =>
    fc.record({ datum: fc.constantFrom(...on), hours, wat, undone: fc.boolean() }).map((c) => ({
      id: `u-${n}`,
      regio: 'LIM',
      datum: c.datum,
      van: c.hours[0] ?? '',
      tot: c.hours[1] ?? '',
      wat: c.wat,
      groep: null,
      door: 'p-marijke',
      op: at('2022-01-09T10:00').add({ minutes: n }),
      ongedaan: c.undone ? { door: 'p-planner', op: at('2022-01-09T12:00').add({ minutes: n }) } : null,
    }));
  const rota = fc.integer({ min: 0, max: 5 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, k) => change(k))));
  const moment = fc.constantFrom(`${monday}T08:00`, `${monday}T09:30`, `${monday}T12:30`, `${monday}T15:00`);
  const leaving = fc.subarray(['marijke', 'ines']);

  /** Gaps that are longer than before and that no beat will tell in time, with who of the planners or all must hear. */
  function mustHear(world: MemoryWorld, before: Region, after: Region): string[] {
    const now = world.clock.now();
    return days.flatMap((datum) =>
      dayPlan(after, world.holidays, datum).unfilled.flatMap((gap) => {
        const van = gap.start.toZonedDateTimeISO('Europe/Brussels').toPlainTime().toString().slice(0, 5);
        const known = dayPlan(before, world.holidays, datum).unfilled.some(
          (b) => b.start.equals(gap.start) && !isBefore(b.end, gap.end),
        );
        if (known || !isBefore(now, gap.end)) return [];
        if (!isBefore(now, gap.start))
          return ['p-planner', 'p-ines', 'p-marijke', 'p-provinciaal'].map((p) => `LIM/${datum}/${van} ${p}`);
        const later = noticesOn(after, world.holidays, datum, world.store.directory());
        const told = later.some((n) => n.soort === 'gat' && n.van === van && isBefore(now, n.op));
        return told ? [] : [`LIM/${datum}/${van} p-planner`];
      }),
    );
  }

  it('een gat dat loopt of dichter ligt dan de volgende melding, is gezegd [P6]', async () => {
    await fc.assert(
      fc.asyncProperty(rota, change(9, days.slice(0, 2)), moment, fc.boolean(), async (list, next, wall, planners) => {
        const before: Region = { ...regio, uitzonderingen: list };
        const world = memoryWorld(directoryWith([before]), at(wall));
        const person = world.store.directory().persons.get('p-expert');
        if (!person) throw new Error('nobody presses');
        const base = { world, person, now: world.clock.now(), subject: '', values: {} };
        const made = { ...next, op: base.now, ongedaan: null };
        await saveChanges({ ...base, intent: intent(world, 'expert', 'rooster.bewaren', '') }, before, [made], {
          aan: planners ? 'planners' : 'iedereen',
        });
        const heard = owed(world, 'gat', 'gat_nu').map((line) => line.slice(line.indexOf(' ') + 1));
        const after = { ...before, uitzonderingen: [...list, made] };
        expect(heard).toEqual(expect.arrayContaining(mustHear(world, before, after)));
      }),
      { numRuns: 500 },
    );
  });

  it('ook als een nieuw rooster het doet, doordat mensen vertrekken [P6]', () => {
    fc.assert(
      fc.property(rota, leaving, moment, fc.constantFrom('2022-01-09', monday), (list, gone, wall, tot) => {
        const before: Region = { ...regio, uitzonderingen: list };
        const world = memoryWorld(directoryWith([before]), at(wall));
        const next = { ...regio, personen: regio.personen.map((p) => (gone.includes(p.id) ? { ...p, tot } : p)) };
        const { berichten } = sjabloonGevolgen(before, next, world.store.directory(), [], {
          holidays: world.holidays,
          now: world.clock.now(),
          ids: world.ids,
          verzoeken: [],
          tot: null,
        });
        const heard = berichten.map((b) => `${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`);
        const left = gone.filter(() => tot < monday).map((id) => `p-${id}`);
        const wanted = mustHear(world, before, { ...next, uitzonderingen: list });
        // Who left is of no role any more.
        expect(heard).toEqual(expect.arrayContaining(wanted.filter((w) => !left.some((p) => w.endsWith(p)))));
      }),
      { numRuns: 20 },
    );
  });
});
