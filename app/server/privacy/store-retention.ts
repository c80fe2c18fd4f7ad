import type { Tx } from '~/server/db/client.ts';

/** Removes what was received before an instant: the file as it came; its facts and its batch stay. */
export const dropDeliveryFiles = (tx: Tx, before: Date): Promise<number> => tx.$executeRaw`
  delete from delivery_file f using record_batch b
  where b.id = f.batch_id and b.received_at < ${before} and b.state <> 'received'`;

export const dropNotifications = (tx: Tx, before: Date): Promise<number> => tx.$executeRaw`
  delete from notification where created_at < ${before}`;
