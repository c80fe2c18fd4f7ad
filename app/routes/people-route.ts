import { z } from 'zod';
import type { UserId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { inviteForm, standingForm } from '~/server/access/forms.ts';
import { inviteColleague } from '~/server/access/invite-colleague.ts';
import { listPeople } from '~/server/access/list-people.ts';
import type { Permission } from '~/server/access/policy.ts';
import { revokeInvitation } from '~/server/access/revoke-invitation.ts';
import { setPersonStanding } from '~/server/access/set-person-standing.ts';
import type { InvitationId } from '~/server/access/store-invitation.ts';
import { command, commands } from '~/server/http/command.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { showOwnAssessment } from '~/server/institution/show-own-assessment.ts';

/** The page on which the administrator of a house manages its own people: the same for firms and banks. */
export const peopleRoute = (can: Permission, to: string) => ({
  loader: view({
    can,
    audit: null,
    headers: (page: { fresh: unknown }) => (page.fresh ? { 'set-cookie': shownOnce.forget(to) } : {}),
    load: async ({ actor, request }) => ({
      ...(await listPeople(asPerson(actor))),
      assessment: await showOwnAssessment(actor),
      fresh: await shownOnce.link(request),
    }),
  }),
  action: commands({ invite: invite(can, to), revoke: revoke(can, to), standing: standing(can, to) }),
});

const invite = (can: Permission, to: string) =>
  command({
    can,
    audit: null,
    schema: inviteForm,
    run: async ({ actor, input }) => {
      const invited = await inviteColleague(asPerson(actor), input);
      if (!invited.ok) return invited;
      const headers = { 'set-cookie': await shownOnce.write({ token: invited.value, name: input.name }, to) };
      return accept({ to, headers });
    },
  });

const revoke = (can: Permission, to: string) =>
  command({
    can,
    audit: null,
    schema: z.object({ id: z.uuid() }),
    run: async ({ actor, input }) => {
      const revoked = await revokeInvitation(asPerson(actor), input.id as InvitationId);
      const flash = { tone: 'success', message: 'access.invitation-revoked' } as const;
      return revoked.ok ? accept({ to, flash }) : revoked;
    },
  });

const standing = (can: Permission, to: string) =>
  command({
    can,
    audit: null,
    schema: standingForm,
    run: async ({ actor, input }) => {
      const changed = await setPersonStanding(asPerson(actor), input.id as UserId, input.to);
      const message = input.to === 'disabled' ? 'access.person-disabled' : 'access.person-restored';
      return changed.ok ? accept({ to, flash: { tone: 'success', message } }) : changed;
    },
  });
