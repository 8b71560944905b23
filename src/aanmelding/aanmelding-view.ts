import type { ActionId } from '../actions.ts';
import type { Stand, Uitkomst } from '../casus/casus.ts';
import type { Values } from '../intent.ts';
import type { FieldErrors } from '../view.ts';
import type { Asker } from './fields.ts';

/** A sentence of the triage with its rule; see `aanmelding/triage.ts`. */
export type TriageMelding = { regel: string; ernst: 'gevaar' | 'let_op' | 'info'; tekst: string };

export type AanmeldingPaginaView = {
  view: 'aanmelding_pagina';
  draftId: string;
  pagina: number;
  paginas: number;
  /** Decides which questions are asked [A7, V6]. */
  asker: Asker;
  values: Values;
  errors: FieldErrors;
  meldingen: TriageMelding[];
  /** Reference of the case that is being corrected, or null for a new aanmelding. */
  verbetert: string | null;
};

export type AanmeldingControleView = {
  view: 'aanmelding_controle';
  draftId: string;
  pagina: number;
  paginas: number;
  asker: Asker;
  values: Values;
  meldingen: TriageMelding[];
  /** What is still missing, by field id with its page. */
  ontbreekt: { label: string; pagina: number }[];
  /** Who it will reach, and when an answer can be expected. */
  naar: Ontvangst | null;
  verbetert: string | null;
  zone: string;
};

/** Where an aanmelding goes and what can honestly be promised [P2]. */
export type Ontvangst = {
  naam: string;
  telefoon: string | null;
  /** Someone is on duty now; otherwise from when. */
  nuVanWacht: boolean;
  vanaf: string | null;
  uiterlijk: string;
  /** The person on duty cannot be reached by the bot: who it went to instead. */
  inPlaatsVan: string | null;
  /** False: the bot can reach nobody of the region, so only the telephone is left. */
  bereikbaar: boolean;
  /** The phone route that answers in this day part instead of the region's number [P1]. */
  route: { naam: string; telefoon: string | null; tot: string } | null;
};

export type AanmeldingStatusView = {
  view: 'aanmelding_status';
  casusId: string;
  referentie: string;
  zone: string;
  stand: Stand;
  ontvangst: Ontvangst;
  opgenomenDoor: string | null;
  uitkomst: Uitkomst | null;
  nota: string | null;
  openVragen: number;
  namens: string | null;
  meldingen: TriageMelding[];
  mag: ActionId[];
};
