import { audit, type Context, directoryOf, type Handler, homeRegion, refuse, refuseNoted } from '../context.ts';
import { adresMaken } from '../document/adres-maken.ts';
import type { Outcome } from '../outcome.ts';
import { parsePeriode } from '../permanentie/parse-periode.ts';
import { waaktOver } from './regio-team.ts';
import { rugzakRegioView } from './regio-view.ts';

/**
 * `/rugzak regio`, with a region's code and a year where wanted: for who watches over the budget there. It names
 * cases, so that looking is audited, and so is being refused [S13].
 */
export async function rugzakRegio(context: Context, typed: string): Promise<Outcome> {
  const { world, intent, person, now } = context;
  const directory = directoryOf(context);
  const words = typed.trim().split(/\s+/).filter(Boolean);
  const asked = words.map((w) => directory.regions.get(w.toUpperCase())).find((r) => r !== undefined);
  const region = asked ?? homeRegion(directory, person, now);
  if (!region) return refuse({ kind: 'geen_regio' });
  const rest = words.filter((w) => w.toUpperCase() !== asked?.code).join(' ');
  const jaar = parsePeriode(rest, now, region.tijdzone);
  if (jaar?.length !== 4) return refuse({ kind: 'jaar_onleesbaar', typed: rest });
  const allowed = waaktOver(directory, region, person.id, now);
  const result = await world.store.commit({
    once: intent.delivery,
    audit: [audit(context, 'rugzak.regio', region.code, allowed ? 'toegestaan' : 'geweigerd')],
  });
  if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
  if (!allowed) return refuse({ kind: 'alleen_coordinatoren' });
  return { kind: 'answer', view: await rugzakRegioView(world.store, region, Number.parseInt(jaar, 10), now) };
}

/** The button: `subject` is a region's code with, after a slash, a year. */
export const rugzakRegioTonen: Handler = (context) => rugzakRegio(context, context.subject.replaceAll('/', ' '));

/** The year as a workbook: where to fetch it. Subject `<regio>/<jaar>`, with `/extern` after it for outside the circle [M2]. */
export const rugzakExport: Handler = async (context) => {
  const { person, now, subject } = context;
  const [code = '', jaar = '', variant] = subject.split('/');
  const directory = directoryOf(context);
  const region = directory.regions.get(code);
  if (!region || !/^20\d\d$/.test(jaar)) return refuse({ kind: 'geen_regio' });
  if (!waaktOver(directory, region, person.id, now))
    return refuseNoted(context, 'rugzak.export', subject, { kind: 'alleen_coordinatoren' });
  return adresMaken(context, {
    soort: variant === 'extern' ? 'rugzak_regio_extern' : 'rugzak_regio',
    over: `${code}/${jaar}`,
    referentie: `${jaar} ${region.naam}`,
    zone: region.tijdzone,
  });
};
