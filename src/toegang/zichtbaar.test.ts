import { describe, expect, it } from 'vitest';
import { wachtend } from '../casus/casus.fixture.ts';
import type { Seen } from '../casus/see.ts';
import { directoryWith, holidays, monday, regio } from '../world.fixture.ts';
import { uitnodigingView } from '../zorgtafel/tafel-views.ts';
import { deelnemer, tafel } from '../zorgtafel/zorgtafel.fixture.ts';
import type { Deelnemer } from '../zorgtafel/zorgtafel.ts';
import { type TafelRol, type TafelVeld, tafelRol, tafelVelden, zichtbaar } from './zichtbaar.ts';

const urlOf = (token: string) => `https://bot.example.org/ical/${token}.ics`;
const vol = {
  ...tafel,
  boodschap: 'BOODSCHAP',
  expertVraag: 'EXPERTVRAAG',
  reden: 'REDEN',
  agenda: { start: monday, op: monday },
};

const gezien = (lezer: string): Seen => ({
  casus: { ...wachtend, stand: 'opgenomen' },
  termijnen: [],
  zorgtafels: [vol],
  zorgplan: null,
  region: regio,
  directory: directoryWith(),
  holidays,
  lezer,
  relations: new Set(['genodigde'] as const),
  now: monday,
});

/** Somebody in each quality, as they read their own invitation. */
const rollen: Record<TafelRol, { d: Deelnemer; lezer: string }> = {
  genodigde: { d: deelnemer('vreemde'), lezer: 'p-vreemde' },
  expert: { d: deelnemer('expert', { soort: 'expert' }), lezer: 'p-expert' },
  doorgever: { d: deelnemer('mama', { soort: 'ouder', persoonId: null, via: 'p-melder' }), lezer: 'p-melder' },
  geen: { d: deelnemer('expert', { soort: 'expert', stand: 'vervangen' }), lezer: 'p-expert' },
};

/** Which fields of the table a view really shows. */
function getoond(rol: TafelRol): TafelVeld[] {
  const { d, lezer } = rollen[rol];
  const view = uitnodigingView(gezien(lezer), vol, d, { urlOf });
  const shown: Record<TafelVeld, boolean> = {
    referentie: view.referentie !== '',
    samenroeper: view.samenroeper !== null,
    wanneer: view.momenten.length > 0,
    waar: view.plaats !== null,
    duur: view.duur !== null,
    boodschap: view.boodschap !== null,
    reden: view.reden !== null,
    leeftijd: view.leeftijd !== null,
    signalen: view.signalen !== null,
    expertVraag: view.expertVraag !== null,
  };
  return tafelVelden.filter((veld) => shown[veld]);
}

describe('wat wie van een zorgtafel leest', () => {
  it.each(Object.keys(rollen) as TafelRol[])('%s: precies wat de tabel zegt [S8]', (rol) => {
    const { d, lezer } = rollen[rol];
    expect(tafelRol(d, lezer)).toBe(rol);
    expect(getoond(rol)).toEqual(tafelVelden.filter((veld) => zichtbaar[rol].includes(veld)));
  });

  it.each(Object.keys(rollen) as TafelRol[])('%s: niets van wat de aanmelder schreef [S8]', (rol) => {
    const { d, lezer } = rollen[rol];
    const told = JSON.stringify(uitnodigingView(gezien(lezer), vol, d, { urlOf }));
    const { verontrusting, krachten, minimaalNodig, waaromUithuisplaatsing, initialen, gemeente } =
      wachtend.inhoud.aanmelding;
    for (const text of [verontrusting, krachten, minimaalNodig, waaromUithuisplaatsing, initialen, gemeente])
      if (text) expect(told).not.toContain(text);
  });

  it('laat wie een stoel van een ander opent niets zien [S6]', () => {
    expect(tafelRol(deelnemer('expert', { soort: 'expert' }), 'p-vreemde')).toBe('geen');
    expect(tafelRol(deelnemer('mama', { persoonId: null, via: 'p-melder' }), 'p-vreemde')).toBe('geen');
  });
});
