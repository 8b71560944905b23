import { textIn } from '../casus/casus-form.ts';
import type { Seen } from '../casus/see.ts';
import type { Values } from '../intent.ts';
import { dateIn } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { PLAATS_MAX, plaatsLabels } from './plan-velden.ts';
import type { Keuze } from './tafel-view.ts';
import type { Plaats } from './zorgtafel.ts';

/** Where a table can be: near the parents first; else a CKG of the region [T3]. */
export function plaatsKeuzes({ casus, region, directory, now }: Seen): Keuze[] {
  const today = dateIn(region.tijdzone, now);
  const { gemeente } = casus.inhoud.aanmelding;
  const eigen = directory.persons.get(casus.aanmelder)?.organisatie;
  const ckg = region.organisaties.filter(
    (o) => o.sector === 'CKG' && (o.van === undefined || o.van <= today) && (o.tot === undefined || today <= o.tot),
  );
  return [
    { value: 'thuis', label: plaatsLabels.thuis },
    ...(gemeente ? [{ value: 'gemeente', label: `In ${gemeente}, in een huis van het kind of het gemeentehuis` }] : []),
    ...(eigen ? [{ value: 'aanmelder', label: `Bij de aanmelder: ${eigen}` }] : []),
    ...ckg.map((o) => ({ value: `org:${o.id}`, label: o.naam })),
    { value: 'online', label: plaatsLabels.online },
    { value: 'anders', label: 'Ergens anders' },
  ];
}

/** What is wrong with a place, by field: nobody is sent to where they cannot find. */
export function plaatsErrors(values: Values, { casus }: Seen): FieldErrors {
  const plaats = textIn(values, 'plaats');
  const link = textIn(values, 'link');
  const waar = plaats === 'anders' ? 'Schrijf waar.' : `Schrijf waar in ${casus.inhoud.aanmelding.gemeente}.`;
  return {
    ...(!plaats && { plaats: 'Kies een plaats.' }),
    ...((plaats === 'anders' || plaats === 'gemeente') && !textIn(values, 'plaats_anders') && { plaats_anders: waar }),
    ...(link && !/^https:\/\/\S+$/.test(link) && { link: 'Een link begint met https:// en heeft geen spaties.' }),
    ...(plaats === 'online' && !link && { link: 'Alleen online: dan is een link nodig.' }),
    ...(!textIn(values, 'duur') && { duur: 'Kies hoe lang.' }),
  };
}

/** A place as the form gives it. */
export function plaatsVan(values: Values, seen: Seen): Plaats {
  const chosen = textIn(values, 'plaats');
  const typed = textIn(values, 'plaats_anders');
  const own = chosen === 'anders' || chosen === 'gemeente';
  const { gemeente } = seen.casus.inhoud.aanmelding;
  const label = plaatsKeuzes(seen).find((p) => p.value === chosen)?.label ?? typed;
  return {
    omschrijving:
      chosen === 'gemeente' && !typed.toLowerCase().includes(gemeente.toLowerCase())
        ? `${typed}, ${gemeente}`
        : own
          ? typed
          : label,
    adres: own ? '' : typed,
    lokaal: textIn(values, 'lokaal'),
    link: textIn(values, 'link'),
    // Only the name of an organisation may stand in a calendar: an address may be the family's.
    openbaar: chosen.startsWith('org:') || chosen === 'aanmelder' || chosen === 'online',
  };
}

/** A place as the form shows it, to be changed or taken over [A9]. */
export function plaatsWaarden(plaats: Plaats, seen: Seen): Values {
  const known = plaatsKeuzes(seen).find((p) => p.label === plaats.omschrijving);
  return {
    plaats: known?.value ?? 'anders',
    plaats_anders: known
      ? plaats.adres
      : [plaats.omschrijving, plaats.adres].filter(Boolean).join(', ').slice(0, PLAATS_MAX),
    lokaal: plaats.lokaal,
    link: plaats.link,
  };
}
