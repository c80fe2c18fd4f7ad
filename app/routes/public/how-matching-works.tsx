import { view } from '~/server/http/view.ts';
import { matchText } from '~/text/match.ts';
import { HowMatchingWorksPage } from '~/ui/match/how-matching-works.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(matchText, 'how.title');

export const loader = view({ can: 'public', audit: null, load: async () => ({}) });

export default HowMatchingWorksPage;
