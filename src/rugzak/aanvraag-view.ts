import type { ActionId } from '../actions.ts';
import { nameOf } from '../casus/casus-views.ts';
import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import { isBefore } from '../time.ts';
import { may } from '../toegang/policy.ts';
import { belet } from './aanvragen.ts';
import { hulpTot } from './bewijzen.ts';
import { type Boeking, isGoedkeuring } from './boeking.ts';
import { eerstTeBetalen, facturen } from './facturen-view.ts';
import { aanvraagVan, type Kas, saldoVan, vrij } from './kas.ts';
import { eindeVan, laatsteDagVan, naEinde } from './klokken.ts';
import { beslissers, mandaatVan } from './mandaat.ts';
import type { Aanvraag } from './rugzak.ts';
import type { RugzakAanvraagView } from './rugzak-view.ts';
import { begin, hoofd, vandaag } from './rugzak-views.ts';

/** Most invoices and questions one card shows. */
const MOST = 5;

/** One request as somebody may see it now, with what they can do about it; null: there is none. */
export function aanvraagView(
  kas: Kas,
  seen: Seen,
  aanvraagId: string,
  melding: RugzakAanvraagView['melding'] = null,
): RugzakAanvraagView | null {
  const aanvraag = aanvraagVan(kas, aanvraagId);
  if (!aanvraag) return null;
  const { region, directory, lezer, relations, casus } = seen;
  const name = (id: string) => nameOf(directory, id);
  const today = vandaag(seen);
  const mandaat = lezer === null ? 0 : mandaatVan(region, directory, lezer, today);
  const eigen = aanvraag.door === lezer;
  const tooMuch = mandaat !== null && aanvraag.cents > mandaat;
  const balance = saldoVan(kas, aanvraagId);
  const waits = aanvraag.stand === 'aangevraagd';
  const asked = (aanvraag.vragen ?? []).slice(-MOST);
  const sensible: [ActionId, boolean][] = [
    ['rugzak.goedkeuren', waits && !eigen && !tooMuch && ended(casus) === null],
    ['rugzak.weigeren', waits && !eigen && !tooMuch],
    ['rugzak.navragen', waits && !eigen],
    ['rugzak.intrekken', waits && (eigen || relations.has('aanspreekpunt'))],
    ['rugzak.factuur', aanvraag.stand === 'goedgekeurd' && balance.vastgelegd > 0],
    ['rugzak.vrijgeven', aanvraag.stand === 'goedgekeurd' && balance.vastgelegd > 0],
    ['rugzak.betaald', balance.gefactureerd > 0],
    ['rugzak.antwoorden', waits && asked.some((v) => !v.antwoord && v.door !== lezer)],
    ['rugzak.tonen', true],
  ];
  const lines = kas.boekingen.filter((b) => b.aanvraagId === aanvraagId);
  const einde = eindeVan(kas.rugzak);
  const jaar = Number(aanvraag.van.slice(0, 4));
  const year = kas.regio.get(jaar);
  const daad = { door: lezer ?? '', op: seen.now, datum: today, boekingId: '' };
  return {
    view: 'rugzak_aanvraag',
    ...hoofd(seen),
    aanvraagId,
    categorie: aanvraag.categorie,
    doel: aanvraag.doel,
    aanbieder: aanvraag.aanbieder,
    cents: aanvraag.cents,
    van: aanvraag.van,
    tot: aanvraag.tot,
    geholpenTot: hulpTot(aanvraag) < aanvraag.tot ? hulpTot(aanvraag) : null,
    waaromNietRegulier: aanvraag.waaromNietRegulier,
    door: name(aanvraag.door),
    op: aanvraag.op.toString(),
    stand: aanvraag.stand,
    beslissing: aanvraag.beslissing && { door: name(aanvraag.beslissing.door), reden: aanvraag.beslissing.reden },
    saldo: balance,
    vrij: vrij(kas),
    einde,
    naEinde: naEinde(kas, aanvraag),
    jaarbudget: {
      jaar,
      vrij: year?.budget == null ? null : year.budget - year.gebonden,
      ontbreekt: year?.budget == null && kas.regio.get(jaar - 1)?.budget != null,
    },
    belet: waits ? belet(kas, aanvraag, daad) : null,
    wacht: waits ? waiting(lines, seen, aanvraagId) : null,
    melding: waits ? melding : null,
    teruggedraaid: waits ? undoneBy(lines, name) : null,
    vrijgegeven: freed(lines, name),
    aanspreekpunt: name(casus.aanspreekpunt),
    vragen: asked.map((v) => ({
      vraagId: v.id,
      door: name(v.door),
      vanJou: v.door === lezer,
      tekst: v.tekst,
      antwoord: v.antwoord?.tekst ?? null,
      antwoordDoor: v.antwoord && name(v.antwoord.door),
    })),
    facturen: begin(eerstTeBetalen(facturen(kas, seen, aanvraagId)), MOST),
    eigen,
    bovenMandaat: waits && !eigen && tooMuch && may('rugzak.goedkeuren', relations) ? mandaat : null,
    beslissers: waits ? beslissers(region, directory, aanvraag.cents, aanvraag.door, today).map((p) => p.naam) : [],
    goedkeuringTerug: undoable(kas, aanvraag, seen),
    mag: sensible.flatMap(([action, sense]) => (sense && may(action, relations) ? [action] : [])),
  };
}

/** What was decided by mistake is taken back by who did, as long as all of it is still only promised [S16]. */
function undoable(kas: Kas, { id, cents, beslissing }: Aanvraag, { casus, lezer, relations }: Seen): string | null {
  const line = kas.boekingen.findLast((b) => b.aanvraagId === id && isGoedkeuring(b));
  const untouched = saldoVan(kas, id).vastgelegd === cents;
  const mine = beslissing?.door === lezer && may('rugzak.corrigeren', relations);
  return line && untouched && mine && ended(casus) === null ? `${casus.id}/${line.id}/${id}` : null;
}

/** From its clock, whose policy is the one it came under. */
function waiting(lines: readonly Boeking[], seen: Seen, id: string): RugzakAanvraagView['wacht'] {
  const clock = seen.termijnen.find((t) => t.soort === 'aanvraag' && t.over === id && !t.gestopt);
  const sinds = lines.findLast((b) => b.naar === 'aangevraagd')?.datum;
  if (!clock || sinds === undefined) return null;
  return { sinds, tegen: laatsteDagVan(seen.region.tijdzone, clock.einde), teLaat: !isBefore(seen.now, clock.einde) };
}

/** Who took the last approval back; null: nobody. */
const undoneBy = (lines: readonly Boeking[], name: (id: string) => string): string | null => {
  const undone = lines.findLast((b) => b.corrigeert !== null && b.van === 'vastgelegd' && b.naar === 'aangevraagd');
  return undone ? name(undone.door) : null;
};

/** What was freed of it and stayed so; null: nothing. */
function freed(lines: readonly Boeking[], name: (id: string) => string): RugzakAanvraagView['vrijgegeven'] {
  const out = lines.filter(
    (b) =>
      b.van === 'vastgelegd' && b.naar === null && b.corrigeert === null && !lines.some((c) => c.corrigeert === b.id),
  );
  const last = out.at(-1);
  return last ? { door: name(last.door), cents: out.reduce((sum, b) => sum + b.cents, 0) } : null;
}
