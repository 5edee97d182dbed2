// What the parties did for a commitment, as its page shows it.
import { ContributionSection, type ContributionSectionProps } from "@/components/contributions/contribution-section";
import { partyChoices } from "@/components/parties/party-choices";
import { may } from "@/domain/permissions";
import type { Actor } from "@/server/auth/actor";
import { listContributions } from "@/server/contributions";
import { listParties } from "@/server/parties";

type Props = Pick<ContributionSectionProps, "commitmentId" | "evidence" | "locale"> & { actor: Actor };

export async function CommitmentContributions({ actor, commitmentId, evidence, locale }: Props) {
  const [contributions, parties] = await Promise.all([listContributions(actor, commitmentId), listParties(actor)]);
  return (
    <ContributionSection
      {...{ commitmentId, contributions, evidence, locale }}
      parties={partyChoices(parties, locale)}
      mayAdd={may(actor, "contribution:add")}
    />
  );
}
