import { deliveryText } from '~/text/delivery.ts';
import { recordProblems } from '~/text/record-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showCount } from '~/ui/format.ts';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { cx } from '~/ui/parts/class-names.ts';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type QuarantinedShown = {
  readonly rowNo: number;
  readonly recordNo: number;
  readonly item: Named | null;
  readonly column: string | null;
  readonly problem: { readonly code: string };
  readonly cells: readonly (readonly [column: string, cell: string])[];
  readonly replayBatchId: string | null;
};

type QuarantineProps = {
  readonly batch: { readonly id: string; readonly waiting: number; readonly quarantined: number };
  readonly rows: readonly QuarantinedShown[];
  readonly next: string | null;
  readonly base: string;
};

/** The records of a batch that were not taken, each with what is wrong and the way to mend it. */
export function Quarantine({ batch, rows, next, base }: QuarantineProps) {
  const t = useText(deliveryText);
  const here = `${base}/batches/${batch.id}`;
  return (
    <Section
      id="quarantine"
      title={t('delivery.quarantine')}
      lede={t('delivery.quarantine.lede')}
      actions={
        <LinkButton to={`${here}/rejects.csv`} variant="secondary" download>
          {t('delivery.quarantine.download')}
        </LinkButton>
      }
    >
      {batch.waiting > 0 ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <MendByFile />
          <ReplayAll waiting={batch.waiting} />
        </div>
      ) : null}
      <ul className="stack">
        {rows.map((row) => (
          <li key={`${row.rowNo}-${row.recordNo}`}>
            <QuarantinedCard row={row} here={here} base={base} />
          </li>
        ))}
      </ul>
      <KeysetPager
        next={next ? `${here}?after=${next}#quarantine` : null}
        shown={rows.length}
        total={batch.quarantined}
      />
    </Section>
  );
}

/** The rejects, downloaded and mended, on their way back in. */
function MendByFile() {
  const t = useText(deliveryText);
  return (
    <ConfirmStep ask={t('delivery.mend-file')} title={t('delivery.mend-file-title')}>
      <p className="measure">{t('delivery.mend-file-how')}</p>
      <CommandForm intent="mend" encType="multipart/form-data">
        <FileField
          name="file"
          label={t('delivery.upload.file')}
          accept=".csv,.xlsx"
          maxBytes={20_000_000}
          required
        />
        <div>
          <Button>{t('delivery.mend-file-send')}</Button>
        </div>
      </CommandForm>
    </ConfirmStep>
  );
}

function ReplayAll({ waiting }: { waiting: number }) {
  const t = useText(deliveryText);
  const locale = useLocale();
  return (
    <ConfirmStep
      ask={t('delivery.quarantine.all')}
      title={t('delivery.quarantine.all-title', showCount(waiting, locale))}
    >
      <p className="measure">{t('delivery.quarantine.all-why')}</p>
      <CommandForm intent="replay">
        <Button>{t('delivery.quarantine.all')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}

function QuarantinedCard({ row, here, base }: { row: QuarantinedShown; here: string; base: string }) {
  const t = useText(deliveryText);
  const mended = row.replayBatchId !== null;
  return (
    <Card
      level={3}
      title={<Problem row={row} />}
      lede={<Place row={row} />}
      actions={
        mended ? (
          <LinkButton to={`${base}/batches/${row.replayBatchId}`} variant="quiet" size="sm">
            {t('delivery.quarantine.sent')}
          </LinkButton>
        ) : (
          <LinkButton to={`${here}/rows/${row.rowNo}/${row.recordNo}`} variant="secondary" size="sm">
            {t('delivery.quarantine.mend')}
          </LinkButton>
        )
      }
    >
      <RawCells row={row} />
    </Card>
  );
}

/** What is wrong with a record, in words. */
export function Problem({ row }: { row: Pick<QuarantinedShown, 'problem'> }) {
  const locale = useLocale();
  return <>{wordRefusal(recordProblems, row.problem, locale)}</>;
}

/** Where a record stands in its file. */
export function Place({ row }: { row: Pick<QuarantinedShown, 'rowNo' | 'column' | 'item'> }) {
  const t = useText(deliveryText);
  const locale = useLocale();
  const named = useNamed();
  const column = row.column
    ? t('delivery.quarantine.column', row.column)
    : t('delivery.quarantine.whole-row');
  const parts = [
    t('delivery.quarantine.row', showCount(row.rowNo, locale)),
    column,
    row.item && named(row.item),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

function RawCells({ row }: { row: QuarantinedShown }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8rem),1fr))] gap-x-5 gap-y-2 text-sm">
      {row.cells.map(([column, cell]) => (
        <div key={column} className="min-w-0">
          <dt className="text-ink-soft">{column}</dt>
          <dd className={cx('num break-all', column === row.column && 'font-semibold text-bad')}>
            {cell === '' ? '—' : cell}
          </dd>
        </div>
      ))}
    </dl>
  );
}
