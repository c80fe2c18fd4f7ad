import { alertText } from '~/text/alert.ts';
import { caseDeskText } from '~/text/case-desk.ts';
import { caseFileText } from '~/text/case-file.ts';
import { Badge, SeverityBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useText } from '~/ui/text.ts';

export type Rung = {
  readonly id: string;
  readonly severity: string;
  readonly state: string;
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly verdict: string | null;
  readonly escalatedInto: string | null;
};

type Side = 'firm' | 'bank' | 'operator';
const casesOf = { firm: '/my/alerts', bank: '/bank/alerts', operator: '/operator/alerts' } as const;

/** Where the loan and the firm of a case are read. */
export function CaseLinks(props: {
  side: Side;
  loanId: string;
  contractNo: string | null;
  /** For the risk desk, of a live case: whether somebody at the bank has it. */
  isOwned: boolean | null;
}) {
  const t = useText(caseFileText);
  const desk = useText(caseDeskText);
  const { side, loanId, contractNo, isOwned } = props;
  const name = contractNo ? t('case.loan-link', contractNo) : t('case.loan');
  const loan = { firm: `/my/loans/${loanId}`, bank: `/bank/loans/${loanId}`, operator: null }[side];
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      {loan ? <TextLink to={loan}>{name}</TextLink> : name}
      {side === 'bank' ? (
        <TextLink to={`/bank/loans/${loanId}/circle`}>{t('case.circle-link')}</TextLink>
      ) : null}
      {side === 'operator' ? (
        <TextLink to={`/operator/funded/${loanId}`}>{t('case.firm-link')}</TextLink>
      ) : null}
      {isOwned === null ? null : (
        <Badge tone={isOwned ? 'mute' : 'warn'}>
          {desk(isOwned ? 'case.owned-at-bank' : 'case.unowned-at-bank')}
        </Badge>
      )}
    </p>
  );
}

type MatterProps = {
  readonly side: Side;
  readonly here: string;
  readonly now: string;
  readonly matter: readonly Rung[];
};

/** The rungs of one matter: what went up into what, and the one clock that counts. */
export function CaseMatter({ side, here, now, matter }: MatterProps) {
  const t = useText(caseFileText);
  if (matter.length < 2) return null;
  return (
    <Section title={t('case.matter')} lede={t('case.matter-lede')}>
      <ol className="flex flex-col gap-2">
        {matter.map((rung) => (
          <li key={rung.id} className="flex flex-wrap items-center gap-3">
            <SeverityBadge severity={rung.severity as 'red'} />
            {rung.id === here ? (
              <strong>{t('case.matter-here')}</strong>
            ) : (
              <TextLink to={`${casesOf[side]}/${rung.id}`}>
                <InstantText at={rung.raisedAt} />
              </TextLink>
            )}
            <RungState rung={rung} now={now} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function RungState({ rung, now }: { rung: Rung; now: string }) {
  const t = useText(caseFileText);
  const alert = useText(alertText);
  if (rung.escalatedInto) return <span className="text-ink-soft">{t('case.went-up')}</span>;
  if (rung.state !== 'closed') return <ClockChip due={rung.dueAt} now={now} label={alert('alert.due')} />;
  const verdict = rung.verdict
    ? alert(`alert.verdict.${rung.verdict as 'cured'}`)
    : alert('alert.state.closed');
  return <Badge>{verdict}</Badge>;
}
