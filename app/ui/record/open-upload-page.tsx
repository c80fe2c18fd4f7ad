import { useState } from 'react';
import { deliveryText } from '~/text/delivery.ts';
import { uploadText } from '~/text/upload.ts';
import { useNamed } from '~/ui/catalogue/named.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useText } from '~/ui/text.ts';
import { type OpenUpload, UploadBar } from './open-uploads.tsx';
import { SendProgress } from './send-progress.tsx';
import { useSending } from './use-sending.ts';

export type OpenUploadPageProps = {
  readonly upload: OpenUpload & {
    readonly state: 'open' | 'finished' | 'discarded' | 'expired';
    readonly batchId: string | null;
  };
  readonly base: string;
  readonly partBytes: number;
};

/** One upload: how far it is, going on with it, giving it up. */
export function OpenUploadPage({ upload, base, partBytes }: OpenUploadPageProps) {
  const t = useText(uploadText);
  const d = useText(deliveryText);
  const named = useNamed();
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: d('delivery.upload.title'), to: `${base}/upload` }, { label: upload.fileName }]}
        title={t('upload.open.title')}
        lede={t('upload.open.lede')}
      />
      <Card>
        <div className="stack">
          <DefinitionList
            items={[
              { term: t('upload.file'), value: <span className="break-all">{upload.fileName}</span> },
              { term: t('upload.item'), value: named(upload.item.name) },
              { term: t('upload.began'), value: <InstantText at={upload.startedAt} /> },
              { term: t('upload.expires'), value: <DayText day={upload.expiresOn} /> },
            ]}
          />
          {upload.state === 'open' ? <GoOn upload={upload} base={base} partBytes={partBytes} /> : null}
          {upload.state === 'finished' ? (
            <Notice
              tone="good"
              title={t('upload.finished')}
              next={<LinkButton to={`${base}/batches/${upload.batchId}`}>{t('upload.see-batch')}</LinkButton>}
            />
          ) : null}
          {upload.state === 'discarded' || upload.state === 'expired' ? (
            <Notice
              tone="warn"
              title={t('upload.ended')}
              next={<LinkButton to={`${base}/upload`}>{t('upload.again')}</LinkButton>}
            />
          ) : null}
        </div>
      </Card>
    </div>
  );
}

function GoOn({ upload, base, partBytes }: OpenUploadPageProps) {
  const t = useText(uploadText);
  const [file, setFile] = useState<File | null>(null);
  const { state, goOn, pause } = useSending(base, partBytes);
  const fits = file !== null && file.size === upload.bytes;
  const from = state.phase === 'idle' ? upload.received : state.sent;
  return (
    <div className="stack">
      {state.phase === 'idle' ? <UploadBar received={upload.received} bytes={upload.bytes} /> : null}
      <form
        className="stack"
        onChange={(event) => {
          const { files } = event.target as HTMLInputElement;
          setFile(files?.[0] ?? null);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (file && fits) void goOn(upload.id, file, from);
        }}
      >
        <FileField
          name="file"
          label={t('upload.file')}
          {...(file && !fits && { error: t('upload.other-file', upload.fileName) })}
        />
        <SendProgress
          state={state}
          onPause={pause}
          onGoOn={() => {
            if (file && fits) void goOn(upload.id, file, from);
          }}
        />
        {state.phase === 'idle' ? (
          <div>
            <Button disabled={!fits}>{t('upload.go-on')}</Button>
          </div>
        ) : null}
      </form>
      <ConfirmStep ask={t('upload.discard')} title={t('upload.discard-ask')} tone="danger">
        <CommandForm>
          <div>
            <Button variant="danger">{t('upload.discard')}</Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </div>
  );
}
