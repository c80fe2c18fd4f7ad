import type { ReactNode } from 'react';
import { type MetricCode, recordsOf } from '~/domain/overview/metric.ts';
import { metricText } from '~/text/metric.ts';
import { useViewer } from '~/ui/overview/viewer.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { Figure } from '~/ui/parts/figures.tsx';
import { useText } from '~/ui/text.ts';

type Props = {
  readonly code: MetricCode;
  readonly value: ReactNode;
  readonly label?: string | undefined;
  readonly note?: ReactNode;
  readonly size?: 'md' | 'lg' | undefined;
  /** The records as the page narrows them, where that is more than the entry says. */
  readonly to?: string | undefined;
};

/** A tile of a desk: its name and figure, the records it opens for whoever may see them, and its entry in the dictionary. */
export function MetricFigure({ code, value, label, note, size, to }: Props) {
  const t = useText(metricText);
  const role = useViewer();
  const own = role ? recordsOf(code, role) : null;
  const records = own && (to ?? own);
  const name = label ?? t(`metric.${code}`);
  return (
    <Figure
      label={name}
      value={records ? <TextLink to={records}>{value}</TextLink> : value}
      note={
        <>
          {note ? <span className="block">{note}</span> : null}
          <TextLink to={`/definitions#${code}`}>
            {t('metric.what')}
            <span className="sr-only"> {name}</span>
          </TextLink>
        </>
      }
      size={size}
    />
  );
}
