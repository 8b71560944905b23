import type { Instant } from '../../src/time.ts';
import { toDate } from './instants.ts';
import type { Database } from './open-database.ts';

const deliveryHours = 30 * 24;

/** Removes expired drafts and addresses of documents, and deliveries no platform can send again (older than 30 days); how many of each. */
export async function removeExpired(
  { prisma }: Database,
  now: Instant,
): Promise<{ drafts: number; deliveries: number }> {
  const drafts = await prisma.concept.deleteMany({ where: { verlooptOp: { lte: toDate(now) } } });
  await prisma.documentAdres.deleteMany({ where: { verlooptOp: { lte: toDate(now) } } });
  const before = toDate(now.subtract({ hours: deliveryHours }));
  const deliveries = await prisma.verwerkt.deleteMany({ where: { op: { lt: before } } });
  return { drafts: drafts.count, deliveries: deliveries.count };
}
