import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../cards/as-text.ts';
import type { Button, Card, Part } from '../cards/card.ts';
import { cardOf } from '../cards/card-of.ts';
import { chartBars } from '../cards/chart-bars.ts';
import { chartText } from '../cards/chart-text.ts';
import { link } from '../cards/words.ts';
import { voorbeeld } from '../src/aanmelding/aanmelding.fixture.ts';
import { isActionId } from '../src/actions.ts';
import type { Values } from '../src/intent.ts';
import type { View } from '../src/view.ts';
import { allSamples, longName, sampleViews } from './sample-views.ts';

const buttonsOf = (card: Card): Button[] => [
  ...card.parts.flatMap((p) => (p.type === 'buttons' ? p.buttons : [])),
  ...[card.form?.submit, card.form?.back, card.form?.cancel, card.form?.autosave].filter((b) => b !== undefined),
];

/** What a reader of the repository sees: the notification, the card, and what its buttons do. */
const golden = (card: Card) =>
  [
    `(${card.summary})`,
    asText(card),
    ...buttonsOf(card).map((b) => `→ ${b.label}: ${b.action} ${b.subject}`.trimEnd()),
    '',
  ].join('\n');

describe('kaarten zoals ze eruitzien', () => {
  it.each(allSamples)('%s', async (name, view) => {
    await expect(golden(cardOf(view))).toMatchFileSnapshot(`./golden/${name}.txt`);
  });
});

/** What a title, a notification or a button may say by name: the people and places of the permanentie, no family. */
const open = new Set<string>([
  ...['regio', 'agenda.naam', 'verdeling.naam', 'gat.door', 'dienst_onbevestigd.wie', 'dienst_onbevestigd.door'],
  ...['dubbel.wie', 'gaten.wie', 'rooster_niet_bezorgd.wie', 'rooster_verzoek.aan', 'document_adres.referentie'],
  // Words of the code, under a key that elsewhere is somebody's words.
  ...['rugzak_bewijzen.subject', 'rooster_botsing.reden'],
]);

const isCode = (text: string) =>
  // A word of the code, an id, a date or a time, an address, a region or what starts with one.
  /^[a-z0-9_./:-]*$/.test(text) || /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text) || /^LIM\b[\w./:-]*$/.test(text);

/** Keys under which a person's words stand, also when they are one small word. */
const always = new Set(['naam', 'wie', 'voor', 'tekst', 'label', 'reden', 'boodschap']);

/** The same view with every text that may be a person's marked, by construction: an exception has to be named. */
function marked<V extends View>(view: V): V {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return key === 'signalen' ? ['verslaving'] : value.map((one) => walk(one, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([k, inner]) => [k, walk(inner, k)]));
    if (typeof value !== 'string' || value === '') return value;
    if (key === 'geboortedatum') return '2025-12-22';
    if (key === 'zone' || open.has(key) || open.has(`${view.view}.${key}`)) return value;
    return isCode(value) && !always.has(key) ? value : `ZZ${value}`;
  };
  const all = walk(view, '') as V;
  if (!('values' in all)) return all;
  // What somebody may type in this form stands in it as well.
  const typed = cardOf(all).parts.flatMap((p) =>
    p.type === 'input' && p.kind === 'text' ? [[p.id, `ZZ${p.id}`]] : [],
  );
  return { ...all, values: { ...(all.values as Values), ...Object.fromEntries(typed) } };
}
const sensitive = /ZZ|22 december|2025-12-22|erslaving|intrafamiliaal|maatschappelijk/i;

const everyText = (card: Card): string[] => {
  const inPart = (p: Part): string[] => {
    switch (p.type) {
      case 'text':
      case 'heading':
        return [p.text];
      case 'link':
        return [p.url];
      case 'facts':
        return p.facts.flatMap((f) => [f.label, f.value]);
      case 'list':
        return p.items;
      case 'table':
        return [...p.columns, ...p.rows.flat()];
      case 'chart':
        return [p.title, p.alt, chartText(p), ...chartBars(p)];
      case 'input':
        return [p.label, p.hint ?? '.', p.error ?? '.', ...('options' in p ? p.options.map((o) => o.label) : [])];
      case 'buttons':
        return p.buttons.map((b) => b.label);
      case 'divider':
        return [];
      default:
        throw new Error(p satisfies never);
    }
  };
  return [card.title, card.summary, ...card.parts.flatMap(inPart), ...buttonsOf(card).map((b) => b.label)];
};

