import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { objectionGrounds } from '~/domain/objection/objection.ts';
import { repairDuties } from '~/domain/repair/regime.ts';
import { caseParams, caseText } from '~/routes/rights-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { stateOwnWords } from '~/server/objection/state-own-words.ts';
import { fileRepair } from '~/server/repair/file-repair.ts';
import { showRecord } from '~/server/repair/show-record.ts';
import { rightsText } from '~/text/rights.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { RecordPage } from '~/ui/repair/record-page.tsx';

export const meta = pageTitle(rightsText, 'rights.record.title');

export const loader = view({
  can: 'objection.read-own',
  audit: null,
  params: caseParams,
  load: ({ actor, params }) => showRecord(actor, params.id),
});

const shared = { audit: null, params: caseParams } as const;
const done = (to: string, message: string) => accept({ to, flash: { tone: 'success', message } as const });
const proof = z.string().trim().max(200).optional();
const duties = z.object({
  ...Object.fromEntries(repairDuties.map((duty) => [`done-${duty}`, z.literal('yes').optional()])),
  ...Object.fromEntries(repairDuties.map((duty) => [`proof-${duty}`, proof])),
  promise: caseText,
});
/** The duties that were confirmed, each with what proves it. */
const dutiesDone = (input: { readonly [field: string]: unknown }) =>
  repairDuties
    .filter((duty) => input[`done-${duty}`] === 'yes')
    .map((duty) => ({ duty, proof: String(input[`proof-${duty}`] ?? '') }));

export const action = commands({
  object: command({
    ...shared,
    can: 'objection.file',
    schema: z.object({ ground: z.enum(objectionGrounds), body: caseText }),
    run: async ({ actor, params, input }) => {
      const filed = await fileObjection(actor, { factId: params.id, ...input });
      return filed.ok ? done(`/my/rights/objections/${filed.value}`, 'objection.filed') : filed;
    },
  }),
  state: command({
    ...shared,
    can: 'objection.file',
    schema: z.object({ body: z.string().trim().max(300).default('') }),
    run: async ({ actor, params, input }) => {
      const stated = await stateOwnWords(actor, { factId: params.id, body: input.body });
      return stated.ok ? done(`/my/rights/records/${params.id}`, 'objection.stated') : stated;
    },
  }),
  repair: command({
    ...shared,
    can: 'repair.file',
    schema: duties,
    run: async ({ actor, params, input }) => {
      const wish = { factId: params.id, kind: 'repair', courtOrder: null } as const;
      const filed = await fileRepair(actor, { ...wish, duties: dutiesDone(input), promise: input.promise });
      return filed.ok ? done(`/my/rights/repairs/${filed.value}`, 'repair.filed') : filed;
    },
  }),
  shield: command({
    ...shared,
    can: 'repair.file',
    schema: z.object({ courtOrder: z.string().trim().min(2).max(100) }),
    run: async ({ actor, params, input }) => {
      const wish = { factId: params.id, kind: 'reorganisation', duties: [], promise: '' } as const;
      const filed = await fileRepair(actor, { ...wish, courtOrder: input.courtOrder });
      return filed.ok ? done(`/my/rights/repairs/${filed.value}`, 'repair.filed') : filed;
    },
  }),
});

export default function RecordRoute() {
  return <RecordPage {...useLoaderData<typeof loader>()} />;
}
