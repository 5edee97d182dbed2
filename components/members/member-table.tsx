// Who is in the workspace, with what an admin can do beside each.
import { useTranslations } from "next-intl";
import type { MemberView } from "@/server/members";
import { ResetLink } from "../password-resets/reset-link";
import { DropTwoFactor } from "../two-factor/drop-two-factor";
import { Badge } from "../ui/badge";
import { CalendarDate, Code } from "../ui/bidi";
import { classNames } from "../ui/class-names";
import { RemoveMember } from "./remove-member";
import { RoleSelect } from "./role-select";

/** What the reader may do; the use cases decide, this only shows. */
export type MemberControls = { changeRole: boolean; resetPassword: boolean; dropTwoFactor: boolean; remove: boolean };

export type MemberTableProps = {
  members: readonly MemberView[];
  /** The reader's own membership. */
  ownId: string;
  controls: MemberControls;
};

const head = "pb-2 text-start font-normal text-muted text-sm";
const gap = "md:pe-4";
const cell = "py-3 align-middle max-md:block max-md:py-0.5";

export function MemberTable({ members, ownId, controls }: MemberTableProps) {
  const t = useTranslations("members");
  const hasActions = controls.resetPassword || controls.remove;
  return (
    <table className="w-full max-md:block">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className={classNames(head, gap)}>
            {t("columns.name")}
          </th>
          <th scope="col" className={classNames(head, gap)}>
            {t("columns.role")}
          </th>
          <th scope="col" className={classNames(head, gap)}>
            {t("columns.joined")}
          </th>
          {hasActions && (
            <th scope="col" className={head}>
              <span className="sr-only">{t("columns.actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {members.map((member) => (
          <MemberRow key={member.memberId} member={member} isOwn={member.memberId === ownId} controls={controls} />
        ))}
      </tbody>
    </table>
  );
}

type MemberRowProps = { member: MemberView; isOwn: boolean; controls: MemberControls };

function MemberRow({ member, isOwn, controls }: MemberRowProps) {
  const t = useTranslations("members");
  const role = useTranslations("roles");
  return (
    <tr className="border-rule border-t last:border-b max-md:block max-md:py-3 max-md:first:border-t-0">
      <th scope="row" className={classNames(cell, gap, "text-start font-normal")}>
        <span className="flex flex-wrap items-center gap-x-2 font-semibold">
          <bdi>{member.name}</bdi>
          {isOwn && <Badge>{t("you")}</Badge>}
          {member.hasTwoFactor && <Badge tone="accent">{t("twoFactor")}</Badge>}
        </span>
        <Code className="wrap-anywhere text-muted text-sm">{member.email}</Code>
      </th>
      <td className={classNames(cell, gap)}>
        {controls.changeRole ? <RoleSelect member={member} /> : role(member.role)}
      </td>
      <td className={classNames(cell, gap, "text-muted text-sm")}>
        <span className="md:hidden">{t("columns.joined")} </span>
        <CalendarDate value={member.joinedAt.toISOString().slice(0, 10)} style="short" />
      </td>
      {(controls.resetPassword || controls.remove) && (
        <td className={cell}>
          <div className="flex flex-wrap gap-2 max-md:pt-1.5 md:justify-end">
            {controls.resetPassword && !isOwn && <ResetLink member={member} />}
            {controls.dropTwoFactor && member.hasTwoFactor && !isOwn && <DropTwoFactor member={member} />}
            {controls.remove && <RemoveMember member={member} />}
          </div>
        </td>
      )}
    </tr>
  );
}
