import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { Button } from './button.tsx';

/** Prints this page. Shown once scripts run: without them the browser's own menu prints. */
export function PrintButton() {
  const t = useText(partsText);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready ? (
    <Button type="button" variant="secondary" icon={Printer} onClick={() => window.print()}>
      {t('parts.print')}
    </Button>
  ) : null;
}
