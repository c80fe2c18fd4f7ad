import { useState } from 'react';
import { enterpriseText } from '~/text/enterprise.ts';
import { type HeldAnswerShown, HeldAnswers } from '~/ui/enterprise/held-answers.tsx';
import { type Identity, IdentityHistory } from '~/ui/enterprise/identity-history.tsx';
import {
  type IndustryChoice,
  industryPathText,
  industryValue,
  type RegionChoice,
  regionPathText,
  regionValue,
} from '~/ui/enterprise/place-option.ts';
import { PlaceSection } from '~/ui/enterprise/place-section.tsx';
import type { RegistrationReading } from '~/ui/enterprise/register-page.tsx';
import type { SizeRules } from '~/ui/enterprise/size-facts.ts';
import { type DeclaredFigures, SizeSection } from '~/ui/enterprise/size-section.tsx';
import { textsOf } from '~/ui/enterprise/typed.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { fenToInput } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type FirmProfile = {
  readonly uscc: string | null;
  readonly name: string;
  readonly kind: 'company' | 'sole-trader';
  readonly status: string;
  readonly region: RegionChoice | null;
  readonly industry: IndustryChoice | null;
  readonly establishedOn: string | null;
  readonly isPlaceOwn: boolean;
  readonly declared: DeclaredFigures & { readonly address: string | null };
  readonly identities: readonly Identity[];
};

export type ProfilePageProps = {
  readonly firm: FirmProfile;
  readonly rules: SizeRules;
  readonly today: string;
  /** What public bodies supplied of staff, revenue and assets: the form starts with it. */
  readonly held: readonly (Omit<HeldAnswerShown, 'label'> & { readonly element: string })[];
  readonly reply: FormReply | null;
};

/** What the register says of the firm, what the firm declares, and every name and code it had. */
export function ProfilePage(props: ProfilePageProps) {
  const t = useText(enterpriseText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('enterprise.profile.title')} lede={t('enterprise.profile.lede')} />
      <RefusalNotice reply={props.reply} />
      <Section title={t('enterprise.profile.register')}>
        <RegisterData firm={props.firm} />
      </Section>
      <Section title={t('enterprise.profile.declare')}>
        <HeldAnswers
          title={t('enterprise.profile.supplied')}
          answers={props.held.map((each) => ({
            ...each,
            label: t(`enterprise.${labels[each.element as Supplied]}`),
          }))}
        />
        <DeclareForm {...props} />
      </Section>
      <Section title={t('enterprise.history')}>
        <IdentityHistory identities={props.firm.identities} />
      </Section>
    </div>
  );
}

const statuses = ['active', 'cancelled', 'revoked', 'moved-out'] as const;

function RegisterData({ firm }: { firm: FirmProfile }) {
  const t = useText(enterpriseText);
  const locale = useLocale();
  const unknown = <span className="text-ink-soft">{t('enterprise.profile.unknown')}</span>;
  const status = statuses.find((known) => known === firm.status) ?? 'active';
  return (
    <>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('enterprise.name'), value: firm.name },
          {
            term: t('enterprise.uscc'),
            value: firm.uscc ? <span className="num">{firm.uscc}</span> : unknown,
          },
          { term: t('enterprise.profile.kind'), value: t(`enterprise.kind.${firm.kind}`) },
          {
            term: t('enterprise.profile.status'),
            value: (
              <Badge tone={status === 'active' ? 'good' : 'warn'}>{t(`enterprise.status.${status}`)}</Badge>
            ),
          },
          { term: t('enterprise.region'), value: firm.region ? regionPathText(firm.region) : unknown },
          {
            term: t('enterprise.industry'),
            value: firm.industry ? industryPathText(firm.industry, locale) : unknown,
          },
          {
            term: t('enterprise.established'),
            value: firm.establishedOn ? <DayText day={firm.establishedOn} /> : unknown,
          },
        ]}
      />
      {firm.isPlaceOwn ? null : (
        <p className="measure text-sm text-ink-soft">{t('enterprise.profile.register-wrong')}</p>
      )}
    </>
  );
}

/** What stands in the form before anybody types. */
const initially = ({ declared, region, industry }: FirmProfile): Record<string, string | undefined> => ({
  employees: declared.employees?.toString(),
  revenue: declared.revenueFen === null ? undefined : fenToInput(declared.revenueFen, 'wan'),
  assets: declared.assetsFen === null ? undefined : fenToInput(declared.assetsFen, 'wan'),
  region: region ? regionValue(region) : undefined,
  industry: industry ? industryValue(industry) : undefined,
});

const labels = { 'firm.staff': 'employees', 'firm.revenue': 'revenue', 'firm.assets': 'assets' } as const;
type Supplied = keyof typeof labels;

/** The firm with what it left open filled from what public bodies supplied. */
function filled(firm: FirmProfile, held: ProfilePageProps['held']): FirmProfile {
  const answer = (element: Supplied) => held.find((each) => each.element === element);
  const { declared } = firm;
  return {
    ...firm,
    declared: {
      ...declared,
      employees: declared.employees ?? answer('firm.staff')?.quantity ?? null,
      revenueFen: declared.revenueFen ?? answer('firm.revenue')?.amountFen ?? null,
      assetsFen: declared.assetsFen ?? answer('firm.assets')?.amountFen ?? null,
    },
  };
}

function DeclareForm({ firm: told, held, rules, today, reply }: ProfilePageProps) {
  const t = useText(enterpriseText);
  const firm = filled(told, held);
  const sent = reply?.submission.initialValue as Record<string, string | undefined> | undefined;
  const start = initially(firm);
  const [typed, setTyped] = useState(sent ?? start);
  const about = (reply?.about ?? { industries: [], regions: [] }) as Omit<RegistrationReading, 'code'>;
  return (
    <PostForm
      searchable
      result={reply?.submission}
      onInput={(event) => setTyped({ ...start, ...textsOf(event.currentTarget) })}
    >
      {firm.isPlaceOwn ? (
        <PlaceSection
          legend={t('enterprise.step.place')}
          regions={about.regions}
          industries={about.industries}
          searched={sent?.searchIntent}
          region={start.region}
          industry={start.industry}
        />
      ) : null}
      <SizeSection
        legend={t('enterprise.size.title')}
        rules={rules}
        kind={firm.kind}
        typed={firm.isPlaceOwn ? typed : { ...typed, industry: start.industry }}
        declared={firm.declared}
        lastYear={Number(today.slice(0, 4)) - 1}
      />
      <TextField
        name="address"
        label={t('enterprise.profile.address')}
        defaultValue={firm.declared.address ?? undefined}
        autoComplete="street-address"
        optional
      />
      <FormActions>
        <Button type="submit">
          {t(firm.kind === 'company' ? 'enterprise.profile.save' : 'enterprise.profile.save-trader')}
        </Button>
      </FormActions>
    </PostForm>
  );
}
