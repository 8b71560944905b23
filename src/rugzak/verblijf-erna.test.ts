import { expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import { beat } from '../casus/beat.ts';
import { casusMetRugzak, doet, gevraagd } from './casus-met-rugzak.fixture.ts';

/** What it comes to on the card of the end, of help that is not invoiced, and on the form that closes the case. */
async function gezegd(categorie: 'verblijf' | 'begeleiding') {
  const world = await casusMetRugzak([gevraagd('a-1', { categorie })]);
  await doet(world, 'ines', 'rugzak.goedkeuren', 'casus-1/a-1');
  await doet(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
  await doet(world, 'marijke', 'casus.terugkoppeling_bewaren', 'casus-1', { uitkomst: 'zorgtafel', nota: 'Goed.' });
  const form = await doet(world, 'marijke', 'casus.afsluiten', 'casus-1');
  world.clock.set(Temporal.Instant.from('2022-05-02T09:30:00Z'));
  await beat(world);
  const last = async (soort: string) => {
    const bericht = [...world.kept.berichten.values()].findLast((b) => b.onderwerp.startsWith(soort));
    const view = bericht && (await viewFor(world, bericht));
    return view && 'verblijf' in view ? view.verblijf : null;
  };
  return {
    einde: await last('rugzak_einde'),
    rest: await last('te_factureren'),
    afsluiten: 'geld' in form ? form.geld?.verblijf : null,
  };
}

it('zegt dat verblijf dat doorloopt zonder rugzakmiddelen weer geregistreerd wordt, als er verblijf vastligt [B6]', async () => {
  expect(await gezegd('verblijf')).toEqual({ einde: true, rest: true, afsluiten: true });
  expect(await gezegd('begeleiding')).toEqual({ einde: false, rest: false, afsluiten: false });
});
