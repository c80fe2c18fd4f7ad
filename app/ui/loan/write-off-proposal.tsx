import { servicingText } from '~/text/loan-servicing.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';

type ProposalProps = {
  readonly proposal: { readonly effectiveOn: string; readonly reason: string; readonly isMine: boolean };
};

/** A write-off that waits for a second person: who did not propose it confirms or rejects. */
export function WriteOffProposal({ proposal }: ProposalProps) {
  const t = useText(servicingText);
  return (
    <Notice
      tone="warn"
      title={t('servicing.proposal')}
      next={proposal.isMine ? t('servicing.proposal-own') : undefined}
    >
      <p>{t('servicing.proposal-about', proposal.effectiveOn, proposal.reason)}</p>
      {proposal.isMine ? null : (
        <CommandForm intent="decide-write-off">
          <div className="flex flex-wrap gap-3">
            <Button variant="danger" name="answer" value="confirm">
              {t('servicing.confirm')}
            </Button>
            <Button variant="secondary" name="answer" value="reject">
              {t('servicing.reject')}
            </Button>
          </div>
        </CommandForm>
      )}
    </Notice>
  );
}
