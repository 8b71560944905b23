import { MINST_ZICHTBAAR } from '../src/rugzak/kleine-aantallen.ts';
import type { Groep, RegioDocumentView } from '../src/rugzak/regio-document.ts';
import { gebonden } from '../src/rugzak/saldo.ts';
import { categorieNamen, faseNamen, ramingZinnen } from './rugzak-woorden.ts';
import type { Blad, Cel, Werkboek } from './werkboek.ts';
import { monthName, shortMoment } from './words.ts';

/** A region's year in Excel: for the coordinators with every line, for others without cases or small numbers [M2]. */
export const rugzakWerkboek = (view: RegioDocumentView): Werkboek => ({
  bladen:
    view.document === 'rugzak_regio_extern'
      ? [overzicht(view)]
      : [overzicht(view), saldi(view), facturen(view), bewijzen(view), grootboek(view)],
});

function overzicht(view: RegioDocumentView): Blad {
  const { overzicht: year, perSoort, perKwartaal, samen } = view;
  const extern = view.document === 'rugzak_regio_extern';
  const { verborgen: secret } = samen;
  const forecast = extern ? null : ramingZinnen(year);
  const row = (label: string, cents: number | null, secret = false) => [
    tekst(label),
    null,
    secret ? tekst(VERBORGEN) : cents === null ? tekst('niet ingesteld') : euro(cents),
  ];
  const group = (label: string, g: Groep, vet = false) => [
    tekst(label, vet),
    g.verborgen.gebonden || g.verborgen.betaald ? tekst(TE_WEINIG) : aantal(g.casussen, vet),
    g.verborgen.gebonden ? tekst(VERBORGEN) : euro(g.gebonden, vet),
    g.verborgen.betaald ? tekst(VERBORGEN) : euro(g.betaald, vet),
  ];
  const head = (label: string, casussen = true) => [
    tekst(label, true),
    casussen ? tekst('Casussen', true) : null,
    tekst('Vastgelegd', true),
    tekst('Betaald', true),
  ];
  return {
    naam: 'Jaaroverzicht',
    // What stands below differs by part, and each has its own head: this one stays in view above all of them.
    kolommen: [
      { kop: `Jaarbudget ${year.jaar} ${view.regio}`, breedte: 44 },
      { kop: 'Aantal', breedte: 12 },
      { kop: 'Bedrag', breedte: 18 },
      { kop: 'Waarvan betaald', breedte: 18 },
    ],
    rijen: [
      [tekst(`Gemaakt op ${shortMoment(view.op, view.zone)}`)],
      [],
      row('Jaarbudget', year.budget),
      row('Vastgelegd', year.gebonden, secret.gebonden),
      ...(year.budget === null ? [] : [row('Nog vrij', year.budget - year.gebonden, secret.gebonden)]),
      row('Betaald', year.betaald, secret.betaald),
      ...(view.structureel === null ? [] : [row('Structureel aanbod, niet in de bot geboekt', view.structureel)]),
      // Who counts what waits can tell how few cases ask.
      ...(extern ? [] : [row('Aangevraagd, wacht op een beslissing', year.aangevraagd)]),
      ...(forecast ? forecast.map((sentence) => [tekst(sentence)]) : []),
      [],
      head('Soort hulp'),
      ...perSoort.map((g) => group(categorieNamen[g.categorie], g)),
      group('Samen', samen, true),
      [],
      ...(view.verwijderd
        ? [
            [tekst('Waarvan van casussen die na de bewaartermijn verwijderd zijn, en niet in het grootboek staan')],
            [tekst('Verwijderde casussen'), null, euro(view.verwijderd.gebonden), euro(view.verwijderd.betaald)],
            [],
          ]
        : []),
      head('Kwartaal van boeking of betaling'),
      ...perKwartaal.map((g) => group(g.kwartaal === null ? `Voor of na ${year.jaar}` : `Kwartaal ${g.kwartaal}`, g)),
      group('Samen', samen, true),
      ...(extern
        ? [
            [],
            [
              tekst(
                `Wat over minder dan ${MINST_ZICHTBAAR} casussen gaat, is verborgen, en waar nodig de rij ernaast.`,
              ),
            ],
          ]
        : [
            [],
            head('Maand van boeking of betaling', false),
            ...[
              { label: `Vóór ${year.jaar}`, ...year.vooraf },
              ...year.maanden.map((m) => ({ label: monthName(m.maand), ...m })),
              { label: `Na ${year.jaar}`, ...year.nadien },
            ].map((m) => [tekst(m.label), null, euro(m.gebonden), euro(m.betaald)]),
            [tekst('Samen', true), null, euro(year.gebonden, true), euro(year.betaald, true)],
          ]),
    ],
  };
}

