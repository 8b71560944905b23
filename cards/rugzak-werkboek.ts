import { MINST_ZICHTBAAR, teKlein, verborgen } from '../src/rugzak/kleine-aantallen.ts';
import type { RegioDocumentView } from '../src/rugzak/regio-document.ts';
import { gebonden } from '../src/rugzak/saldo.ts';
import { categorieNamen, faseNamen, ramingZinnen } from './rugzak-woorden.ts';
import type { Blad, Cel, Werkboek } from './werkboek.ts';
import { monthName, shortMoment } from './words.ts';

/** A region's year in Excel: for the coordinators with every line, for others without cases or small numbers [M2]. */
export const rugzakWerkboek = (view: RegioDocumentView): Werkboek => ({
  bladen:
    view.document === 'rugzak_regio_extern'
      ? [overzicht(view)]
      : [overzicht(view), saldi(view), bewijzen(view), grootboek(view)],
});

function overzicht(view: RegioDocumentView): Blad {
  const { overzicht: year, perSoort, perKwartaal, casussen } = view;
  const extern = view.document === 'rugzak_regio_extern';
  const hide = extern && teKlein(casussen);
  const hidden = (groups: { casussen: number }[]) =>
    extern ? (hide ? groups.map(() => true) : verborgen(groups.map((g) => g.casussen))) : groups.map(() => false);
  const forecast = hide ? null : ramingZinnen(year);
  const row = (label: string, cents: number | null, secret = false) => [
    tekst(label),
    null,
    secret ? tekst(VERBORGEN) : cents === null ? tekst('niet ingesteld') : euro(cents),
  ];
  const group = (
    label: string,
    g: { casussen: number; gebonden: number; betaald: number },
    secret = false,
    vet = false,
  ) => [
    tekst(label, vet),
    secret ? tekst(TE_WEINIG) : aantal(g.casussen, vet),
    secret ? tekst(VERBORGEN) : euro(g.gebonden, vet),
    secret ? tekst(VERBORGEN) : euro(g.betaald, vet),
  ];
  const whole = { casussen, gebonden: year.gebonden, betaald: year.betaald };
  const head = (label: string) => [
    tekst(label, true),
    tekst('Casussen', true),
    tekst('Vastgelegd', true),
    tekst('Betaald', true),
  ];
  const [secretSoort, secretKwartaal] = [hidden(perSoort), hidden(perKwartaal)];
  return {
    naam: 'Jaaroverzicht',
    kolommen: [
      { kop: `Jaarbudget ${year.jaar} ${view.regio}`, breedte: 44 },
      { kop: 'Casussen', breedte: 12 },
      { kop: 'Vastgelegd', breedte: 18 },
      { kop: 'Betaald', breedte: 18 },
    ],
    rijen: [
      [tekst(`Gemaakt op ${shortMoment(view.op, view.zone)}`)],
      [],
      row('Jaarbudget', year.budget),
      row('Vastgelegd', year.gebonden, hide),
      ...(year.budget === null ? [] : [row('Nog vrij', year.budget - year.gebonden, hide)]),
      row('Waarvan betaald', year.betaald, hide),
      // Who counts what waits can tell how few cases ask.
      ...(extern ? [] : [row('Aangevraagd, wacht op een beslissing', year.aangevraagd)]),
      ...(forecast && !extern ? forecast.map((sentence) => [tekst(sentence)]) : []),
      [],
      head('Soort hulp'),
      ...perSoort.map((g, n) => group(categorieNamen[g.categorie], g, secretSoort[n])),
      group('Samen', whole, hide, true),
      [],
      head('Kwartaal waarin het geboekt werd'),
      ...perKwartaal.map((g, n) =>
        group(g.kwartaal === null ? `Voor of na ${year.jaar}` : `Kwartaal ${g.kwartaal}`, g, secretKwartaal[n]),
      ),
      group('Samen', whole, hide, true),
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
            head('Maand waarin het geboekt werd').map((cel, n) => (n === 1 ? null : cel)),
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

function bewijzen({ bewijzen: rows, op, zone }: RegioDocumentView): Blad {
  const today = Temporal.Instant.from(op).toZonedDateTimeISO(zone).toPlainDate().toString();
  return {
    naam: 'Bewijzen per kwartaal',
    kolommen: [
      { kop: 'Kwartaal', breedte: 14 },
      { kop: 'Casus', breedte: 18 },
      { kop: 'Soort hulp', breedte: 22 },
      { kop: 'Betaald op de aanvraag', breedte: 22 },
      { kop: 'Te bezorgen tegen', breedte: 18 },
      { kop: 'Bezorgd op', breedte: 14 },
      { kop: 'Stand', breedte: 16 },
    ],
    rijen: rows.map((b) => [
      tekst(b.kwartaal.replace('K', ' kwartaal ')),
      tekst(b.referentie),
      tekst(categorieNamen[b.categorie]),
      euro(b.betaald),
      { soort: 'datum', datum: b.tegen },
      b.bezorgdOp === null ? null : { soort: 'datum', datum: b.bezorgdOp },
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
      { soort: 'datum', datum: r.datum },
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
