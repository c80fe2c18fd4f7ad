import type { ReactNode } from 'react';
import { documentKinds, isShown, largestDocument } from '~/domain/institution/document-kind.ts';
import { evidenceText } from '~/text/institution-evidence.ts';
import { replyTo } from '~/ui/form-reply.ts';
import { showBytes, showDay } from '~/ui/format.ts';
import type { Assessment } from '~/ui/institution/assessments.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type EvidenceFile = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
};

const accepted = Object.keys(documentKinds)
  .map((kind) => `.${kind}`)
  .join(',');

/** The field for reports, with what is accepted said before choosing. */
export function EvidenceField() {
  const t = useText(evidenceText);
  return (
    <FileField
      name="files"
      label={t('evidence.files')}
      hint={t('evidence.files-hint')}
      accept={accepted}
      maxBytes={largestDocument}
      multiple
    />
  );
}

type Props = {
  readonly files: readonly EvidenceFile[];
  /** The address that serves them; null for readers who may know of a report and not open it. */
  readonly base: string | null;
  /** What stands where there is none. */
  readonly empty?: ReactNode;
};

/** The files of one assessment: kept or viewed. */
export function EvidenceFiles({ files, base, empty }: Props) {
  const t = useText(evidenceText);
  if (files.length === 0 && empty !== undefined) return empty;
  if (files.length === 0) return <span className="text-ink-soft">{t('evidence.none')}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-baseline gap-x-3 break-all">
          {base === null ? file.name : <TextLink to={`${base}/${file.id}`} download children={file.name} />}
          {base !== null && isShown(file.contentType) ? (
            <a
              href={`${base}/${file.id}?show=1`}
              target="_blank"
              rel="noreferrer"
              aria-label={`${t('evidence.show')} ${file.name}`}
              className="text-sm underline underline-offset-4"
            >
              {t('evidence.show')}
            </a>
          ) : null}
          <span className="text-ink-soft text-sm">{showBytes(file.bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Files for an assessment that is on record already. */
export function AddEvidence({ assessments, reply }: { assessments: readonly Assessment[]; reply: unknown }) {
  const t = useText(evidenceText);
  const locale = useLocale();
  const options = assessments.map((one) => ({
    value: one.id,
    label: t('evidence.choice', one.reportNo, showDay(one.assessedOn, locale)),
  }));
  return (
    <PostForm id="evidence" encType="multipart/form-data" result={replyTo(reply, 'evidence')?.submission}>
      <input type="hidden" name="intent" value="evidence" />
      <SelectField
        name="assessment"
        label={t('evidence.add-to')}
        options={options}
        defaultValue={options[0]?.value}
      />
      <EvidenceField />
      <div>
        <Button type="submit" variant="secondary">
          {t('evidence.add')}
        </Button>
      </div>
    </PostForm>
  );
}
