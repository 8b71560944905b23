import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import { casusForm, kept, opens, textIn } from '../casus/casus-form.ts';
import { ended } from '../casus/ended.ts';
import { see } from '../casus/see.ts';
import { read } from '../casus/with-casus.ts';
import { type Handler, refuse } from '../context.ts';
import { may } from '../toegang/policy.ts';
import { bewaarNotas } from './bewaar-notas.ts';
import { notaFout } from './overdracht-actions.ts';

/** *Nota voor de volgende* on the card of a case: what who is on duty next has to know of it. */
export const casusNota: Handler = opens('casus.nota', 'nota');

export const casusNotaBewaren: Handler = async (context) => {
  const { store } = context.world;
  const tekst = textIn(context.values, 'nota');
  const error = notaFout(tekst, true);
  const casus = await store.casusById(context.subject);
  const seen = casus && (await see(context.world, casus, context.person.id, context.now));
  if (!seen || error || !may('casus.nota_bewaren', seen.relations) || ended(seen.casus))
    return read(context, 'casus.nota_bewaren', (now) => {
      const over = ended(now.casus);
      if (over) return refuse(over);
      return error
        ? casusForm(now, 'nota', withoutRijksregisternummers(context.values), { nota: error })
        : refuse({ kind: 'niet_gevonden' });
    });
  const result = await bewaarNotas(context, seen.region, [{ casusId: seen.casus.id, tekst }], 'casus.nota_bewaren');
  if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
  return { kind: 'replace', view: kept(seen, 'nota') };
};
