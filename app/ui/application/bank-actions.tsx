import { bankText } from '~/text/application-bank.ts';
import { handsText } from '~/text/application-hands.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';
import type { BankFileShown, WithRenewal } from './bank-file-shown.ts';
import { ContractForm, DisburseForm } from './bank-money-forms.tsx';
import { ApproveForm, DeclineForm } from './bank-propose-forms.tsx';
import { AskDocuments, SecondLook } from './bank-second-look.tsx';
import { OfferTerms } from './offer-terms.tsx';
import { ReasonNames } from './reason-list.tsx';

/** The next step, or whose step it is. The server decides what the reader may do; this only shows it. */
export function BankActions(file: BankFileShown & WithRenewal) {
  const { may } = file;
  if (may.pickUp) return <PickUp />;
  if (may.propose) return <Propose file={file} />;
  if (may.decide) return <Decide file={file} />;
  if (may.secondLook) return <SecondLook file={file} />;
  if (may.contract) return <ContractForm today={file.today} />;
  if (may.disburse)
    return (
      <>
        {file.disburseUntil ? <MoneyAwaited until={file.disburseUntil} /> : null}
        {file.renewal?.form ?? <DisburseForm today={file.today} penalty={file.penalty} />}
      </>
    );
  return <Waiting file={file} />;
}

/** A contract that brings no money within its days ends the application. */
function MoneyAwaited({ until }: { until: string }) {
  const t = useText(bankText);
  return <Notice tone="info" title={t('act.disburse-until', until)} />;
}

function PickUp() {
  const t = useText(bankText);
  return (
    <Card title={t('act.title')} tone="brand">
      <CommandForm intent="pick-up">
        <p>{t('act.pick-up-text')}</p>
        <Button>{t('act.pick-up')}</Button>
      </CommandForm>
    </Card>
  );
}

function Propose({ file }: { file: BankFileShown }) {
  return (
    <>
      <ApproveForm file={file} />
      <AskDocuments file={file} />
      <DeclineForm />
    </>
  );
}

function Decide({ file }: { file: BankFileShown }) {
  const t = useText(bankText);
  const hands = useText(handsText);
  const { proposal, proposalHash, maker } = file.application;
  if (!proposal) return null;
  const isApproval = proposal.outcome === 'approve';
  return (
    <Card
      title={t('act.decide')}
      lede={t(isApproval ? 'act.decide-approve' : 'act.decide-decline', maker ?? '')}
      tone="brand"
    >
      <div className="stack">
        {proposal.outcome === 'approve' ? (
          <OfferTerms terms={proposal.terms} />
        ) : (
          <ReasonNames reasons={proposal.reasons} />
        )}
        {file.makerStaysOut ? <Notice tone="warn" title={hands('hands.maker-stays-out')} /> : null}
        <CommandForm intent="decide">
          <input type="hidden" name="proposal" value={proposalHash ?? ''} />
          <div className="flex flex-wrap gap-3">
            {file.makerStaysOut ? null : (
              <Button name="answer" value="confirm">
                {t('act.confirm')}
              </Button>
            )}
            <Button name="answer" value="send-back" variant="secondary">
              {t('act.send-back')}
            </Button>
          </div>
        </CommandForm>
      </div>
    </Card>
  );
}

/** Nothing to do for this reader: who is to act. */
function Waiting({ file }: { file: BankFileShown }) {
  const t = useText(bankText);
  const { state, maker } = file.application;
  const waits: Record<string, string> = {
    submitted: t('act.wait-pick-up'),
    'in-review': t('act.wait-maker', maker ?? ''),
    proposed: t('act.wait-checker'),
    approved: t('act.wait-firm'),
    'second-look': t('act.wait-second-look'),
  };
  return (
    <Card title={t('act.title')} tone="well">
      <p>{waits[state] ?? (file.application.closedAt ? t('file.closed') : t('act.wait'))}</p>
    </Card>
  );
}