function saldi({ saldi: rows }: RegioDocumentView): Blad {
  return {
    naam: 'Saldi per casus',
    kolommen: [
      { kop: 'Casus', breedte: 18 },
      { kop: 'Soort hulp', breedte: 22 },
      ...Object.values(faseNamen).map((kop) => ({ kop, breedte: 16 })),
      { kop: 'Samen vastgelegd', breedte: 18 },
    ],
    rijen: rows.map((s) => [
      tekst(s.referentie),
      tekst(categorieNamen[s.categorie]),
      euro(s.aangevraagd),
      euro(s.vastgelegd),
      euro(s.gefactureerd),
      euro(s.betaald),
      euro(gebonden(s), true),
    ]),
  };
}

/** Every invoice, those to be paid first first [B7]. */
function facturen({ facturen: rows, op, zone }: RegioDocumentView): Blad {
  const today = dayOf(op, zone);
  return {
    naam: 'Facturen',
    kolommen: [
      { kop: 'Factuur', breedte: 18 },
      { kop: 'Casus', breedte: 18 },
      { kop: 'Soort hulp', breedte: 22 },
      { kop: 'Aanbieder', breedte: 26 },
      { kop: 'Bedrag', breedte: 16 },
      { kop: 'Ontvangen op', breedte: 14 },
      { kop: 'Te betalen tegen', breedte: 16 },
      { kop: 'Betaald op', breedte: 14 },
      { kop: 'Stand', breedte: 16 },
    ],
    rijen: rows.map((f) => [
      tekst(f.nummer),
      tekst(f.referentie),
      tekst(categorieNamen[f.categorie]),
      tekst(f.aanbieder),
      euro(f.cents),
      datum(f.ontvangen),
      datum(f.vervalt),
      f.betaaldOp === null ? null : datum(f.betaaldOp),
      tekst(f.betaaldOp !== null ? 'betaald' : f.vervalt < today ? 'te laat' : 'te betalen'),
    ]),
  };
}

/** Amounts are with the invoices: one may be proven in several quarters. */
function bewijzen({ bewijzen: rows, op, zone }: RegioDocumentView): Blad {
  const today = dayOf(op, zone);
  return {
    naam: 'Bewijzen per kwartaal',
    kolommen: [
      { kop: 'Kwartaal', breedte: 18 },
      { kop: 'Casus', breedte: 18 },
      { kop: 'Soort hulp', breedte: 22 },
      { kop: 'Aanbieder', breedte: 26 },
      { kop: 'Te bezorgen tegen', breedte: 18 },
      { kop: 'Bezorgd op', breedte: 14 },
      { kop: 'Stand', breedte: 16 },
    ],
    rijen: rows.map((b) => [
      tekst(b.kwartaal.replace('K', ' kwartaal ')),
      tekst(b.referentie),
      tekst(categorieNamen[b.categorie]),
      tekst(b.aanbieder),
      datum(b.tegen),
      b.bezorgdOp === null ? null : datum(b.bezorgdOp),
      tekst(b.bezorgdOp !== null ? 'bezorgd' : b.tegen < today ? 'te laat' : 'nog te bezorgen'),
    ]),
  };
}

function grootboek({ regels }: RegioDocumentView): Blad {
  return {
    naam: 'Grootboek',
    kolommen: [
      { kop: 'Nr', breedte: 8 },
      { kop: 'Datum', breedte: 12 },
      { kop: 'Casus', breedte: 18 },
      { kop: 'Soort hulp', breedte: 22 },
      { kop: 'Van', breedte: 14 },
      { kop: 'Naar', breedte: 14 },
      { kop: 'Bedrag', breedte: 16 },
      { kop: 'Verandert vastgelegd', breedte: 20 },
      { kop: 'Door', breedte: 26 },
      { kop: 'Draait nr terug', breedte: 16 },
    ],
    rijen: regels.map((r) => [
      aantal(r.nummer),
      datum(r.datum),
      tekst(r.referentie),
      tekst(categorieNamen[r.categorie]),
      r.van === null ? null : tekst(faseNamen[r.van]),
      r.naar === null ? null : tekst(faseNamen[r.naar]),
      euro(r.cents),
      euro(r.erbij),
      tekst(r.door),
      r.draaitTerug === null ? null : aantal(r.draaitTerug),
    ]),
  };
}

const TE_WEINIG = `< ${MINST_ZICHTBAAR} of verborgen`;
const VERBORGEN = 'verborgen';

const tekst = (text: string, vet = false): Cel => ({ soort: 'tekst', tekst: text, vet });
const euro = (cents: number, vet = false): Cel => ({ soort: 'euro', cents, vet });
const aantal = (count: number, vet = false): Cel => ({ soort: 'aantal', aantal: count, vet });
const datum = (date: string): Cel => ({ soort: 'datum', datum: date });

const dayOf = (op: string, zone: string): string =>
  Temporal.Instant.from(op).toZonedDateTimeISO(zone).toPlainDate().toString();
