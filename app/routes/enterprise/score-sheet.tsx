import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ScoreSheetId } from '~/domain/kernel/id.ts';
import { view } from '~/server/http/view.ts';
import { showSheet } from '~/server/score/show-sheet.ts';
import { scoreText } from '~/text/score-page.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { SheetPage } from '~/ui/score/score-page.tsx';

export const meta = pageTitle(scoreText, 'score.sheet-title');

export const loader = view({
  can: 'score.read-own',
  audit: null,
  params: z.object({ sheetId: z.uuid() }),
  load: ({ actor, params }) => showSheet(actor, params.sheetId as ScoreSheetId),
});

export default function ScoreSheetPage() {
  return <SheetPage score={useLoaderData<typeof loader>()} />;
}