describe('elke kaart', () => {
  it.each(allSamples)('%s zegt in melding, titel en knoppen niets over kind of gezin [S9]', (_, view) => {
    const card = cardOf(marked(view));
    expect(card.summary).not.toMatch(sensitive);
    expect(card.title).not.toMatch(sensitive);
    for (const b of buttonsOf(card)) expect(`${b.label} ${b.action} ${b.subject}`).not.toMatch(sensitive);
    for (const p of card.parts) if (p.type === 'chart') expect(`${p.title} ${p.alt}`).not.toMatch(sensitive);
  });

  it('toont die woorden wel aan wie hem leest: het merk is te zien [S9]', () => {
    const shown = allSamples.filter(([, view]) => everyText(cardOf(marked(view))).some((text) => text.includes('ZZ')));
    expect(shown.length).toBeGreaterThan(allSamples.length / 2);
  });

  it.each(allSamples)('%s heeft nergens een lege tekst, een leeg blok of een vergeten waarde', (_, view) => {
    const card = cardOf(view);
    for (const text of everyText(card)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/\b(undefined|null|NaN|Invalid|object Object)\b/);
    }
    for (const p of card.parts) {
      if (p.type === 'buttons') expect(p.buttons.length).toBeGreaterThan(0);
      if (p.type === 'facts') expect(p.facts.length).toBeGreaterThan(0);
      if (p.type === 'list') expect(p.items.length).toBeGreaterThan(0);
      if (p.type === 'table') for (const row of p.rows) expect(row).toHaveLength(p.columns.length);
      if (p.type === 'input' && 'options' in p) expect(p.options.length).toBeGreaterThan(0);
    }
  });

  it.each(allSamples)('%s blijft binnen wat een chatplatform kan tonen', (_, view) => {
    const card = cardOf(view);
    expect(card.title.length).toBeLessThanOrEqual(150);
    expect(card.summary.length).toBeLessThanOrEqual(150);
    for (const b of buttonsOf(card)) {
      expect(b.label.length).toBeLessThanOrEqual(40);
      expect(isActionId(b.action)).toBe(true);
      expect(b.subject).toMatch(/^[\w/.:-]*$/);
    }
    const inputs = card.parts.flatMap((p) => (p.type === 'input' ? [p.id] : []));
    expect(new Set(inputs).size).toBe(inputs.length);
    expect(
      card.parts.filter((p) => p.type === 'buttons' && p.buttons.filter((b) => b.style === 'primary').length > 1),
    ).toEqual([]);
  });

  it('is voor dezelfde gegevens altijd dezelfde: een ongewijzigde kaart gaat niet opnieuw uit', () => {
    for (const [, view] of allSamples) expect(cardOf(structuredClone(view))).toEqual(cardOf(view));
  });

  it('laat alleen een webadres indrukken, wat er ook getypt is', () => {
    const pressable = (url: string) => link('Online', url).some((p) => p.type === 'link');
    expect(pressable('https://overleg.example.org/1?a=b')).toBe(true);
    for (const url of ['javascript:alert(1)', 'slack://open', 'https://a b', 'https://a>|<b', 'overleg.example.org'])
      expect(pressable(url)).toBe(false);
    expect(link('Online', '')).toEqual([]);
  });

  it('toont wat mensen typen als tekst, wat het ook is, en gaat er niet aan stuk', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const card = cardOf({
          ...sampleViews.casus_kaart.aangemeld,
          aanmelding: { ...voorbeeld, verontrusting: a, gemeente: b },
        });
        expect(card.parts.some((p) => p.type === 'text' && p.text === a)).toBe(true);
        expect(asText(card)).toContain(card.title);
        cardOf({ ...sampleViews.aanmelding_controle.volledig, values: { geboortedatum: a, signalen: [b], kind: a } });
        cardOf({ ...sampleViews.aanmelding_pagina.leeg, values: { geboortedatum: a, kind: b, signalen: a } });
      }),
    );
  });
});

describe('wat een kanaal ziet', () => {
  it('is een referentie, een rol of naam van de permanentie, een tijd, en geen knop [S9]', () => {
    for (const view of Object.values(sampleViews.kanaal_aanmelding)) {
      expect(Object.keys(view).sort()).toEqual(['bij', 'referentie', 'stand', 'uiterlijk', 'view', 'zone']);
      const card = cardOf(view);
      expect(asText(card)).toMatch(
        /^▌ Aanmelding LIM-2026-0001\n {2}(Wacht op Marijke, antwoord tegen .+|Opgenomen door Marijke, antwoord tegen .+|Teruggekoppeld door Marijke|Ingetrokken)\.$/,
      );
      expect(buttonsOf(card)).toEqual([]);
    }
  });
});

