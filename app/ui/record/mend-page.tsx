import { deliveryText } from '~/text/delivery.ts';
import { recordProblems } from '~/text/record-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { Place, type QuarantinedShown } from './quarantine.tsx';

export type MendProps = {
  readonly row: QuarantinedShown;
  readonly batch: { readonly id: string; readonly fileName: string };
  readonly base: string;
};

/** One record in quarantine: its cells to mend, and the way back in as a batch of its own. */
export function MendPage({ row, batch, base }: MendProps) {
  const t = useText(deliveryText);
  const locale = useLocale();
  const problem = wordRefusal(recordProblems, row.problem, locale);
  const back = `${base}/batches/${batch.id}`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: t('delivery.batch.page'), to: back },
          { label: t('delivery.quarantine.mend-title') },
        ]}
        eyebrow={batch.fileName}
        title={t('delivery.quarantine.mend-title')}
        lede={<Place row={row} />}
      />
      {row.column === null ? <Notice tone="warn" title={problem} /> : null}
      {row.replayBatchId ? (
        <LinkButton to={`${base}/batches/${row.replayBatchId}`}>{t('delivery.quarantine.sent')}</LinkButton>
      ) : (
        <MendForm row={row} problem={problem} />
      )}
    </div>
  );
}

/** The faulty cell carries its problem, so that it is found without reading the others. */
function MendForm({ row, problem }: { row: QuarantinedShown; problem: string }) {
  const t = useText(deliveryText);
  return (
    <Card>
      <CommandForm>
        {row.cells.map(([column, cell], i) => (
          <TextField
            key={column}
            name={`cells[${i}]`}
            label={column}
            defaultValue={cell}
            error={column === row.column ? problem : null}
            width="full"
          />
        ))}
        <FormActions>
          <Button>{t('delivery.quarantine.submit')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}
