import { isShown } from '~/domain/institution/document-kind.ts';
import { applicationText } from '~/text/application.ts';
import { showBytes } from '~/ui/format.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';
import type { DocumentShown } from './application-shown.ts';

/** The documents of an application; `base` is the address that serves them. */
export function DocumentTable({ documents, base }: { documents: readonly DocumentShown[]; base: string }) {
  const t = useText(applicationText);
  return (
    <DataTable
      caption={t('app.documents')}
      captionHidden
      rows={documents}
      rowKey={(document) => document.id}
      empty={<p className="text-ink-soft">{t('app.no-documents')}</p>}
      columns={[
        {
          key: 'name',
          header: t('app.document'),
          primary: true,
          cell: (document) => (
            <span className="flex flex-wrap items-baseline gap-x-4">
              <TextLink to={`${base}/${document.id}`} download>
                {document.name}
              </TextLink>
              {isShown(document.contentType) ? (
                <a
                  href={`${base}/${document.id}?show=1`}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`${t('app.document-show')} ${document.name}`}
                  className="text-sm underline underline-offset-4"
                >
                  {t('app.document-show')}
                </a>
              ) : null}
            </span>
          ),
        },
        {
          key: 'size',
          header: t('app.document-size'),
          align: 'end',
          cell: (document) => showBytes(document.bytes),
        },
        {
          key: 'at',
          header: t('app.document-at'),
          cell: (document) => <InstantText at={document.uploadedAt} />,
        },
        {
          key: 'hash',
          header: t('app.document-hash'),
          cell: (document) => <HashChip value={document.sha256} label={t('app.document-hash')} keep={6} />,
        },
      ]}
    />
  );
}
