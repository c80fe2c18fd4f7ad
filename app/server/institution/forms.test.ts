import { expect, test } from 'vitest';
import { assessmentForm } from './forms.ts';

const whole = { until: '2027-05-01', assessedOn: '2026-11-01', assessor: '某测评中心', reportNo: 'R-1' };
const none = { assessedOn: '', assessor: '', reportNo: '' };

test('the evidence of an assessment is given whole or not at all', () => {
  expect(assessmentForm.parse(whole).assessed.evidence).toEqual({
    assessedOn: '2026-11-01',
    assessor: '某测评中心',
    reportNo: 'R-1',
  });
  expect(assessmentForm.parse({ until: '', ...none })).toEqual({
    assessed: { until: null, evidence: null },
    files: [],
  });
  for (const field of ['assessedOn', 'assessor', 'reportNo'] as const)
    expect(assessmentForm.safeParse({ ...whole, [field]: '' }).error?.issues).toMatchObject([
      { message: 'institution.evidence-missing', path: [field] },
    ]);
});
