import { useRef } from 'react';
import { deliveryText } from '~/text/delivery.ts';
import { uploadText } from '~/text/upload.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useText } from '~/ui/text.ts';
import { SendProgress } from './send-progress.tsx';
import { useSending } from './use-sending.ts';

export type UploadFormProps = {
  readonly items: readonly { readonly code: string; readonly name: Named; readonly provider: Named }[];
  readonly base: string;
  readonly maxBytes: number;
  readonly partBytes: number;
};

const encodings = ['auto', 'utf-8', 'gb18030'] as const;

/** Item, encoding and file. With scripts the file goes in parts and can go on; without, as one form. */
export function UploadForm({ items, base, maxBytes, partBytes }: UploadFormProps) {
  const t = useText(deliveryText);
  const u = useText(uploadText);
  const named = useNamed();
  const chosen = useRef<File | null>(null);
  const { state, begin, goOn, pause } = useSending(base, partBytes);
  const isBusy = state.phase === 'sending' || state.phase === 'checking';

  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    const item = String(form.get('item') ?? '');
    if (!(file instanceof File) || file.name === '' || file.size === 0 || item === '') return;
    event.preventDefault();
    chosen.current = file;
    void begin(file, { item, encoding: String(form.get('encoding') ?? 'auto') });
  };

  return (
    <CommandForm encType="multipart/form-data" onSubmit={onSubmit}>
      <SelectField
        name="item"
        label={t('delivery.upload.item')}
        empty={t('delivery.upload.item-empty')}
        required
        width="full"
        options={items.map(({ code, name, provider }) => ({
          value: code,
          label: named(name),
          group: named(provider),
        }))}
      />
      <SelectField
        name="encoding"
        label={t('delivery.upload.encoding')}
        options={encodings.map((value) => ({ value, label: t(`delivery.upload.encoding.${value}`) }))}
      />
      <FileField
        name="file"
        label={t('delivery.upload.file')}
        hint={u('upload.resumable')}
        accept=".csv,.gz,.xlsx,.jsonl,.ndjson,.json"
        maxBytes={maxBytes}
        required
      />
      <SendProgress
        state={state}
        onPause={pause}
        onGoOn={() => {
          if (state.id && chosen.current) void goOn(state.id, chosen.current, state.sent);
        }}
      />
      <FormActions>
        <Button disabled={isBusy}>{t('delivery.upload.submit')}</Button>
      </FormActions>
    </CommandForm>
  );
}
