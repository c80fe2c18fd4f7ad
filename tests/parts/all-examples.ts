import type { Example } from './example.ts';
import { chartExamples } from './examples-chart.tsx';
import { formExamples } from './examples-form.tsx';
import { frameExamples } from './examples-frame.tsx';
import { showExamples } from './examples-show.tsx';

/** Every part in its states, to be rendered on one page, checked and looked at. */
export const allExamples: readonly Example[] = [...formExamples, ...showExamples, ...chartExamples];

/** The examples that are whole pages. */
export const framedExamples: readonly Example[] = [...frameExamples];
