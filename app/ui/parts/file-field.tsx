import { partsText } from '~/text/parts.ts';
import { showBytes } from '~/ui/format.ts';
import { useText } from '~/ui/text.ts';
import { FieldFrame, FieldHint, type FieldProps, useField } from './field.tsx';

type FileFieldProps = FieldProps & {
  /** As the attribute: `.csv,.zip,application/pdf`. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  maxBytes?: number | undefined;
};

/** Files from the person's machine; what is accepted is said before choosing, not after. */
export function FileField({ accept, multiple, maxBytes, ...rest }: FileFieldProps) {
  const t = useText(partsText);
  const field = useField(rest);
  const limits = [
    accept &&
      t(
        'parts.file-kinds',
        accept
          .split(',')
          .map((kind) => kind.trim())
          .join(' '),
      ),
    maxBytes && t('parts.file-size', showBytes(maxBytes)),
  ].filter(Boolean);
  const described = [field.control['aria-describedby'], limits.length > 0 && `${field.id}-limits`];
  return (
    <FieldFrame field={field} props={rest}>
      <input
        {...field.control}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        className="block w-full max-w-xl rounded-control border border-dashed border-edge bg-sheet p-3 text-sm file:mr-4 file:min-h-9 file:cursor-pointer file:rounded-control file:border file:border-edge file:bg-well file:px-4 file:font-medium file:text-brand-700 hover:border-brand-600 aria-invalid:border-bad"
      />
      {limits.length > 0 ? <FieldHint id={`${field.id}-limits`}>{limits.join(' · ')}</FieldHint> : null}
    </FieldFrame>
  );
}
