import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: { theme: { shadow: ['sheet', 'float'], radius: ['control', 'sheet'] } },
});

/** Joins class names; where two set the same property, the later one wins. */
export const cx = (...parts: ClassValue[]): string => merge(clsx(parts));

/** The six meanings a colour may carry. The seal's vermilion is identity and never a meaning. */
export type Tone = 'mute' | 'info' | 'good' | 'warn' | 'alert' | 'bad';

/** Text, wash and line of each tone, written out so that Tailwind finds them. */
export const toneClasses = {
  mute: 'text-mute bg-mute-wash border-mute-line',
  info: 'text-info bg-info-wash border-info-line',
  good: 'text-good bg-good-wash border-good-line',
  warn: 'text-warn bg-warn-wash border-warn-line',
  alert: 'text-alert bg-alert-wash border-alert-line',
  bad: 'text-bad bg-bad-wash border-bad-line',
} as const satisfies Record<Tone, string>;

export const toneText = {
  mute: 'text-mute',
  info: 'text-info',
  good: 'text-good',
  warn: 'text-warn',
  alert: 'text-alert',
  bad: 'text-bad',
} as const satisfies Record<Tone, string>;
