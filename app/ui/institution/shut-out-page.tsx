import type { ShutOutWords } from '~/text/shut-out.ts';
import { ButtonRow, LinkButton } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { Notice } from '~/ui/parts/notice.tsx';

/** Instead of a page, for people whose institution may not read now. */
export const ShutOutPage = ({ title, notice, lines, account }: ShutOutWords) => (
  <div className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-10 sm:py-16">
    <h1 className="font-display text-3xl font-bold">{title}</h1>
    <Notice tone="warn" title={notice} />
    <DefinitionList items={[...lines]} />
    <ButtonRow>
      <LinkButton to="/account" variant="secondary">
        {account}
      </LinkButton>
    </ButtonRow>
  </div>
);
