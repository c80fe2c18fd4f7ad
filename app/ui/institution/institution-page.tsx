import type { InstitutionKind } from '~/domain/institution/role-offer.ts';
import type { Standing } from '~/domain/institution/standing.ts';
import { accessText } from '~/text/access.ts';
import { institutionText } from '~/text/institution.ts';
import { FreshLink } from '~/ui/access/fresh-link.tsx';
import { InvitationsWaiting, type OpenInvitation } from '~/ui/access/invitations.tsx';
import { type Colleague, PeopleTable } from '~/ui/access/people-table.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { showCount } from '~/ui/format.ts';
import { AdmissionSection } from '~/ui/institution/admission-section.tsx';
import { type Assessment, Assessments } from '~/ui/institution/assessments.tsx';
import { AddEvidence } from '~/ui/institution/evidence-files.tsx';
import { type HistoryEvent, InstitutionHistory } from '~/ui/institution/institution-history.tsx';
import { StandingBadge } from '~/ui/institution/standing-badge.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type InstitutionData = {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: string;
  readonly standing: Standing;
  readonly approvedOn: string | null;
  readonly assessmentExpiresOn: string | null;
  readonly daysLeft: number | null;
  readonly needsAssessment: boolean;
  readonly suspendedAt: string | null;
  readonly suspendedReason: string | null;
  readonly contact: string | null;
  readonly lenderLists: readonly string[];
  readonly people: readonly Colleague[];
  readonly invitations: readonly OpenInvitation[];
  readonly uses: { readonly reads: number; readonly refused: number; readonly days: number };
  readonly history: readonly HistoryEvent[];
  readonly assessments: readonly Assessment[];
  readonly bounds: { readonly least: string; readonly most: string };
  readonly mayAdmit: boolean;
};

export type InstitutionPageProps = {
  readonly institution: InstitutionData;
  readonly fresh: { readonly name: string; readonly url: string } | null;
  readonly reply: unknown;
};

/** One institution: what it is, how it stands, what the security administrator may do, its people, its history. */
export function InstitutionPage({ institution, fresh, reply }: InstitutionPageProps) {
  const t = useText(institutionText);
  const people = useText(accessText);
  const locale = useLocale();
  const name = locale === 'en' ? institution.nameEn : institution.nameZh;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('institution.title'), to: '/operator/institutions' }, { label: name }]}
        title={name}
        badge={<StandingBadge standing={institution.standing} />}
      />
      <RefusalNotice reply={replyTo(reply)} />
      {fresh ? <FreshLink {...fresh} /> : null}
      <Section title={t('institution.facts')}>
        <Facts institution={institution} />
      </Section>
      <Section title={t('institution.decide')}>
        <AdmissionSection institution={institution} reply={reply} />
      </Section>
      {institution.assessments.length > 0 ? (
        <Section title={t('institution.assessments')}>
          <Assessments
            assessments={institution.assessments}
            base={institution.mayAdmit ? `/operator/institutions/${institution.id}/evidence` : null}
          />
          {institution.mayAdmit ? <AddEvidence assessments={institution.assessments} reply={reply} /> : null}
        </Section>
      ) : null}
      <Section title={t('institution.people')}>
        <PeopleTable people={institution.people} />
      </Section>
      {institution.invitations.length > 0 ? (
        <Section title={people('access.people.invitations')}>
          <InvitationsWaiting invitations={institution.invitations} />
        </Section>
      ) : null}
      <Section title={t('institution.history')}>
        <InstitutionHistory events={institution.history} />
      </Section>
    </div>
  );
}

function Facts({ institution }: { institution: InstitutionData }) {
  const t = useText(institutionText);
  const locale = useLocale();
  const { uses, assessmentExpiresOn: until, approvedOn, suspendedAt } = institution;
  const none = <span className="text-ink-soft">{t('institution.unknown')}</span>;
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('institution.kind'), value: t(`institution.kind.${institution.kind}`) },
        { term: t('institution.code'), value: <span className="num">{institution.code}</span> },
        { term: t('institution.contact'), value: institution.contact ?? none },
        { term: t('institution.approved-on'), value: approvedOn ? <DayText day={approvedOn} /> : none },
        {
          term: t('institution.until'),
          value: until ? (
            <DayText day={until} />
          ) : institution.needsAssessment ? (
            none
          ) : (
            t('institution.no-assessment')
          ),
          note: until ? t('institution.days-left', institution.daysLeft ?? 0) : undefined,
        },
        {
          term: t('institution.uses', uses.days),
          value: t('institution.uses-value', showCount(uses.reads, locale), showCount(uses.refused, locale)),
        },
        ...(suspendedAt
          ? [
              {
                term: t('institution.suspended-since'),
                value: <InstantText at={suspendedAt} />,
                note: institution.suspendedReason ?? undefined,
              },
            ]
          : []),
      ]}
    />
  );
}
