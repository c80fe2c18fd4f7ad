import { useLocation } from '@remix-run/react';
import type { Role } from '~/domain/institution/role.ts';
import { accessText } from '~/text/access.ts';
import { shellText } from '~/text/shell.ts';
import { FreshLink } from '~/ui/access/fresh-link.tsx';
import {
  type BranchOption,
  InvitationsWaiting,
  InviteForm,
  type OpenInvitation,
} from '~/ui/access/invitations.tsx';
import { type Colleague, PeopleTable } from '~/ui/access/people-table.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { OwnAssessment, type OwnAssessmentData } from '~/ui/institution/own-assessment.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

export type PeoplePageProps = {
  readonly people: readonly Colleague[];
  readonly invitations: readonly OpenInvitation[];
  readonly roles: readonly Role[];
  /** The open branches of a bank. */
  readonly branches: readonly BranchOption[];
  /** The link that was just made: shown this once. */
  readonly fresh: { readonly name: string; readonly url: string } | null;
  /** Of an institution that needs one. */
  readonly assessment?: OwnAssessmentData | null;
  readonly reply: unknown;
};

/** The people of one firm or institution, managed by its own administrator. */
export function PeoplePage({ people, invitations, fresh, assessment, reply, ...offered }: PeoplePageProps) {
  const t = useText(accessText);
  const { pathname } = useLocation();
  const title = useText(shellText)('nav.people');
  return (
    <div className="stack-lg">
      <PageHeader title={title} lede={t('access.people.lede')} />
      <RefusalNotice reply={replyTo(reply)} />
      {fresh ? <FreshLink {...fresh} /> : null}
      <Section title={t('access.people.current')}>
        <PeopleTable people={people} actions />
      </Section>
      <Section title={t('access.people.invite')}>
        <InviteForm {...offered} reply={replyTo(reply, 'invite')} />
      </Section>
      <Section title={t('access.people.invitations')}>
        <InvitationsWaiting invitations={invitations} actions />
      </Section>
      {assessment ? <OwnAssessment assessment={assessment} base={`${pathname}/evidence`} /> : null}
    </div>
  );
}
