import type { Named } from '~/domain/catalogue/item.ts';
import type { Authority, PrecedenceReason } from '~/domain/record/precedence.ts';
import { type Party, parties } from '~/domain/record/three-way.ts';
import { reconciliationText } from '~/text/reconciliation.ts';
import { useNamed } from '~/ui/catalogue/named.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { showCount, showDay, showFen } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type ClaimSaid = {
  readonly occurred_on: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly ended_on: string | null;
  readonly amount_fen: string | null;
  readonly quantity: number | null;
  readonly category: Named | null;
  readonly reference: string | null;
};

type Conflict = { readonly [P in Party]: ClaimSaid | null } & {
  readonly id: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly item: Named;
  readonly providerName: Named;
  readonly determinedBy: Authority;
  readonly proposal: { readonly party: Party; readonly why: PrecedenceReason } | null;
  readonly stood: boolean;
  readonly dueOn: string;
  readonly isLate: boolean;
  readonly thirdSource: string;
  readonly providerSpeaks: boolean;
  readonly thirdSpeaks: boolean;
  readonly verdict: Party | null;
  readonly reason: string | null;
  readonly settled: boolean;
};

export type ConflictsPageProps = {
  readonly conflicts: readonly Conflict[];
  readonly open: boolean;
  readonly waiting: number;
  readonly next: string | null;
  readonly reply: FormReply | null;
};

const here = '/operator/conflicts';

/** Records about which three sources disagree: what each says side by side, and who is right. */
export function ConflictsPage({ conflicts, open, waiting, next, reply }: ConflictsPageProps) {
  const t = useText(reconciliationText);
  const state = open ? 'open' : 'decided';
  const more = next ? `${here}?${new URLSearchParams({ state, after: next })}` : null;
  return (
    <div className="stack-lg">
      <PageHeader title={t('reconcile.title')} lede={t('reconcile.lede')} />
      <TabLinks
        label={t('reconcile.title')}
        items={[
          { to: here, label: t('reconcile.open'), current: open, count: waiting },
          { to: `${here}?state=decided`, label: t('reconcile.decided'), current: !open },
        ]}
      />
      {conflicts.length === 0 ? (
        <EmptyState title={t(open ? 'reconcile.none' : 'reconcile.none-decided')}>
          {open ? t('reconcile.none-next') : null}
        </EmptyState>
      ) : null}
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} reply={reply} />
      ))}
      <KeysetPager next={more} shown={conflicts.length} />
    </div>
  );
}

function ConflictCard({ conflict, reply }: { conflict: Conflict; reply: FormReply | null }) {
  const t = useText(reconciliationText);
  const name = useNamed();
  const says = { provider: name(conflict.providerName), third: conflict.thirdSource };
  const labelOf = (party: Party) =>
    party === 'own'
      ? t('reconcile.party.own')
      : t(`reconcile.party.${party === conflict.determinedBy ? 'authority' : party}`, says[party]);
  const sides = parties.map((party) => ({
    party,
    label: labelOf(party),
    speaks: party === 'own' || conflict[`${party}Speaks`],
    claim: conflict[party],
  }));
  return (
    <Section
      title={`${conflict.firm} · ${name(conflict.item)}`}
      lede={conflict.uscc}
      actions={conflict.verdict ? null : <Due {...conflict} />}
    >
      <DataTable
        caption={name(conflict.item)}
        captionHidden
        rowKey={({ party }) => party}
        rows={sides}
        columns={[
          { key: 'party', header: t('reconcile.party'), primary: true, cell: ({ label }) => label },
          { key: 'says', header: t('reconcile.says'), cell: (side) => <Said {...side} /> },
        ]}
      />
      {conflict.verdict ? (
        <p>
          <Badge tone={conflict.settled ? 'good' : 'mute'}>
            {t(conflict.settled ? 'reconcile.settled' : 'reconcile.pending')}
          </Badge>{' '}
          {labelOf(conflict.verdict)} · {conflict.stood ? t('reconcile.stood') : conflict.reason}
        </p>
      ) : (
        <>
          <Proposed proposal={conflict.proposal} isHeld={conflict.own !== null} labelOf={labelOf} />
          <VerdictForm
            id={conflict.id}
            proposed={conflict.proposal?.party}
            sides={sides.filter(({ speaks }) => speaks)}
            reply={reply}
          />
        </>
      )}
    </Section>
  );
}

/** Who goes first by the rule of precedence, and why. */
function Proposed({
  proposal,
  isHeld,
  labelOf,
}: {
  proposal: Conflict['proposal'];
  /** Whether this platform holds the record, so that a decision could revoke it. */
  isHeld: boolean;
  labelOf: (party: Party) => string;
}) {
  const t = useText(reconciliationText);
  if (!proposal) return <p className="text-ink-soft">{t('reconcile.why.none')}</p>;
  const why = proposal.why === 'authority-lacks' && !isHeld ? 'lacking-both' : proposal.why;
  return (
    <p>
      <strong>{t('reconcile.proposed', labelOf(proposal.party))}</strong> {t(`reconcile.why.${why}`)}
    </p>
  );
}

/** Until when somebody has to decide. */
function Due({ dueOn, isLate }: Pick<Conflict, 'dueOn' | 'isLate'>) {
  const t = useText(reconciliationText);
  const locale = useLocale();
  const words = t(isLate ? 'reconcile.late' : 'reconcile.due', showDay(dueOn, locale, 'short'));
  return <Badge tone={isLate ? 'bad' : 'info'}>{words}</Badge>;
}

function Said({ speaks, claim }: { speaks: boolean; claim: ClaimSaid | null }) {
  const t = useText(reconciliationText);
  const locale = useLocale();
  const name = useNamed();
  if (!speaks) return <span className="text-ink-soft">{t('reconcile.silent')}</span>;
  if (!claim) return <>{t('reconcile.absent')}</>;
  const { occurred_on: on, precision, ended_on: until } = claim;
  const parts = [
    on && (precision === 'day' ? showDay(on, locale, 'short') : on.slice(0, precision === 'month' ? 7 : 4)),
    until && t('reconcile.until', showDay(until, locale, 'short')),
    claim.category && name(claim.category),
    claim.amount_fen && showFen(claim.amount_fen, locale),
    claim.quantity !== null && showCount(claim.quantity, locale),
    claim.reference,
  ];
  return <span className="num">{parts.filter(Boolean).join(' · ')}</span>;
}

type VerdictFormProps = {
  id: string;
  proposed: Party | undefined;
  sides: readonly { readonly party: Party; readonly label: string }[];
  reply: FormReply | null;
};

function VerdictForm({ id, proposed, sides, reply }: VerdictFormProps) {
  const t = useText(reconciliationText);
  const own = reply?.submission.initialValue?.id === id ? reply : null;
  return (
    <ConfirmStep ask={t('reconcile.submit')} title={t('reconcile.verdict')} open={own !== null}>
      <RefusalNotice reply={own} />
      <PostForm id={`verdict-${id}`} result={own?.submission}>
        <input type="hidden" name="id" value={id} />
        <RadioCards
          name="verdict"
          legend={t('reconcile.verdict')}
          hint={proposed ? t('reconcile.against') : undefined}
          defaultValue={proposed}
          options={sides.map(({ party, label }) => ({ value: party, label }))}
        />
        <TextField name="reason" label={t('reconcile.reason')} hint={t('reconcile.reason-hint')} required />
        <FormActions>
          <Button type="submit">{t('reconcile.submit')}</Button>
        </FormActions>
      </PostForm>
    </ConfirmStep>
  );
}
