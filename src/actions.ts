/**
 * Every button and form of the bot, `<activity>.<verb>`. Each has a rule in `toegang/policy.ts` and a
 * handler in `bot.ts`; leaving one out does not compile.
 */
export const actionIds = [
  'kennismaking.bewaren',
  'account.voorkeur',
  'formulier.annuleren',
  'hulp.tonen',
  'werk.tonen',
  'permanentie.tonen',
  'permanentie.aanwezig',
  'rooster.wijzigen',
  'rooster.dag',
  'rooster.bewaren',
  'rooster.overnemen',
  'rooster.ongedaan',
  'rooster.aanvaarden',
  'rooster.weigeren',
  'rooster.intrekken',
  'agenda.tonen',
  'agenda.vernieuwen',
  'agenda.stoppen',
  'aanmelding.starten',
  'aanmelding.hervatten',
  'aanmelding.opnieuw',
  'aanmelding.bewaren',
  'aanmelding.verder',
  'aanmelding.terug',
  'aanmelding.versturen',
  'aanmelding.tonen',
  'aanmelding.aanvullen',
  'aanmelding.aanvulling_bewaren',
  'aanmelding.verbeteren',
  'aanmelding.intrekken',
  'aanmelding.intrekking_bevestigen',
  'casus.lijst',
  'casus.tonen',
  'casus.verloop',
  'casus.opnemen',
  'casus.teruggeven',
  'casus.terugkoppelen',
  'casus.terugkoppeling_bewaren',
  'casus.vragen',
  'casus.vraag_bewaren',
  'casus.vraag_tonen',
  'casus.antwoorden',
  'casus.overdragen',
  'casus.overdracht_bewaren',
] as const;

export type ActionId = (typeof actionIds)[number];

export const isActionId = (text: string): text is ActionId => (actionIds as readonly string[]).includes(text);
