import { monday } from '../world.fixture.ts';
import type { Zorgplan } from './zorgplan.ts';

/** A first version of the zorgplan of `casus-1`: for tests. */
export const plan: Zorgplan = {
  casusId: 'casus-1',
  versie: 1,
  door: 'p-marijke',
  op: monday,
  inhoud: {
    zorgen: 'Het kindje slaapt en drinkt onregelmatig, en mama is uitgeput.',
    krachten: 'Mama zoekt hulp, oma springt bij.',
    doelen: [{ id: 'd-1', doel: 'Vaste dagindeling', zichtbaar: 'Vijf van de zeven avonden om 19 u in bed.' }],
    plannen: {
      a: {
        omschrijving: 'Thuis met hulp van oma',
        acties: [{ id: 'a-1', wat: 'Slaapboekje bijhouden', wie: 'mama', persoonId: null, tegen: null, gedaan: null }],
      },
      b: { omschrijving: 'Enkele nachten bij oma', acties: [] },
      c: { omschrijving: 'Kort verblijf in het CKG', acties: [] },
    },
    actief: 'a',
    veiligheidsplan: 'Bij paniek belt mama eerst oma.',
    minimaleEisen: 'Een volwassene die nuchter is, dag en nacht.',
    veiligeHaven: 'oma',
    zorgfiguren: [{ id: 'z-1', wie: 'oma', rol: 'steunfiguur', ondersteuning: 'Elke vrijdag een gesprek.' }],
    perspectief: 'thuis',
    evaluaties: [],
    herkomst: {},
    gewijzigd: {},
    zonderTafel: null,
    vastgelegd: null,
    delen: 'lezen',
  },
};
