import { Link } from '@remix-run/react';
import { uploadText } from '~/text/upload.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showBytes } from '~/ui/format.ts';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type OpenUpload = {
  readonly id: string;
  readonly item: { readonly code: string; readonly name: Named };
  readonly fileName: string;
  readonly bytes: number;
  readonly received: number;
  readonly startedAt: string;
  readonly expiresOn: string;
};

/** Uploads that stopped on the way and wait to go on. */
export function OpenUploads({ uploads, base }: { uploads: readonly OpenUpload[]; base: string }) {
  const t = useText(uploadText);
  const columns = useColumns(base);
  if (uploads.length === 0) return null;
  return (
    <Section title={t('upload.open.list')}>
      <DataTable
        caption={t('upload.open.list')}
        captionHidden
        columns={columns}
        rows={uploads}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

function useColumns(base: string): Column<OpenUpload>[] {
  const t = useText(uploadText);
  const named = useNamed();
  return [
    {
      key: 'file',
      header: t('upload.file'),
      primary: true,
      cell: ({ id, fileName }) => (
        <Link to={`${base}/uploads/${id}`} className="link break-all">
          {fileName}
        </Link>
      ),
    },
    { key: 'item', header: t('upload.item'), cell: ({ item }) => named(item.name) },
    { key: 'progress', header: t('upload.progress'), cell: (upload) => <UploadBar {...upload} /> },
    { key: 'began', header: t('upload.began'), cell: ({ startedAt }) => <InstantText at={startedAt} /> },
    { key: 'expires', header: t('upload.expires'), cell: ({ expiresOn }) => <DayText day={expiresOn} /> },
  ];
}

/** How much of a file is here. */
export function UploadBar({ received, bytes }: Pick<OpenUpload, 'received' | 'bytes'>) {
  const t = useText(uploadText);
  const percent = Math.floor((received / bytes) * 100);
  return (
    <ProgressBar
      label={<span className="sr-only">{t('upload.progress')}</span>}
      value={received}
      max={bytes}
      detail={t('upload.of', showBytes(received), showBytes(bytes), percent)}
    />
  );
}
