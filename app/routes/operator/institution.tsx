import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { largestDocument } from '~/domain/institution/document-kind.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { readUploads } from '~/server/http/fields.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { addEvidence } from '~/server/institution/add-evidence.ts';
import { approveInstitution } from '~/server/institution/approve-institution.ts';
import {
  assessmentForm,
  evidenceForm,
  firstPersonForm,
  lenderListsForm,
  suspendForm,
} from '~/server/institution/forms.ts';
import { inviteFirstPerson } from '~/server/institution/invite-first-person.ts';
import { resumeInstitution } from '~/server/institution/resume-institution.ts';
import { setAssessment } from '~/server/institution/set-assessment.ts';
import { setLenderLists } from '~/server/institution/set-lender-lists.ts';
import { showInstitution } from '~/server/institution/show-institution.ts';
import { suspendInstitution } from '~/server/institution/suspend-institution.ts';
import { institutionText } from '~/text/institution.ts';
import { InstitutionPage } from '~/ui/institution/institution-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const params = z.object({ id: z.uuid().transform((id) => id as InstitutionId) });
const can = 'institution.admit';
const pageOf = (id: InstitutionId) => `/operator/institutions/${id}`;
const done = (id: InstitutionId, message: string) =>
  accept({ to: pageOf(id), flash: { tone: 'success', message } as const });

export const meta = pageTitle(institutionText, 'institution.title');

export const loader = view({
  can: 'institution.read',
  audit: null,
  params,
  headers: (page: { fresh: unknown; institution: { id: InstitutionId } }) =>
    page.fresh ? { 'set-cookie': shownOnce.forget(pageOf(page.institution.id)) } : {},
  load: async ({ actor, params: { id }, request }) => {
    const shown = await showInstitution(actor, id);
    if (!shown.ok) return shown;
    return accept({ institution: shown.value, fresh: await shownOnce.link(request) });
  },
});

export const action = commands({
  approve: command({
    can,
    audit: null,
    params,
    maxFileBytes: largestDocument,
    schema: assessmentForm,
    run: async ({ actor, params: { id }, input: { assessed, files } }) => {
      const approved = await approveInstitution(asPerson(actor), id, assessed, await readUploads(files));
      return approved.ok ? done(id, 'institution.approved') : approved;
    },
  }),
  assess: command({
    can,
    audit: null,
    params,
    maxFileBytes: largestDocument,
    schema: assessmentForm,
    run: async ({ actor, params: { id }, input: { assessed, files } }) => {
      const set = await setAssessment(asPerson(actor), id, assessed, await readUploads(files));
      return set.ok ? done(id, 'institution.assessed') : set;
    },
  }),
  evidence: command({
    can,
    audit: null,
    params,
    maxFileBytes: largestDocument,
    schema: evidenceForm,
    run: async ({ actor, params: { id }, input: { assessment, files } }) => {
      const added = await addEvidence(asPerson(actor), { id, assessment }, await readUploads(files));
      return added.ok ? done(id, 'institution.evidence-added') : added;
    },
  }),
  lists: command({
    can,
    audit: null,
    params,
    schema: lenderListsForm,
    run: async ({ actor, params: { id }, input }) => {
      const listed = await setLenderLists(asPerson(actor), id, input.lists);
      return listed.ok ? done(id, 'institution.listed') : listed;
    },
  }),
  suspend: command({
    can,
    audit: null,
    params,
    schema: suspendForm,
    run: async ({ actor, params: { id }, input }) => {
      const suspended = await suspendInstitution(asPerson(actor), id, input.reason);
      return suspended.ok ? done(id, 'institution.suspended') : suspended;
    },
  }),
  resume: command({
    can,
    audit: null,
    params,
    schema: z.object({}),
    run: async ({ actor, params: { id } }) => {
      const resumed = await resumeInstitution(asPerson(actor), id);
      return resumed.ok ? done(id, 'institution.resumed') : resumed;
    },
  }),
  'invite-first': command({
    can,
    audit: null,
    params,
    schema: firstPersonForm,
    run: async ({ actor, params: { id }, input: { name } }) => {
      const invited = await inviteFirstPerson(asPerson(actor), id, name);
      if (!invited.ok) return invited;
      const headers = { 'set-cookie': await shownOnce.write({ token: invited.value, name }, pageOf(id)) };
      return accept({ to: pageOf(id), headers });
    },
  }),
});

export default function Institution() {
  return <InstitutionPage {...useLoaderData<typeof loader>()} reply={useActionData()} />;
}
