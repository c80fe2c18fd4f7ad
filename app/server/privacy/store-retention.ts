import type { Tx } from '~/server/db/client.ts';

/** Removes what was received before an instant: the file as it came; its facts and its batch stay. */
export async function dropDeliveryFiles(tx: Tx, before: Date): Promise<number> {
  const whole = await tx.$executeRaw`
    delete from delivery_file f using record_batch b
    where b.id = f.batch_id and b.received_at < ${before} and b.state <> 'received'`;
  const inParts = await tx.$executeRaw`
    delete from upload_part p using upload u, record_batch b
    where u.id = p.upload_id and b.id = u.batch_id and b.received_at < ${before} and b.state <> 'received'`;
  return whole + inParts;
}

export const dropNotifications = (tx: Tx, before: Date): Promise<number> => tx.$executeRaw`
  delete from notification where created_at < ${before}`;
