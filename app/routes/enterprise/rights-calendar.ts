import { download } from '~/server/http/download.ts';
import { makeCalendar } from '~/server/restatement/make-calendar.ts';

export const loader = download({
  can: 'objection.read-own',
  audit: null,
  file: ({ actor, locale }) => makeCalendar(actor, locale),
});
