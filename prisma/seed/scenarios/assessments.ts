import { institutionId } from '#prisma/seed/institutions.ts';
import { seedId } from '#prisma/seed/seed-id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openSheet } from '~/server/platform/pdf-sheet.ts';
import { openStorage } from '~/server/platform/storage.ts';

/** Institutions whose report is at hand; of the others the demo shows what a missing one looks like. */
const reported = ['bank-qiaotou', 'bank-hezhou', 'guarantor-province', 'insurer-huxin'] as const;

/** The reports behind the demo institutions' assessments; told once. */
export async function seedAssessmentReports(): Promise<void> {
  for (const code of reported) {
    const id = seedId('assessment-report', code);
    const sheet = await openSheet({
      title: '安全评估报告（演示）',
      author: '演示测评中心',
      footer: `DEMO-${code}`,
      locale: 'zh-CN',
    });
    sheet.title('安全评估报告（演示）', `报告编号 DEMO-${code}`);
    sheet.list(['访问控制、传输加密、日志留存、应急预案：符合。', '本文件为演示数据，不是真实的测评结论。']);
    const bytes = await sheet.finish();
    const sha256 = await openStorage().keep(bytes);
    await withActor(system('seed.assessments'), (tx) =>
      tx.assessmentDocument.createMany({
        data: [
          {
            id,
            sha256,
            institutionId: institutionId(code),
            assessmentId: seedId<string>('assessment', code),
            name: `安全评估报告-${code}.pdf`,
            contentType: 'application/pdf',
            bytes: bytes.byteLength,
            addedBy: institutionId('platform'),
            addedByName: '演示数据',
            addedAt: clock.now(),
          },
        ],
        skipDuplicates: true,
      }),
    );
  }
}
