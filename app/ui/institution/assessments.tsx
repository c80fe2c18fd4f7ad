import { institutionText } from '~/text/institution.ts';
import { evidenceText } from '~/text/institution-evidence.ts';
import { type EvidenceFile, EvidenceFiles } from '~/ui/institution/evidence-files.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type Assessment = {
  readonly id: string;
  readonly occasion: string;
  readonly assessedOn: string;
  readonly until: string;
  readonly assessor: string;
  readonly reportNo: string;
  readonly by: string;
  readonly files: readonly EvidenceFile[];
};

type Props = {
  readonly assessments: readonly Assessment[];
  /** The address that serves the reports; null for readers who may not open them. */
  readonly base: string | null;
};

/** Every assessment of an institution with its evidence, the latest first. */
export function Assessments({ assessments, base }: Props) {
  const t = useText(institutionText);
  const evidence = useText(evidenceText);
  return (
    <DataTable
      caption={t('institution.assessments')}
      captionHidden
      rows={assessments}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'report',
          header: t('institution.report-no'),
          primary: true,
          cell: (one) => <span className="num">{one.reportNo}</span>,
        },
        {
          key: 'occasion',
          header: t('institution.occasion'),
          cell: (one) => t(`institution.occasion.${one.occasion === 'admission' ? 'admission' : 're-test'}`),
        },
        { key: 'assessor', header: t('institution.assessor'), cell: (one) => one.assessor },
        {
          key: 'assessed',
          header: t('institution.assessed-on'),
          cell: (one) => <DayText day={one.assessedOn} />,
        },
        { key: 'until', header: t('institution.assess-until'), cell: (one) => <DayText day={one.until} /> },
        {
          key: 'files',
          header: evidence('evidence.files'),
          cell: (one) => <EvidenceFiles files={one.files} base={base} />,
        },
        { key: 'by', header: t('institution.recorded-by'), cell: (one) => one.by },
      ]}
    />
  );
}
