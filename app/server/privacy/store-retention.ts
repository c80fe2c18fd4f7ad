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

/** Removes messages of before an instant, and with them the mails that told of them; a mail still to be sent keeps what it tells. */
export async function dropNotifications(tx: Tx, before: Date): Promise<number> {
  await tx.$executeRaw`delete from mail_item i using mail m where m.id = i.mail_id and m.created_at < ${before} and m.state <> 'pending'`;
  await tx.$executeRaw`delete from mail where created_at < ${before} and state <> 'pending'`;
  return tx.$executeRaw`
    delete from notification n
    where n.created_at < ${before} and not exists (select 1 from mail_item i where i.notification_id = n.id)`;
}
