import type { Example } from './example.ts';
import { barExamples } from './examples-bars.tsx';
import { chartExamples } from './examples-chart.tsx';
import { dataExamples } from './examples-data.tsx';
import { formExamples } from './examples-form.tsx';
import { frameExamples } from './examples-frame.tsx';
import { showExamples } from './examples-show.tsx';

/** Every part in its states, to be rendered on one page, checked and looked at. */
export const allExamples: readonly Example[] = [
  ...formExamples,
  ...showExamples,
  ...dataExamples,
  ...chartExamples,
  ...barExamples,
];

/** The examples that are whole pages. */
export const framedExamples: readonly Example[] = [...frameExamples];
