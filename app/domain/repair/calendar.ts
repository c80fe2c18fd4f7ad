import { addDays, type Day } from '~/domain/kernel/day.ts';

/** An entry of a whole day in a calendar. */
export type CalendarEntry = {
  readonly id: string;
  readonly on: Day;
  readonly title: string;
  readonly note: string;
};

const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n');

/** Lines of at most 75 bytes, folded between characters (RFC 5545, 3.1). */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let [out, room] = ['', 75];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (bytes > room) {
      out += '\r\n ';
      room = 74;
    }
    out += character;
    room -= bytes;
  }
  return out;
}

const compact = (day: Day): string => day.replaceAll('-', '');

/** A calendar file (iCalendar, RFC 5545) with a reminder three days before each day. `at` is the instant it was made. */
export function calendarFile(entries: readonly CalendarEntry[], name: string, at: Date): string {
  const stamp = `${at.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`;
  const events = entries.flatMap(({ id, on, title, note }) => [
    'BEGIN:VEVENT',
    `UID:${id}@xinqiao`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(note)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P3D',
    'END:VALARM',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xinqiao//Rights//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
