import { z } from 'zod';
import { assessmentTriggers } from '~/domain/privacy/assessment.ts';
import { breachLevels } from '~/domain/privacy/breach.ts';

const words = (most: number) =>
  z.string('privacy.text-missing').trim().min(5, 'privacy.text-missing').max(most, 'privacy.text-long');

export const assessmentForm = z.object({
  title: words(80),
  processing: words(2_000),
  triggers: z.array(z.enum(assessmentTriggers)).min(1, 'privacy.trigger-missing'),
  necessity: words(2_000),
  risks: words(2_000),
  measures: words(2_000),
  level: z.enum(breachLevels, 'privacy.level-missing'),
});

const instant = z
  .string('privacy.instant-unreadable')
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'privacy.instant-unreadable')
  .transform((typed, context) => {
    const at = new Date(`${typed}:00+08:00`);
    if (!Number.isNaN(at.getTime())) return at;
    context.addIssue('privacy.instant-unreadable');
    return z.NEVER;
  });

export const breachForm = z.object({ title: words(80), discoveredAt: instant, cause: words(1_000) });

/** What each step asks for; contents of a notice are fixed by PIPL 57. */
export const stepForms = {
  assessed: z.object({
    level: z.enum(breachLevels, 'privacy.level-missing'),
    kinds: words(500),
    people: z.coerce
      .number('privacy.people-missing')
      .int('privacy.people-missing')
      .min(0, 'privacy.people-missing')
      .max(2_000_000_000),
    harm: words(1_000),
  }),
  'authority-notified': z.object({
    authority: words(80),
    reference: z.string().trim().max(80).default(''),
    measures: words(1_000),
  }),
  'subjects-notified': z.object({ codes: words(20_000), measures: words(500), contact: words(120) }),
  'subjects-exempt': z.object({ why: words(1_000) }),
  closed: z.object({ lessons: words(1_000) }),
} as const;

export const glassForm = z.object({
  uscc: z
    .string('privacy.firm-missing')
    .trim()
    .toUpperCase()
    .min(18, 'privacy.firm-missing')
    .max(18, 'privacy.firm-missing'),
  reason: z.string('privacy.reason-missing').trim().min(10, 'privacy.reason-missing').max(500),
  minutes: z.coerce
    .number('privacy.minutes-missing')
    .int('privacy.minutes-missing')
    .min(5, 'privacy.minutes-missing')
    .max(1_440),
});

export const reviewForm = z.object({
  verdict: z.enum(['justified', 'unjustified'], 'privacy.verdict-missing'),
  note: words(500),
});
