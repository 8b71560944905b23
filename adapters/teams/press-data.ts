import { z } from 'zod';

/**
 * What a button of a card carries, under one key of its own so that no field of a form can clash with
 * it: the client adds the inputs beside it, flat.
 */
export const pressDataSchema = z.object({
  action: z.string().min(1).max(100),
  subject: z.string().max(500),
  /** The card is a form. */
  form: z.boolean().default(false),
  /** The card stays as it is: what a press gives is shown beside it. */
  stays: z.boolean().default(false),
  /** Only one person of the conversation sees the card. */
  targeted: z.boolean().default(false),
  /** Inputs with several choices: theirs arrive as one text with commas. */
  multi: z.array(z.string()).max(200).default([]),
});

export type PressData = z.infer<typeof pressDataSchema>;

/** An option of a field with several choices may itself have a comma in it. */
export const encodeChoice = (value: string): string => value.replaceAll('%', '%25').replaceAll(',', '%2C');
export const decodeChoice = (text: string): string => text.replaceAll('%2C', ',').replaceAll('%25', '%');
