import { formsOf, isFormOf } from '~/domain/policy/editor/change-form.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { policyEditorText, wordOption } from '~/text/policy-editor.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { type DifferenceShown, DifferenceTable } from '~/ui/policy/difference-table.tsx';
import { DraftForm } from '~/ui/policy/draft-form.tsx';
import { EditorForm } from '~/ui/policy/editor/editor-form.tsx';
import { type ExampleShown, ExampleTable } from '~/ui/policy/example-table.tsx';
import { DraftBadge } from '~/ui/policy/policy-badges.tsx';
import { SchemeFacts, type SchemeShown } from '~/ui/policy/policy-page.tsx';
import { SchemePlain } from '~/ui/policy/scheme-plain.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type DraftPageProps = {
  readonly id: string;
  readonly state: 'draft' | 'published' | 'discarded';
  readonly note: string;
  readonly basedOn: number;
  readonly base: SchemeShown | null;
  readonly view: 'form' | 'json';
  readonly form: string | undefined;
  readonly scheme: SchemeShown;
  readonly isMine: boolean;
  readonly draftedBy: string;
  readonly changedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly startsInThePast: boolean;
  readonly examples: readonly ExampleShown[];
  readonly differences: readonly DifferenceShown[];
  readonly regions: Readonly<Record<string, string>>;
};

/** A draft of a version: what it changes, whether its examples come out, the editor of its maker, the second person's decision. */
export function DraftPage(draft: DraftPageProps) {
  const { scheme, regions } = draft;
  const t = useText(policyDeskText);
  const name = useLocale() === 'en' ? scheme.nameEn : scheme.nameZh;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: t('policy.title'), to: '/operator/policies' },
          { label: name, to: `/operator/policies/${scheme.code}` },
          { label: t('policy.draft') },
        ]}
        title={t('policy.draft-title', name, scheme.version)}
        lede={draft.note || t('policy.note-missing')}
        badge={<DraftBadge state={draft.state} />}
        actions={
          <LinkButton to={`/operator/simulations?draft=${draft.id}`} variant="secondary">
            {t('policy.simulate')}
          </LinkButton>
        }
      />
      <DraftFacts draft={draft} />
      {draft.startsInThePast && draft.state === 'draft' ? (
        <Notice tone="info" title={t('policy.past')} />
      ) : null}
      <Section title={t('policy.differences')} lede={t('policy.based-on', draft.basedOn)}>
        <DifferenceTable differences={draft.differences} titles={draft.examples} />
      </Section>
      <Section title={t('policy.examples')} lede={t('policy.examples-about')}>
        <ExampleTable examples={draft.examples} />
      </Section>
      <Section title={t('policy.plain')}>
        <SchemeFacts scheme={scheme} regions={regions} />
        <SchemePlain scheme={scheme} regions={regions} />
      </Section>
      {draft.state === 'draft' ? <Decide draft={draft} /> : null}
      {draft.state === 'draft' && draft.isMine ? <Edit draft={draft} /> : null}
    </div>
  );
}

/** The two ways to edit a draft, each with its own address. */
function Edit({ draft }: { draft: DraftPageProps }) {
  const t = useText(policyDeskText);
  const editor = useText(policyEditorText);
  const { view, scheme, note } = draft;
  const here = `/operator/policy-drafts/${draft.id}`;
  return (
    <Section title={t('policy.edit')} lede={editor(view === 'json' ? 'editor.json-lede' : 'editor.lede')}>
      <TabLinks
        label={editor('editor.views')}
        items={[
          { to: here, label: editor('editor.as-form'), current: view === 'form' },
          { to: `${here}?view=json`, label: editor('editor.as-json'), current: view === 'json' },
        ]}
      />
      {view === 'json' ? (
        <DraftForm scheme={scheme} note={note} />
      ) : (
        <>
          <Formulas draft={draft} here={here} />
          <EditorForm
            key={`${draft.changedAt} ${draft.form}`}
            scheme={scheme}
            base={draft.base}
            note={note}
            form={draft.form}
          />
        </>
      )}
    </Section>
  );
}

/** The formulas that the scheme may work by: the one in the form, and the others a click away. */
function Formulas({ draft, here }: { draft: DraftPageProps; here: string }) {
  const t = useText(policyEditorText);
  const locale = useLocale();
  const kind = draft.scheme.kind as Scheme['kind'];
  const saved = (draft.scheme as unknown as Scheme).body.form;
  const chosen = draft.form && isFormOf(kind, draft.form) ? draft.form : saved;
  return (
    <TabLinks
      label={t('editor.formulas')}
      items={formsOf[kind].map((form) => ({
        to: form === saved ? here : `${here}?form=${form}`,
        label: wordOption(form, locale),
        current: form === chosen,
      }))}
    />
  );
}

function DraftFacts({ draft }: { draft: DraftPageProps }) {
  const t = useText(policyDeskText);
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('policy.drafted-by'), value: draft.draftedBy },
        { term: t('policy.changed-at'), value: <InstantText at={draft.changedAt} /> },
        ...(draft.decidedBy && draft.decidedAt
          ? [
              {
                term: t('policy.decided-by'),
                value: draft.decidedBy,
                note: <InstantText at={draft.decidedAt} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Decide({ draft }: { draft: DraftPageProps }) {
  const t = useText(policyDeskText);
  return (
    <Section title={t('policy.decide')}>
      {draft.isMine ? (
        <Notice tone="info" title={t('policy.publish-other')} />
      ) : (
        <CommandForm intent="publish">
          <p className="measure">{t('policy.publish-ask')}</p>
          <div>
            <Button type="submit">{t('policy.publish')}</Button>
          </div>
        </CommandForm>
      )}
      <ConfirmStep ask={t('policy.discard')} title={t('policy.discard-ask')} tone="danger">
        <CommandForm intent="discard">
          <div>
            <Button type="submit" variant="danger">
              {t('policy.discard')}
            </Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </Section>
  );
}
