import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { type CommitteeRefusal, measureKinds } from '~/domain/monitoring/committee.ts';
import { caseText } from '~/routes/alert-query.ts';
import { clock } from '~/server/clock.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { answerInvitation } from '~/server/monitoring/committee/answer-invitation.ts';
import { listCommittees } from '~/server/monitoring/committee/list-committees.ts';
import { proposeMeasure } from '~/server/monitoring/committee/propose-measure.ts';
import { voteMeasure } from '~/server/monitoring/committee/vote-measure.ts';
import { committeeText } from '~/text/committee.ts';
import { CommitteesPage } from '~/ui/monitoring/committees-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(committeeText, 'committee.title');

export const loader = view({
  can: 'alert.sit-in-committee',
  audit: 'monitoring.committees-opened',
  load: async ({ actor }) => ({ ...(await listCommittees(actor)), today: clock.today() as string }),
});

type Message =
  | 'monitoring.committee-answered'
  | 'monitoring.committee-proposed'
  | 'monitoring.committee-voted';

const done = (outcome: Result<string, CommitteeRefusal>, message: Message) =>
  outcome.ok ? accept({ to: '/bank/committees', flash: { tone: 'success' as const, message } }) : outcome;

const upTo = z.preprocess((value) => (value === '' ? undefined : value), dayField.optional());

export const action = commands({
  answer: command({
    can: 'alert.sit-in-committee',
    audit: null,
    schema: z.object({ committee: z.uuid(), answer: z.enum(['joined', 'declined']) }),
    run: async ({ actor, input }) =>
      done(await answerInvitation(actor, input.committee, input.answer), 'monitoring.committee-answered'),
  }),
  propose: command({
    can: 'alert.sit-in-committee',
    audit: null,
    schema: z.object({ committee: z.uuid(), kind: z.enum(measureKinds), until: upTo, text: caseText }),
    run: async ({ actor, input: { committee, kind, until, text } }) =>
      done(
        await proposeMeasure(actor, committee, { kind, untilDay: until ?? null, text }),
        'monitoring.committee-proposed',
      ),
  }),
  vote: command({
    can: 'alert.sit-in-committee',
    audit: null,
    schema: z.object({ committee: z.uuid(), measure: z.uuid(), vote: z.enum(['for', 'against']) }),
    run: async ({ actor, input: { committee, measure, vote } }) =>
      done(
        await voteMeasure(actor, committee, { measureId: measure, isFor: vote === 'for' }),
        'monitoring.committee-voted',
      ),
  }),
});

export default function CommitteesRoute() {
  return <CommitteesPage {...useLoaderData<typeof loader>()} />;
}
