import type { PersonPurpose, Relation } from '~/domain/privacy/relation.ts';
import { personRightsText } from '~/text/person-rights.ts';
import { privacyText } from '~/text/privacy.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { showDay, showInstant } from '~/ui/format.ts';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { DoorFacts } from './door-facts.tsx';
import { AskReport, PersonReport, type ReportCountShown, type ReportShown } from './person-report.tsx';
import { AnswerBadge, QuestionWords } from './person-words.tsx';
import type { AskedShown, NamedShown, PersonState } from './privacy-shown.ts';
import { ProvenStep } from './proven-step.tsx';
import { SignForm } from './sign-form.tsx';

export type DoorItem = NamedShown & {
  readonly code: string;
  readonly provider: NamedShown;
  readonly classCode: string;
  readonly className: NamedShown;
};

export type PersonDoorProps = {
  readonly state: PersonState;
  readonly firm: string;
  readonly name: string | null;
  readonly relation: Relation;
  readonly purpose: PersonPurpose;
  readonly bank: NamedShown & { readonly contact: string | null };
  readonly linkUntil: string;
  readonly items: readonly DoorItem[];
  readonly consent: {
    readonly items: readonly string[];
    readonly validTo: string;
    readonly grantedAt: string;
    readonly revokedAt: string | null;
  } | null;
  readonly asked: readonly (AskedShown & { readonly item: string })[];
  readonly refusalHolds: string | null;
  readonly reports: ReportCountShown | null;
  readonly report: ReportShown | null;
  readonly isReportClosed: boolean;
};

/** What a person finds behind their own link: sign, see who asked, withdraw, erase. */
export function PersonDoor({ token, ...door }: PersonDoorProps & { readonly token: string }) {
  const t = useText(privacyText);
  const name = useNamed();
  const locale = useLocale();
  if (door.state === 'erased')
    return (
      <div className="mx-auto max-w-3xl stack-lg">
        <PageHeader title={t('privacy.door.title')} />
        <Notice tone="good" title={t('privacy.door.erased')}>
          {t('privacy.door.erased-text')}
        </Notice>
        <AskedSection door={door} />
      </div>
    );
  return (
    <div className="mx-auto max-w-3xl stack-lg">
      <PageHeader
        title={t('privacy.door.title')}
        eyebrow={door.name ? t('privacy.door.hello', door.name) : undefined}
        lede={t('privacy.door.lede', door.firm, name(door.bank))}
      />
      <DoorFacts door={door} />
      {door.refusalHolds ? <RefusedNotice door={door} until={door.refusalHolds} /> : null}
      {door.state === 'active' ? null : <SignForm door={door} />}
      {door.state === 'asked' ? <RefuseStep /> : null}
      {door.consent && !door.report ? <AskedSection door={door} /> : null}
      {door.report ? (
        <PersonReport report={door.report} token={token} />
      ) : door.reports ? (
        <AskReport count={door.reports} isClosed={door.isReportClosed} />
      ) : null}
      {door.consent ? <Rights door={door} token={token} /> : null}
      <p className="text-sm text-ink-soft">
        {t('privacy.door.link-until', showInstant(door.linkUntil, locale))}
      </p>
    </div>
  );
}

function RefusedNotice({ door, until }: { door: PersonDoorProps; until: string }) {
  const t = useText(personRightsText);
  const name = useNamed();
  const locale = useLocale();
  return (
    <Notice tone="info" title={t('person.refused')}>
      {t('person.refused-until', name(door.bank), showDay(until, locale))}
    </Notice>
  );
}

function RefuseStep() {
  const t = useText(personRightsText);
  return (
    <ConfirmStep ask={t('person.refuse')} title={t('person.refuse-title')} open={useReply('refuse') !== null}>
      <p className="measure">{t('person.refuse-text')}</p>
      <CommandForm intent="refuse">
        <FormActions>
          <Button variant="secondary">{t('person.refuse')}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}

function AskedSection({ door }: { door: PersonDoorProps }) {
  const t = useText(privacyText);
  const name = useNamed();
  const itemName = (code: string) => {
    const item = door.items.find((each) => each.code === code);
    return item ? name(item) : code;
  };
  return (
    <Section title={t('privacy.door.asked')}>
      <DataTable
        caption={t('privacy.door.asked')}
        captionHidden
        rows={door.asked}
        rowKey={(row) => row.id}
        empty={<p className="text-ink-soft">{t('privacy.door.asked-none')}</p>}
        columns={[
          { key: 'item', header: t('privacy.bank.item'), primary: true, cell: (row) => itemName(row.item) },
          {
            key: 'q',
            header: t('privacy.bank.kind'),
            cell: (row) => <QuestionWords question={row.question} />,
          },
          { key: 'by', header: t('privacy.asked.by'), cell: (row) => row.userName },
          { key: 'at', header: t('privacy.asked.at'), cell: (row) => <InstantText at={row.at} /> },
          { key: 'a', header: t('privacy.asked.answer'), cell: (row) => <AnswerBadge {...row} /> },
        ]}
      />
    </Section>
  );
}

function Rights({ door, token }: { door: PersonDoorProps; token: string }) {
  const t = useText(privacyText);
  const step = (intent: 'withdraw' | 'erase') => ({
    ...{ intent, ask: t(`privacy.door.${intent}`), title: t(`privacy.door.${intent}-title`) },
    ...{ text: t(`privacy.door.${intent}-text`), prove: t('privacy.door.prove') },
  });
  return (
    <Card>
      <div className="stack">
        <div>
          <LinkButton to={`/person/${token}/receipt.json`} download variant="secondary">
            {t('privacy.door.receipt')}
          </LinkButton>
          <p className="mt-1 text-sm text-ink-soft">{t('privacy.door.receipt-hint')}</p>
        </div>
        {door.state === 'active' ? <ProvenStep {...step('withdraw')} /> : null}
        <ProvenStep {...step('erase')} isFinal />
      </div>
    </Card>
  );
}
