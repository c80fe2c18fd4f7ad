import { accept, type Result } from '~/domain/kernel/result.ts';
import { type BundleRefusal, openBundle } from '~/domain/report/bundle.ts';
import { signText } from '~/server/platform/signing.ts';
import { isSealed } from '~/server/score/card-file.ts';

/** Whether a file is a report as this platform signed it; the value is the address that says how it stands today. */
export async function verifyBundle(text: string): Promise<Result<string, BundleRefusal>> {
  const opened = openBundle(text, signText('').keyId, isSealed);
  return opened.ok ? accept(opened.value.report.verifyPath) : opened;
}
