import type { Values } from '../intent.ts';
import type { Aanmelding, Signal } from './aanmelding.ts';
import { choicesOf, type FieldId, textOf } from './fields.ts';

/** Values that passed every page (`checkPage`) as one Aanmelding. Fields that were not asked get their neutral value. */
export function toAanmelding(values: Values): Aanmelding {
  const text = (id: FieldId) => textOf(values, id);
  const choice = <T extends string>(id: FieldId, fallback: T) => (text(id) || fallback) as T;
  return {
    ...(values.namens === 'beller' && {
      namens: { naam: text('beller_naam'), organisatie: text('beller_organisatie'), telefoon: text('beller_telefoon') },
    }),
    kind: choice('kind', 'geboren'),
    initialen: text('initialen'),
    geboortedatum: text('geboortedatum'),
    gemeente: text('gemeente'),
    oudereSibling: text('oudere_sibling') === 'ja',
    gevaarNu: text('gevaar_nu') === 'ja',
    signalen: choicesOf(values, 'signalen') as Signal[],
    verontrusting: text('verontrusting'),
    krachten: text('krachten'),
    minimaalNodig: text('minimaal_nodig'),
    waaromUithuisplaatsing: text('waarom_uithuisplaatsing'),
    besprokenMetOuders: choice('besproken_met_ouders', 'nee'),
    waaromNietBesproken: text('waarom_niet_besproken'),
    bereidheid: choice('bereidheid', 'twijfel'),
    regulierAanbod: choice('regulier_aanbod', 'niet_gezocht'),
    regulierToelichting: text('regulier_toelichting'),
    lokaalTeam: choice('lokaal_team', 'niet_betrokken'),
    maatschappelijkeNoodzaak: choice('maatschappelijke_noodzaak', 'nee'),
  };
}

/** The other way round: an aanmelding back in the form, to correct it without telling it again [A9]. */
export function toValues(a: Aanmelding): Values {
  return {
    namens: a.namens ? 'beller' : 'mezelf',
    ...(a.namens && {
      beller_naam: a.namens.naam,
      beller_organisatie: a.namens.organisatie,
      beller_telefoon: a.namens.telefoon,
    }),
    kind: a.kind,
    initialen: a.initialen,
    geboortedatum: a.geboortedatum,
    gemeente: a.gemeente,
    oudere_sibling: a.oudereSibling ? 'ja' : 'nee',
    gevaar_nu: a.gevaarNu ? 'ja' : 'nee',
    signalen: a.signalen,
    verontrusting: a.verontrusting,
    krachten: a.krachten,
    minimaal_nodig: a.minimaalNodig,
    waarom_uithuisplaatsing: a.waaromUithuisplaatsing,
    besproken_met_ouders: a.besprokenMetOuders,
    waarom_niet_besproken: a.waaromNietBesproken,
    bereidheid: a.bereidheid,
    regulier_aanbod: a.regulierAanbod,
    regulier_toelichting: a.regulierToelichting,
    lokaal_team: a.lokaalTeam,
    maatschappelijke_noodzaak: a.maatschappelijkeNoodzaak,
  };
}