describe('woorden op kaarten', () => {
  const textOf = (view: View) => asText(cardOf(view));

  it('zegt bij een lege lijst wat er wel kan', () => {
    const card = cardOf(sampleViews.casus_lijst.leeg);
    expect(asText(card)).toContain('geen enkele open casus');
    expect(buttonsOf(card).map((b) => b.action)).toEqual(['aanmelding.starten', 'permanentie.tonen']);
  });

  it('zegt als er geen collega is om aan over te dragen', () => {
    expect(textOf(sampleViews.weigering.niemand_om_over_te_dragen)).toContain('Vraag de beheerder');
  });

  it('kiest enkelvoud en meervoud', () => {
    expect(textOf(sampleViews.aanmelding_status.een_vraag)).toContain('Er wacht een vraag op je antwoord');
    expect(textOf(sampleViews.aanmelding_status.twee_vragen)).toContain('Er wachten 2 vragen op je antwoord');
    expect(textOf(sampleViews.aanmelding_status.opgenomen)).not.toMatch(/wacht(en)? .*vra/);
  });

  it('toont een lange naam volledig', () => {
    for (const view of [
      sampleViews.permanentie.lange_naam,
      sampleViews.mededeling.nieuw_aanspreekpunt,
      sampleViews.casus_kaart.per_telefoon,
      sampleViews.hulp.zonder_voorkeur,
    ])
      expect(textOf(view)).toContain(longName);
  });

  it('schrijft tijden op de klok van de regio, ook na het verzetten van het uur [P5]', () => {
    const at = (uiterlijk: string) => textOf({ ...sampleViews.kanaal_aanmelding.aangemeld, uiterlijk });
    expect(at('2026-03-28T08:00:00Z')).toContain('zaterdag 28 maart om 09:00');
    expect(at('2026-03-29T07:00:00Z')).toContain('zondag 29 maart om 09:00');
    expect(at('2026-03-29T22:30:00Z')).toContain('maandag 30 maart om 00:30');
  });

  it('belooft bij een verbetering geen nieuwe termijn [A2]', () => {
    const text = textOf(sampleViews.aanmelding_controle.verbeteren);
    expect(text).not.toContain('Antwoord ten laatste');
    expect(text).toContain('blijft dezelfde');
  });

  it('zegt eerlijk dat er op vrijdagavond niemand van wacht is [P2]', () => {
    expect(textOf(sampleViews.aanmelding_verzonden.vrijdagavond)).toMatch(
      /nu niemand van wacht; .*maandag 16 maart om 09:00.*reken voor dan niet op een antwoord[\s\S]*De termijn loopt tot +zaterdag 14 maart/,
    );
  });

  it('zegt wie te bellen bij een telefoonroute, en als de bot niemand bereikt [P1, A1]', () => {
    const route = textOf(sampleViews.aanmelding_controle.via_een_telefoonroute);
    expect(route).toMatch(/Bellen tot maandag 9 maart om 17:00 +Jeugdhulpregie, 011 30 31 40/);
    expect(route).toMatch(/Daarna bellen +02 243 55 05/);
    expect(textOf(sampleViews.aanmelding_controle.niemand_bereikbaar)).toContain('bel ook zelf');
  });

  it('stuurt wie belde niets: wie terugkoppelt leest wie te bellen [A7]', () => {
    for (const view of [
      sampleViews.casus_formulier.terugkoppeling_per_telefoon,
      sampleViews.bewaard.terugkoppeling_per_telefoon,
    ])
      expect(textOf(view)).toContain('0470 11 22 33');
    expect(textOf(sampleViews.bewaard.terugkoppeling_per_telefoon)).not.toContain('De aanmelder krijgt');
  });

  it('vlagt een oudere broer of zus op de kaart van de coördinator [D6]', () => {
    expect(textOf(sampleViews.casus_kaart.alles_tegelijk)).toContain('Broer of zus van 3 jaar of ouder');
    expect(textOf(sampleViews.casus_kaart.aangemeld)).not.toContain('Broer of zus');
  });

  it('noemt wie de bot niet bereikt enkel aan wie dat kan oplossen', () => {
    expect(textOf(sampleViews.permanentie.voor_de_planner)).toContain('Ines');
    expect(textOf(sampleViews.permanentie.nu)).not.toContain('Ines');
  });
});
