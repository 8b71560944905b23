const maxPeople = 20_000;

/**
 * Tells whether a profile is other than last time. Slack sends `user_change` to the bot whenever anybody in
 * the workspace sets a status or a picture; only name, e-mail address and leaving matter here. In memory:
 * after a restart everybody is new once.
 */
export function createProfileChanges(): (accountRef: string, fingerprint: string) => boolean {
  const known = new Map<string, string>();
  return (accountRef, fingerprint) => {
    if (known.get(accountRef) === fingerprint) return false;
    if (known.size >= maxPeople) known.clear();
    known.set(accountRef, fingerprint);
    return true;
  };
}
