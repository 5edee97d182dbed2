// One contribution to a commitment: who it is of, what it says, and what may be done with it.
import { useTranslations } from "next-intl";
import { contributionDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { tagWords } from "@/domain/tag-terms";
import { Link } from "@/i18n/navigation";
import type { ContributionView } from "@/server/contributions";
import { ContributionDate, ContributionFacts } from "./contribution-facts";
import { type ContributionFieldsProps, EditContributionForm } from "./contribution-form";
import { RemoveContribution } from "./remove-contribution";

export function ContributionItem({
  contribution,
  ...fields
}: ContributionFieldsProps & { contribution: ContributionView }) {
  const t = useTranslations("contributions");
  const { id, version, party, body, datedOn, evidence, mayEdit, mayRemove } = contribution;
  const name = tagWords(party.name, fields.locale);
  const citationIds = evidence.map(({ citationId }) => citationId);
  return (
    <li
      id={`contribution-${id}`}
      className="grid gap-2 py-4 first:pt-1 target:bg-accent-soft has-[[data-going]]:hidden"
    >
      <FormPlace draft={contributionDraft(id)} mayOpen={mayEdit}>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h3 className="font-semibold">
            <Link href={`/parties/${party.partyId}`} className="link">
              <bdi>{name}</bdi>
            </Link>
          </h3>
          <ContributionDate datedOn={datedOn} />
        </div>
        <OpenedForm
          label={t("editForm")}
          className="rounded-md border border-edge bg-panel p-4 sm:p-5"
          instead={<ContributionFacts contribution={contribution} />}
        >
          <EditContributionForm contribution={{ id, version, party, body, datedOn, citationIds }} {...fields} />
        </OpenedForm>
        {(mayEdit || mayRemove) && (
          <RemoveContribution
            {...{ contributionId: id, version, name, mayRemove }}
            edit={
              mayEdit && (
                <OpenFormButton variant="quiet" aria-label={t("editNamed", { name })}>
                  {t("edit")}
                </OpenFormButton>
              )
            }
          />
        )}
      </FormPlace>
    </li>
  );
}
