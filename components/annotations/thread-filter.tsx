// Narrows the threads on a document: a plain form whose answer is an address.
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { textPageHref } from "@/components/documents/addresses";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { LinkButton } from "@/components/ui/link-button";
import { tagWords } from "@/domain/tag-terms";
import { isFiltered, type ThreadFilter, threadConcerns, threadKinds, threadStates } from "@/domain/thread-filter";
import { getPathname } from "@/i18n/navigation";
import type { AnnotationChoices } from "@/server/annotation-choices";

export interface ThreadFilterFormProps {
  slug: string;
  filter: ThreadFilter;
  /** Which page of the text is shown. */
  page: number;
  /** The threads on the whole text: all, those that the filter leaves, and the pages where these are. */
  counts: { total: number; found: number; onPages: readonly number[] };
  choices: AnnotationChoices;
}

export function ThreadFilterForm({ slug, filter, page, counts, choices }: ThreadFilterFormProps) {
  const t = useTranslations("annotations.filter");
  const form = <Fields slug={slug} filter={filter} choices={choices} />;
  if (!isFiltered(filter)) return <Fold label={t("label")}>{form}</Fold>;
  return (
    <div className="grid gap-3">
      {form}
      <p role="status" className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
        {t("shown", { shown: counts.found, total: counts.total })}
        <LinkButton href={`/documents/${slug}`} variant="quiet" size="small">
          {t("clear")}
        </LinkButton>
      </p>
      <Elsewhere slug={slug} filter={filter} page={page} onPages={counts.onPages} />
    </div>
  );
}

/** Of the pages with what was looked for, the nearest ones before and after this. */
function Elsewhere({
  slug,
  filter,
  page,
  onPages,
}: Pick<ThreadFilterFormProps, "slug" | "filter" | "page"> & { onPages: readonly number[] }) {
  const t = useTranslations("annotations.filter");
  const near = [onPages.findLast((number) => number < page), onPages.find((number) => number > page)];
  const links = near.filter((number) => number !== undefined);
  if (links.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
      {t(onPages.includes(page) ? "alsoOn" : "onlyOn")}
      {links.map((number) => (
        <LinkButton key={number} href={textPageHref(slug, number, filter)} variant="quiet" size="small">
          {t("onPage", { page: number })}
        </LinkButton>
      ))}
    </p>
  );
}

function Fields({ slug, filter, choices }: Pick<ThreadFilterFormProps, "slug" | "filter" | "choices">) {
  const t = useTranslations("annotations.filter");
  const kinds = useTranslations("annotations.kinds");
  const locale = useLocale();
  return (
    <Form
      // A form that was filled from one address is another form at the next.
      key={JSON.stringify(filter)}
      role="search"
      aria-label={t("label")}
      action={getPathname({ href: `/documents/${slug}`, locale })}
      className="grid grid-cols-2 items-end gap-3 py-2 lg:grid-cols-3 print:hidden"
    >
      <SelectField
        label={t("person")}
        name="person"
        defaultValue={filter.person ?? ""}
        required={false}
        placeholder={t("anyone")}
        options={choices.members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      />
      <SelectField
        label={t("tag")}
        name="tag"
        defaultValue={filter.tag ?? ""}
        required={false}
        placeholder={t("anyTag")}
        options={choices.tags.map(({ id, name }) => ({ value: id, label: tagWords(name, locale) }))}
      />
      <SelectField
        label={t("kind")}
        name="kind"
        defaultValue={filter.kind ?? ""}
        required={false}
        placeholder={t("anyKind")}
        options={threadKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      <SelectField
        label={t("state")}
        name="state"
        defaultValue={filter.state ?? ""}
        required={false}
        placeholder={t("anyState")}
        options={threadStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
      />
      <SelectField
        label={t("concern")}
        name="concern"
        defaultValue={filter.concern ?? ""}
        required={false}
        placeholder={t("anyConcern")}
        options={threadConcerns.map((concern) => ({ value: concern, label: t(`concerns.${concern}`) }))}
      />
      <div>
        <Button type="submit">{t("apply")}</Button>
      </div>
    </Form>
  );
}
