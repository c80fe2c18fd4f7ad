import { clsx } from 'clsx';

/**
 * Joins class names, leaving out what is false. No two of one call set the same property (a test sees to it): which of
 * them won would be the style sheet's choice, and settling it in the browser costs more than the page.
 */
export const cx = clsx;

/** The six meanings a colour may carry. The seal's vermilion is identity and never a meaning. */
export type Tone = 'mute' | 'info' | 'good' | 'warn' | 'alert' | 'bad';

/** Text, wash and line of each tone, by the names that the style sheet gives them. */
export const toneClasses = {
  mute: 'tone-mute',
  info: 'tone-info',
  good: 'tone-good',
  warn: 'tone-warn',
  alert: 'tone-alert',
  bad: 'tone-bad',
} as const satisfies Record<Tone, string>;

export const toneText = {
  mute: 'text-mute',
  info: 'text-info',
  good: 'text-good',
  warn: 'text-warn',
  alert: 'text-alert',
  bad: 'text-bad',
} as const satisfies Record<Tone, string>;
