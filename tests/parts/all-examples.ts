import type { Example } from './example.ts';
import { formExamples } from './examples-form.tsx';
import { frameExamples } from './examples-frame.tsx';
import { showExamples } from './examples-show.tsx';

/** Every part in its states, to be rendered on one page, checked and looked at. */
export const allExamples: readonly Example[] = [...formExamples, ...showExamples];

/** The examples that are whole pages. */
export const framedExamples: readonly Example[] = [...frameExamples];
