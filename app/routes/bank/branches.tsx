import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { UserId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { addBranch, closeBranch, placePerson, showBranches } from '~/server/institution/manage-branches.ts';
import { branchText } from '~/text/branch.ts';
import { BranchesPage } from '~/ui/institution/branches-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(branchText, 'branch.title');

export const loader = view({
  can: 'institution.manage-users',
  audit: null,
  load: ({ actor }) => showBranches(actor),
});

const done = (message: string) =>
  accept({ to: '/bank/branches', flash: { tone: 'success', message } as const });
const shared = { can: 'institution.manage-users', audit: null } as const;
const name = (most: number) => z.string('form.required').trim().min(2, 'form.required').max(most);
const empty = (typed: unknown) => (typed === '' ? undefined : typed);
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess(empty, schema.optional()).transform((value) => value ?? null);

export const action = commands({
  add: command({
    ...shared,
    schema: z.object({
      nameZh: name(60),
      nameEn: name(80),
      areaCode: orNull(z.string().regex(/^\d{6}$/, 'institution.branch-area')),
    }),
    run: async ({ actor, input }) => {
      const added = await addBranch(actor, input);
      return added.ok ? done('institution.branch-added') : added;
    },
  }),
  close: command({
    ...shared,
    schema: z.object({ id: z.uuid() }),
    run: async ({ actor, input }) => {
      const closed = await closeBranch(actor, input.id);
      return closed.ok ? done('institution.branch-closed') : closed;
    },
  }),
  place: command({
    ...shared,
    schema: z.object({
      person: z.uuid('form.required').transform((id) => id as UserId),
      branch: orNull(z.uuid()),
    }),
    run: async ({ actor, input }) => {
      const placed = await placePerson(actor, input);
      return placed.ok ? done('institution.person-placed') : placed;
    },
  }),
});

export default function BranchesRoute() {
  return <BranchesPage {...useLoaderData<typeof loader>()} />;
}
