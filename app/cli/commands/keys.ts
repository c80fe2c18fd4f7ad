import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { carryKeys, keysIn, vaultFolder } from '~/server/platform/vault.ts';
import { repeatErasures } from '~/server/privacy/erase-person.ts';
import { proveErasures } from '~/server/privacy/prove-erasures.ts';
import { translate } from '~/text/define.ts';
import { keysCliText } from '~/text/keys-cli.ts';
import { defineCommand, folder, textOption } from '../command.ts';
import { UsageError } from '../parse.ts';

const actor = system('cli.keys');

/** `keys mirror --to DIR` and `keys verify`: the key store beside the backups, and what erasures left of it. */
export const command = defineCommand({
  name: 'keys',
  summary: keysCliText['cli.keys.summary'],
  argument: { hint: 'mirror|verify', about: keysCliText['cli.keys.argument'] },
  options: { to: textOption(folder.optional(), 'DIR', keysCliText['cli.keys.to']) },
  async run({ argument, options, locale }) {
    const t = translate(keysCliText, locale);
    if (argument === 'verify') {
      const proof = await withActor(actor, proveErasures);
      const ok = proof.remaining === 0;
      const line = ok
        ? t('cli.keys.gone', proof.erasures, proof.keys)
        : t('cli.keys.remaining', proof.remaining);
      return { ok, json: { ok, ...proof }, lines: [line] };
    }
    if (argument !== 'mirror') throw new UsageError(t('cli.keys.unknown', argument));
    if (!options.to) throw new UsageError(t('cli.keys.where'));
    await withActor(actor, repeatErasures);
    const carried = carryKeys(vaultFolder(), options.to);
    const json = { ok: true, folder: options.to, ...carried, here: keysIn().length };
    return { ok: true, json, lines: [t('cli.keys.mirrored', carried.keys, carried.removed, options.to)] };
  },
});
