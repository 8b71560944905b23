import { aanvullen, intrekken } from '../aanmelding/bijwerken.ts';
import { refuse } from '../context.ts';
import type { Uitkomst } from './casus.ts';
import { colleagues, opens, saves, takenByOther, textError, textIn } from './casus-form.ts';
import { overdragen } from './overdragen.ts';
import { terugkoppelen } from './terugkoppelen.ts';
import { vraagStellen } from './vragen.ts';

/** The forms about a case: each opens, and each is kept. */

export const casusTerugkoppelen = opens('casus.terugkoppelen', 'terugkoppeling', takenByOther);
export const casusVragen = opens('casus.vragen', 'vraag', (seen, context) =>
  seen.casus.inhoud.aanmelding.namens ? refuse({ kind: 'telefonisch_gemeld' }) : takenByOther(seen, context),
);
export const casusOverdragen = opens('casus.overdragen', 'overdracht');
export const aanmeldingAanvullen = opens('aanmelding.aanvullen', 'aanvulling');
export const aanmeldingIntrekken = opens('aanmelding.intrekken', 'intrekking');

const uitkomsten: readonly string[] = [
  'zorgtafel',
  'regulier_aanbod',
  'advies',
  'gemandateerde_voorziening',
  'crisis',
  'niet_voor_ons',
] satisfies Uitkomst[];

const isUitkomst = (text: string): text is Uitkomst => uitkomsten.includes(text);

export const terugkoppelingBewaren = saves('casus.terugkoppeling_bewaren', 'terugkoppeling', (values, context) => {
  const [uitkomst, nota] = [textIn(values, 'uitkomst'), textIn(values, 'nota')];
  return {
    errors: { uitkomst: isUitkomst(uitkomst) ? null : 'Kies een uitkomst.', nota: textError(nota, true) },
    decide: (seen) =>
      isUitkomst(uitkomst)
        ? terugkoppelen(seen.casus, context.person.id, uitkomst, nota, context.now)
        : { refusal: { kind: 'storing' } },
  };
});

export const vraagBewaren = saves('casus.vraag_bewaren', 'vraag', (values, context) => {
  const vraag = textIn(values, 'vraag');
  return {
    errors: { vraag: textError(vraag, true) },
    decide: (seen) => vraagStellen(seen.casus, context.person.id, context.world.ids.next(), vraag, context.now),
  };
});

export const overdrachtBewaren = saves('casus.overdracht_bewaren', 'overdracht', (values, context) => {
  const [naar, nota] = [textIn(values, 'naar'), textIn(values, 'nota')];
  return {
    errors: { naar: naar ? null : 'Kies een collega.', nota: textError(nota, false) },
    decide: (seen) =>
      colleagues(seen).some((c) => c.value === naar)
        ? overdragen(seen.casus, context.person.id, naar, nota, context.now)
        : { refusal: { kind: 'geen_recht' } },
  };
});

export const aanvullingBewaren = saves('aanmelding.aanvulling_bewaren', 'aanvulling', (values, context) => {
  const tekst = textIn(values, 'aanvulling');
  return {
    errors: { aanvulling: textError(tekst, true) },
    decide: (seen) => aanvullen(seen.casus, context.person.id, tekst, context.now),
  };
});

export const intrekkingBevestigen = saves('aanmelding.intrekking_bevestigen', 'intrekking', (values, context) => {
  const reden = textIn(values, 'reden');
  return {
    errors: { reden: textError(reden, true) },
    decide: (seen) => intrekken(seen.casus, context.person.id, reden, context.now),
  };
});
