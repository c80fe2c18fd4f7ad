import { z } from 'zod';

import type { UserId } from '~/domain/kernel/id.ts';
import { parseYuan } from '~/domain/kernel/money.ts';
import { accept } from '~/domain/kernel/result.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import { measureKinds } from '~/domain/monitoring/measure.ts';
import { wrongs } from '~/domain/monitoring/verdict.ts';
import { alertParams, caseIds, caseText } from '~/routes/alert-query.ts';
import { command } from '~/server/http/command.ts';
import { dayField } from '~/server/http/fields.ts';
import { assignCases } from '~/server/monitoring/assign-cases.ts';
import { confirmMeasure } from '~/server/monitoring/confirm-measure.ts';
import { dropMeasure } from '~/server/monitoring/drop-measure.ts';
import { snoozeAlert } from '~/server/monitoring/snooze-alert.ts';
import { takeMeasure } from '~/server/monitoring/take-measure.ts';

export const backTo = (id: string, message: string, args: readonly number[] = []) =>
  accept({ to: `/bank/alerts/${id}`, flash: { tone: 'success', message, args } as const });

/** A field that may be left empty. */
const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional());

/** A verdict with what belongs to each kind; the rule says at the field what is missing. */
export const verdictFields = z.object({
  verdict: z.enum(verdicts),
  note: caseText,
  explanation: maybe(z.string().trim().max(600)),
  curedOn: maybe(dayField),
  wrong: maybe(z.enum(wrongs)),
});

const can = 'alert.close';

/** Who has the case, and until when it is put aside. */
export const caseDeskCommands = {
  assign: command({
    can,
    audit: null,
    params: alertParams,
    schema: z.object({
      ids: caseIds,
      to: z.uuid('form.required').transform((id) => id as UserId),
      reason: caseText,
    }),
    run: async ({ actor, params, input: { to, reason } }) => {
      const given = await assignCases(actor, [params.id], { to, reason });
      return given.ok ? backTo(params.id, 'monitoring.assigned', [given.value]) : given;
    },
  }),
  snooze: command({
    can,
    audit: null,
    params: alertParams,
    schema: z.object({ until: dayField, reason: caseText }),
    run: async ({ actor, params, input }) => {
      const put = await snoozeAlert(actor, params.id, input);
      return put.ok ? backTo(params.id, 'monitoring.snoozed') : put;
    },
  }),
  wake: command({
    can,
    audit: null,
    params: alertParams,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const woken = await snoozeAlert(actor, params.id, { until: null, reason: '' });
      return woken.ok ? backTo(params.id, 'monitoring.woken') : woken;
    },
  }),
};

const amount = maybe(
  z.string().transform((text, context) => {
    const read = parseYuan(text);
    if (read !== null && read > 0n) return read;
    context.addIssue({ code: 'custom', message: 'form.amount' });
    return z.NEVER;
  }),
);

/** Measures in the case, and the second person's word on one that could not wait. */
export const measureCommands = {
  measure: command({
    can,
    audit: null,
    params: alertParams,
    schema: z.object({
      kind: z.enum(measureKinds),
      onDay: dayField,
      amount,
      reason: caseText,
      proportionality: caseText,
      emergency: maybe(caseText),
    }),
    run: async ({ actor, params, input }) => {
      const wish = { ...input, amount: input.amount ?? null, emergency: input.emergency ?? null };
      const taken = await takeMeasure(actor, params.id, wish);
      if (!taken.ok) return taken;
      return backTo(params.id, taken.value === 'taken' ? 'monitoring.measured' : 'monitoring.measure-asked');
    },
  }),
  'confirm-measure': command({
    can,
    audit: null,
    params: alertParams,
    schema: z.object({ measure: z.uuid() }),
    run: async ({ actor, params, input }) => {
      const confirmed = await confirmMeasure(actor, params.id, input.measure);
      return confirmed.ok ? backTo(params.id, 'monitoring.measured') : confirmed;
    },
  }),
  'drop-measure': command({
    can,
    audit: null,
    params: alertParams,
    schema: z.object({ measure: z.uuid(), reason: caseText }),
    run: async ({ actor, params, input: { measure: measureId, reason } }) => {
      const dropped = await dropMeasure(actor, params.id, { measureId, reason });
      return dropped.ok ? backTo(params.id, 'monitoring.measure-dropped') : dropped;
    },
  }),
};
