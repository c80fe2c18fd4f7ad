import type { ReactNode } from 'react';
import type { Locale } from '~/text/define.ts';
import { type MoneyStyle, showDay, showFen, showInstant, showPpm, showRelativeDay } from '~/ui/format.ts';
import { useLocale } from '~/ui/text.ts';
import { cx, type Tone, toneText } from './class-names.ts';

/** An amount given in fen. A shortened one carries the exact amount as its title. */
export const Money = ({ fen, style }: { fen: string | bigint; style?: MoneyStyle | undefined }) =>
  money(fen, useLocale(), style);

/** The same for the rows of a long list: no component for each of a thousand amounts. */
export const money = (fen: string | bigint, locale: Locale, style: MoneyStyle = 'exact') => (
  <data
    value={String(fen)}
    title={style === 'short' ? showFen(fen, locale) : undefined}
    className="num whitespace-nowrap"
  >
    {showFen(fen, locale, style)}
  </data>
);

/** A rate given in parts per million, as a percentage. */
export function Rate({ ppm, decimals = 2 }: { ppm: number; decimals?: 0 | 1 | 2 | 3 | 4 | undefined }) {
  const locale = useLocale();
  return <span className="num whitespace-nowrap">{showPpm(ppm, locale, decimals)}</span>;
}

type DayTextProps = {
  day: string;
  /** When given, the distance from it follows the date. */
  today?: string | undefined;
  precision?: 'day' | 'month' | 'year' | undefined;
  style?: 'long' | 'short' | undefined;
};

/** A business date as precise as its source gave it. */
export function DayText({ day, today, precision = 'day', style = 'short' }: DayTextProps) {
  const locale = useLocale();
  const kept = precision === 'year' ? day.slice(0, 4) : precision === 'month' ? day.slice(0, 7) : day;
  return (
    <time dateTime={kept} className="num whitespace-nowrap">
      {showDay(day, locale, style, precision)}
      {today ? (
        <span className="ml-1.5 text-sm text-ink-soft">{showRelativeDay(day, today, locale)}</span>
      ) : null}
    </time>
  );
}

/** An instant to the minute, in the business zone. */
export const InstantText = ({ at }: { at: string }) => instant(at, useLocale());

/** The same for the rows of a long list. */
export const instant = (at: string, locale: Locale) => (
  <time dateTime={at} className="num whitespace-nowrap">
    {showInstant(at, locale)}
  </time>
);

type FigureProps = {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  note?: ReactNode;
  change?: { text: string; tone: Tone } | undefined;
  size?: 'md' | 'lg' | undefined;
};

/** A key figure: its name, the figure, and what it means. Stands inside a FigureRow. */
export function Figure({ label, value, unit, note, change, size = 'md' }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 border-l-2 border-line-strong pl-4">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd>
        <span className={cx('num font-semibold', size === 'lg' ? 'text-4xl' : 'text-2xl')}>{value}</span>
        {unit ? <span className="ml-1 text-sm whitespace-nowrap text-ink-soft">{unit}</span> : null}
        {change ? (
          <span className={cx('num ml-2 text-sm font-medium whitespace-nowrap', toneText[change.tone])}>
            {change.text}
          </span>
        ) : null}
        {note ? <span className="mt-0.5 block text-sm text-ink-soft">{note}</span> : null}
      </dd>
    </div>
  );
}

/** Key figures side by side. */
export function FigureRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,10rem),1fr))] gap-x-6 gap-y-5">
      {children}
    </dl>
  );
}
