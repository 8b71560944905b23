import { ended } from '../casus/ended.ts';
import { see } from '../casus/see.ts';
import { directoryOf, type Handler, homeRegion } from '../context.ts';
import { may } from '../toegang/policy.ts';
import { kasVan } from './beslissen.ts';
import { vrij } from './kas.ts';
import { eindeVan } from './klokken.ts';
import { waaktOver } from './regio-team.ts';
import { begin, komende } from './rugzak-views.ts';
import { wachtOpMij } from './wachtende.ts';

/** Most requests to decide about the list shows. */
const DECISIONS = 8;
/** Most cases the list shows: with the decisions it fits a message of every platform. */
const LIST_LIMIT = 12;

/**
 * Requests the reader may decide about; then my cases with a rugzak, the nearest date first, those that ended as long
 * as something is to be invoiced, paid or proven: references and dates only. Who watches over the budget of a region goes on from here [B8].
 */
export const rugzakLijst: Handler = async (context) => {
  const { world, person, now } = context;
  const on = await world.store.rugzakkenVan(person.id, LIST_LIMIT + 1);
  const rows = await Promise.all(
    on.slice(0, LIST_LIMIT).map(async (casus) => {
      const seen = await see(world, casus, person.id, now);
      if (!seen || !may('rugzak.tonen', seen.relations)) return [];
      const kas = await kasVan(world.store, seen);
      const eerst = komende(kas, seen)[0] ?? null;
      const { id, referentie } = casus;
      const beeindigd = ended(casus) !== null;
      return [{ casusId: id, referentie, vrij: vrij(kas).totaal, einde: eindeVan(kas.rugzak), eerst, beeindigd }];
    }),
  );
  const late = '9999-12-31';
  const casussen = rows.flat().sort((a, b) => ((a.eerst?.datum ?? late) < (b.eerst?.datum ?? late) ? -1 : 1));
  const directory = directoryOf(context);
  const region = homeRegion(directory, person, now);
  const jaarbudget = region && waaktOver(directory, region, person.id, now) ? region.code : null;
  const waiting = (await wachtOpMij(world.store, person, now)).beslissen.map(({ einde: _, ...a }) => a);
  const beslissen = begin(waiting, DECISIONS);
  return {
    kind: 'answer',
    view: { view: 'rugzak_lijst', casussen, meer: on.length > LIST_LIMIT, jaarbudget, beslissen },
  };
};
