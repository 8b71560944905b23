import { textIn } from '../casus/casus-form.ts';
import { isDate } from '../time.ts';
import { alsBesluit } from './beslissen.ts';
import { betalen, vrijgeven } from './betalen.ts';
import { aanvraagVan, factuurVan } from './kas.ts';
import { pastDate } from './past-date.ts';
import { overAanvraag } from './rugzak-berichten.ts';
import type { Vorm } from './rugzak-formulieren.ts';
import { vandaag } from './rugzak-views.ts';

/** An invoice was paid, today or before: asked, for it is often noted days after [B7]. Third part: the invoice. */
export const betaling: Vorm = {
  opens: 'rugzak.betaald',
  keeps: 'rugzak.betaling_bewaren',
  aanvraag: true,
  refused: (kas, _, { derde }) => {
    const factuur = factuurVan(kas, derde);
    if (!factuur) return { kind: 'niet_gevonden' };
    if (factuur.ingetrokken) return { kind: 'factuur_ingetrokken' };
    return factuur.betaald ? { kind: 'al_betaald', door: factuur.betaald.door } : null;
  },
  values: (_, seen) => ({ betaald_op: vandaag(seen) }),
  errors: (values, kas, seen, { derde }) => {
    const typed = textIn(values, 'betaald_op');
    const ontvangen = factuurVan(kas, derde)?.ontvangen ?? '';
    return { betaald_op: pastDate(typed, seen) ?? (typed < ontvangen ? teVroeg(ontvangen) : null) };
  },
  decide: (values, kas, _, { derde }, daad) =>
    alsBesluit(betalen(kas, derde, textIn(values, 'betaald_op'), daad), 'rugzak_gewijzigd', 'Factuur betaald'),
};

/** Which of both days is wrong, only who types knows: the day it came in has no form of its own. */
const teVroeg = (ontvangen: string): string => {
  const day = Temporal.PlainDate.from(ontvangen).toLocaleString('nl-BE', { dateStyle: 'long' });
  return `De factuur staat genoteerd als ontvangen op ${day}. Klopt dat niet, draai ze terug bij “Boekingen” en voer ze opnieuw in.`;
};

/** What is left becomes free; until when there was help decides which proofs are still to come [B7]. */
export const vrijgave: Vorm = {
  opens: 'rugzak.vrijgeven',
  keeps: 'rugzak.vrijgave_bewaren',
  aanvraag: true,
  values: (kas, seen, { tweede }) => {
    const { van = '', tot = '' } = aanvraagVan(kas, tweede) ?? {};
    // Until today, within the period that was asked for.
    const [, day = ''] = [van, vandaag(seen), tot].sort();
    return { laatste_dag: day };
  },
  errors: (values, kas, _, { tweede }) => {
    const typed = textIn(values, 'laatste_dag');
    const { van = '', tot = '' } = aanvraagVan(kas, tweede) ?? {};
    if (!isDate(typed)) return { laatste_dag: 'Kies een datum.' };
    return {
      laatste_dag: typed < van || typed > tot ? 'Kies een dag binnen de periode van de aanvraag.' : null,
    };
  },
  decide: (values, kas, seen, { tweede }, daad) =>
    alsBesluit(
      vrijgeven(kas, tweede, textIn(values, 'laatste_dag'), daad),
      'rugzak_gewijzigd',
      'Wat niet meer nodig is, vrijgegeven',
      overAanvraag('vrijgegeven', kas, tweede, seen, daad),
    ),
};
