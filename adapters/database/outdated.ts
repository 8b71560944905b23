/** Thrown to roll back: what the decision was based on is no longer so. */
export class Outdated extends Error {
  override name = 'Outdated';
}
