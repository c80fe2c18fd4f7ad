import { consentText } from '~/text/consent.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { showInstant } from '~/ui/format.ts';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { ConsentShown } from './consent-shown.ts';
import { PauseStep } from './pause-step.tsx';
import { StatusBadge } from './status-badge.tsx';

export type ListedConsent = ConsentShown & { readonly reads: number; readonly lastReadAt: string | null };

type ConsentListProps = {
  readonly consents: readonly ListedConsent[];
  readonly reply: FormReply | null;
  /** Only the owner signs and withdraws. */
  readonly mayChange: boolean;
};

const isLive = ({ status }: ListedConsent): boolean =>
  status === 'active' || status === 'pending' || status === 'paused';

/** All consents of the firm: who, what for, until when, how often used; withdrawing stands on the same line. */
export function ConsentList({ consents, reply, mayChange }: ConsentListProps) {
  const t = useText(consentText);
  const live = consents.filter(isLive);
  const ended = consents.filter((c) => !isLive(c));
  const give = mayChange ? (
    <>
      <LinkButton to="/my/consents/new?for=bank" variant="secondary">
        {t('consent.give-bank')}
      </LinkButton>
      <LinkButton to="/my/consents/new?for=evaluation">{t('consent.give-evaluation')}</LinkButton>
    </>
  ) : null;
  return (
    <div className="stack-lg">
      <PageHeader title={t('consent.title')} lede={t('consent.lede')} actions={give} />
      <RefusalNotice reply={reply} />
      <Section title={t('consent.active')}>
        {live.length === 0 ? (
          <EmptyState title={t('consent.none-active')}>{t('consent.none-active-next')}</EmptyState>
        ) : (
          <ConsentTable consents={live} mayChange={mayChange} />
        )}
      </Section>
      {ended.length > 0 ? (
        <Section title={t('consent.ended')}>
          <ConsentTable consents={ended} mayChange={false} />
        </Section>
      ) : null}
    </div>
  );
}

function ConsentTable({ consents, mayChange }: { consents: readonly ListedConsent[]; mayChange: boolean }) {
  const t = useText(consentText);
  const locale = useLocale();
  const name = useNamed();
  return (
    <DataTable
      caption={t('consent.caption')}
      captionHidden
      rows={consents}
      rowKey={(c) => c.id}
      columns={[
        {
          key: 'recipient',
          header: t('consent.recipient'),
          primary: true,
          cell: (c) => (
            <>
              <TextLink to={`/my/consents/${c.id}`}>{name(c.recipient)}</TextLink>
              {c.product ? (
                <span className="block text-sm font-normal text-ink-soft">{name(c.product)}</span>
              ) : null}
            </>
          ),
        },
        { key: 'purpose', header: t('consent.purpose'), cell: (c) => t(`consent.purpose.${c.purpose}`) },
        {
          key: 'items',
          header: t('consent.items'),
          align: 'end',
          cell: (c) => t('consent.item-count', c.items.length),
        },
        {
          key: 'until',
          header: t('consent.until'),
          cell: (c) => (
            <span className="flex flex-wrap items-center gap-2">
              <InstantText at={c.revokedAt ?? c.validTo} />
              <StatusBadge status={c.status} />
            </span>
          ),
        },
        {
          key: 'reads',
          header: t('consent.reads'),
          align: 'end',
          cell: (c) => (
            <>
              {t('consent.read-count', c.reads)}
              {c.lastReadAt ? (
                <span className="block text-sm text-ink-soft">
                  {t('consent.last-read', showInstant(c.lastReadAt, locale))}
                </span>
              ) : null}
            </>
          ),
        },
        ...(mayChange
          ? [
              {
                key: 'do',
                header: t('consent.do'),
                cell: (c: ListedConsent) => (
                  <div className="flex flex-wrap items-start gap-2 text-left">
                    <PauseStep consent={c} />
                    <WithdrawStep consent={c} />
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Two clicks and no script: the question opens in place, the second click withdraws. */
export function WithdrawStep({ consent }: { consent: Pick<ConsentShown, 'id' | 'recipient' | 'purpose'> }) {
  const t = useText(consentText);
  const name = useNamed();
  const what = consent.purpose === 'evaluation' ? 'consent.withdraw-evaluation' : 'consent.withdraw-bank';
  return (
    <ConfirmStep
      ask={t('consent.withdraw')}
      tone="danger"
      title={t('consent.withdraw-title', name(consent.recipient))}
    >
      <p>{t(what)}</p>
      <PostForm id={`withdraw-${consent.id}`}>
        <input type="hidden" name="consent" value={consent.id} />
        <Button variant="danger" name="intent" value="withdraw">
          {t('consent.withdraw-do')}
        </Button>
      </PostForm>
    </ConfirmStep>
  );
}
