import { matchText } from '~/text/match.ts';
import type { RoomRow } from '~/ui/match/match-data.ts';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** What the firm may still have subsidised, scheme by scheme; nothing where no scheme covers it. */
export function SubsidyRooms({ rooms }: { rooms: readonly RoomRow[] }) {
  const t = useText(matchText);
  const columns = useRoomColumns();
  if (rooms.length === 0) return null;
  return (
    <Section title={t('match.room.title')} lede={t('match.room.lede')}>
      <DataTable
        caption={t('match.room.title')}
        captionHidden
        columns={columns}
        rows={rooms}
        rowKey={(room) => room.code}
      />
    </Section>
  );
}

function useRoomColumns(): Column<RoomRow>[] {
  const t = useText(matchText);
  const locale = useLocale();
  return [
    {
      key: 'scheme',
      header: t('match.room.scheme'),
      primary: true,
      cell: (room) => (locale === 'en' ? room.en : room.zh),
    },
    {
      key: 'left',
      header: t('match.room.left'),
      align: 'end',
      cell: (room) =>
        room.leftFen === null ? t('match.room.open') : <Money fen={room.leftFen} style="short" />,
    },
    {
      key: 'used',
      header: t('match.room.used'),
      align: 'end',
      cell: (room) => <Money fen={room.usedFen} style="short" />,
    },
    { key: 'until', header: t('match.room.until'), cell: (room) => <DayText day={room.drawUntil} /> },
  ];
}
