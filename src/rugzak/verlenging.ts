import type { NewBericht } from '../berichten/bericht.ts';
import { nameOf } from '../casus/casus-views.ts';
import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import type { Handler } from '../context.ts';
import { may } from '../toegang/policy.ts';
import { alsBesluit, beslissen } from './beslissen.ts';
import type { Kas } from './kas.ts';
import { eindeVan } from './klokken.ts';
import { toOverzicht } from './rugzak-actions.ts';
import { overVerlenging } from './rugzak-berichten.ts';
import type { RugzakVerlengingView } from './rugzak-view.ts';
import { hoofd, teLang } from './rugzak-views.ts';
import { verlengingTerugnemen } from './verloop.ts';

/** What was told of an extension, with how it is now; who may can take the last one back [B2]. */
export function verlengingView(
  kas: Kas,
  seen: Seen,
  { onderwerp, op }: Pick<NewBericht, 'onderwerp' | 'op'>,
): RugzakVerlengingView {
  const [wat, door = ''] = onderwerp.split(':');
  const { verlengingen } = kas.rugzak;
  const at = verlengingen.findIndex((v) => v.op.equals(op));
  const terug = at >= 0 && at === verlengingen.length - 1 && ended(seen.casus) === null;
  return {
    view: 'rugzak_verlenging',
    ...hoofd(seen),
    wat: wat === 'terug' ? 'teruggenomen' : at >= 0 ? 'verlengd' : 'intussen_teruggenomen',
    door: nameOf(seen.directory, door),
    reden: verlengingen[at]?.reden ?? null,
    einde: eindeVan(kas.rugzak),
    aantal: verlengingen.length,
    nietMeerBinnen: teLang(kas),
    aanspreekpunt: nameOf(seen.directory, seen.casus.aanspreekpunt),
    mag: (['rugzak.verlenging_terug', 'rugzak.tonen'] as const).filter(
      (a) => may(a, seen.relations) && (a !== 'rugzak.verlenging_terug' || terug),
    ),
  };
}

/** Subject: `<case>/<how many extensions the reader saw>`. */
export const rugzakVerlengingTerug: Handler = (context) => {
  const seenCount = Number.parseInt(context.subject.split('/')[1] ?? '', 10);
  return beslissen(
    context,
    'rugzak.verlenging_terug',
    (kas, seen, daad) => {
      const over = ended(seen.casus);
      if (over) return { refusal: over };
      const decision = verlengingTerugnemen(kas, seenCount);
      const berichten = overVerlenging('terug', seen, daad);
      return alsBesluit(decision, 'rugzak_gewijzigd', 'Verlenging teruggenomen', berichten);
    },
    toOverzicht(context),
  );
};
