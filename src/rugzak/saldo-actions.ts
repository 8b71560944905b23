import { casusOpReferentie } from '../casus/casus-actions.ts';
import { textIn } from '../casus/casus-form.ts';
import type { Seen } from '../casus/see.ts';
import { read, reading } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { parseDay } from '../permanentie/parse-day.ts';
import { isDate } from '../time.ts';
import { may } from '../toegang/policy.ts';
import { kasVan } from './beslissen.ts';
import type { Kas } from './kas.ts';
import type { RugzakViews } from './rugzak-view.ts';
import { hoofd, vandaag } from './rugzak-views.ts';
import { lijnenTot, saldo, saldoPerCategorie } from './saldo.ts';

/** What a rugzak came to on a day (ISO date), by what it is for and where it was [B1]. */
function saldoView(kas: Kas, seen: Seen, datum: string): Extract<RugzakViews, { view: 'rugzak_saldo' }> {
  const lines = lijnenTot(kas.boekingen, datum);
  return {
    view: 'rugzak_saldo',
    ...hoofd(seen),
    datum,
    toekomst: datum > vandaag(seen),
    maximum: kas.rugzak.beleid.maximum,
    regels: [...saldoPerCategorie(lines)].map(([categorie, s]) => ({ categorie, saldo: s })),
    samen: saldo(lines),
    mag: (['rugzak.saldo', 'rugzak.tonen'] as const).filter((a) => may(a, seen.relations)),
  };
}

/** `/rugzak LIM-2026-0001 30/06/2026`: the balance on a day, in every way a day can be typed. */
export async function rugzakSaldoOp(context: Context, typed: string, day: string): Promise<Outcome> {
  const { casus, asked } = await casusOpReferentie(context, typed);
  return reading(context, 'rugzak.saldo_tonen', casus, asked, async (seen) => {
    const datum = parseDay(day, context.now, seen.region.tijdzone);
    if (datum === null) return refuse({ kind: 'datum_onleesbaar', typed: day });
    return { kind: 'answer', view: saldoView(await kasVan(context.world.store, seen), seen, datum) };
  });
}

const form = (seen: Seen, datum: string, error?: string): Outcome => ({
  kind: 'form',
  view: {
    view: 'rugzak_formulier',
    formulier: 'saldo',
    subject: seen.casus.id,
    referentie: seen.casus.referentie,
    vraag: null,
    rest: null,
    einde: null,
    values: { datum },
    errors: error === undefined ? {} : { datum: error },
  },
});

/** Asks for which day. Subject: `<case>`. */
export const rugzakSaldo: Handler = (context) => read(context, 'rugzak.saldo', (seen) => form(seen, vandaag(seen)));

export const rugzakSaldoTonen: Handler = (context) =>
  read(context, 'rugzak.saldo_tonen', async (seen) => {
    const datum = textIn(context.values, 'datum');
    if (!isDate(datum)) return form(seen, datum, 'Kies een datum.');
    return { kind: 'answer', view: saldoView(await kasVan(context.world.store, seen), seen, datum) };
  });
