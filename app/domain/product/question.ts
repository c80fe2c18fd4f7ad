/** Questions that a bank can put into its conditions, by what an answer looks like. */
export const plainQuestions = ['active', 'consent', 'first-loan'] as const;
export const numberQuestions = ['age', 'employees', 'revenue', 'assets', 'points', 'feature'] as const;
export const choiceQuestions = ['firm-kind', 'size', 'title', 'grade'] as const;
export const codeQuestions = ['region', 'industry'] as const;
export const questions = [
  ...plainQuestions,
  ...numberQuestions,
  ...choiceQuestions,
  ...codeQuestions,
  'ask',
] as const;
export type Question = (typeof questions)[number];
