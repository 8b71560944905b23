import { policy } from './toegang/policy.ts';

/** Every button and form of the bot, `<activity>.<verb>`: declared by who may use it. */
export type ActionId = keyof typeof policy;

export const actionIds = Object.keys(policy) as ActionId[];

export const isActionId = (text: string): text is ActionId => Object.hasOwn(policy, text);
