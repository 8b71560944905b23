/** The team of the playground, whose roster has everybody. */
export const playgroundTeamId = 'team-id';
/** The one channel of that team besides the general one. */
export const playgroundChannelId = 'kanaal';
/** Not quite a GUID: it is the one the playground comes with. */
export const playgroundTenantId = '00000000-0000-0000-0000-0000000000001';
