/**
 * What a press is about that answers for a seat: `<case>/<table>/<participant>.<moment>…`. It names the moments that stood
 * on the card, so that a press that comes late counts for those and for none other [T4].
 */
export type AntwoordSubject = `${string}/${string}/${string}.${string}`;

/** The actions that answer with one press. */
export type AntwoordActie = 'zorgtafel.kom' | 'zorgtafel.kom_niet' | 'zorgtafel.geen_moment';

type Zetel = { casusId: string; tafelId: string; deelnemerId: string };

export const antwoordSubject = (
  { casusId, tafelId, deelnemerId }: Zetel,
  momenten: readonly string[],
): AntwoordSubject => `${casusId}/${tafelId}/${deelnemerId}.${momenten.join('.')}`;

export function readAntwoordSubject(subject: string): Zetel & { momenten: string[] } {
  const [casusId = '', tafelId = '', rest = ''] = subject.split('/');
  const [deelnemerId = '', ...momenten] = rest.split('.');
  return { casusId, tafelId, deelnemerId, momenten };
}
