import { asPerson } from '~/server/access/actor.ts';
import { download } from '~/server/http/download.ts';
import { exportModel } from '~/server/modelling/export-model.ts';
import { cardFileParams } from '~/server/modelling/forms.ts';

export const loader = download({
  can: 'modelling.read',
  audit: null,
  params: cardFileParams,
  file: ({ actor, params, locale }) => exportModel(asPerson(actor), params, locale),
});
