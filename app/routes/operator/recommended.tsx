import { useLoaderData } from '@remix-run/react';
import { accept, type Refusal, type Result } from '~/domain/kernel/result.ts';
import { listNominations } from '~/server/application/list-nominations.ts';
import { nominateFirm } from '~/server/application/nominate-firm.ts';
import {
  ListForm,
  NominateForm,
  nominationQuery,
  RefuseForm,
} from '~/server/application/recommended-forms.ts';
import { reviewNomination } from '~/server/application/review-nomination.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { recommendedText } from '~/text/recommended.ts';
import { RecommendedPage } from '~/ui/application/recommended-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(recommendedText, 'recommended.title');

export const loader = view({
  can: 'need.nominate',
  audit: 'need.nominations-read',
  query: nominationQuery,
  load: async ({ actor, query, request }) => ({
    ...(await listNominations(actor, query.show, query.page)),
    base: new URL(request.url).pathname,
  }),
});

const back = (request: Request, done: Result<string, Refusal>, message: string) =>
  done.ok
    ? accept({
        to: `${new URL(request.url).pathname}?show=all`,
        flash: { tone: 'success' as const, message },
      })
    : done;

export const action = commands({
  nominate: command({
    can: 'need.nominate',
    audit: null,
    schema: NominateForm,
    run: async ({ actor, input, request }) =>
      back(request, await nominateFirm(actor, input), 'need.nominated'),
  }),
  list: command({
    can: 'need.review-nomination',
    audit: null,
    schema: ListForm,
    run: async ({ actor, input: { id, ...review }, request }) =>
      back(
        request,
        await reviewNomination(actor, id, { outcome: 'list', ...review }),
        'need.nomination-listed',
      ),
  }),
  refuse: command({
    can: 'need.review-nomination',
    audit: null,
    schema: RefuseForm,
    run: async ({ actor, input: { id, note }, request }) =>
      back(
        request,
        await reviewNomination(actor, id, { outcome: 'refuse', note }),
        'need.nomination-refused',
      ),
  }),
});

export default function RecommendedRoute() {
  return <RecommendedPage {...useLoaderData<typeof loader>()} />;
}
