import { accessText } from '~/text/access.ts';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

/** A new sign-in name and password, as every registration asks for them. */
export function AccountFields({ leastPassword }: { leastPassword: number }) {
  const t = useText(accessText);
  return (
    <>
      <TextField
        name="login"
        label={t('access.login.name')}
        hint={t('access.login-hint')}
        autoComplete="username"
        code
        required
      />
      <TextField
        name="password"
        type="password"
        label={t('access.new-password')}
        hint={t('access.password-hint', leastPassword)}
        autoComplete="new-password"
        required
      />
    </>
  );
}
