"use client";
// A member's role, changed in place.
import { useTranslations } from "next-intl";
import { useOptimistic } from "react";
import { changeRole } from "@/actions/members";
import { type Role, roles } from "@/domain/workspace";
import type { MemberView } from "@/server/members";
import { useButtonAction } from "../forms/use-button-action";
import { classNames } from "../ui/class-names";
import { controlClass } from "../ui/field";
import { useToast } from "../ui/toast";

export function RoleSelect({ member }: { member: MemberView }) {
  const t = useTranslations("members");
  const role = useTranslations("roles");
  const toast = useToast();
  const { memberId, name } = member;
  const [chosen, choose] = useOptimistic(member.role);
  const { run, pending } = useButtonAction(changeRole, (_, sent) =>
    toast({ title: t("roleChanged", { name, role: role(sent.role as Role) }) }),
  );

  return (
    <select
      aria-label={t("roleOf", { name })}
      aria-busy={pending}
      value={chosen}
      onChange={(event) => {
        const next = event.target.value as Role;
        run({ memberId, role: next }, () => choose(next));
      }}
      className={classNames(
        controlClass,
        "select-arrow w-auto min-w-32 appearance-none pe-9 forced-colors:appearance-auto",
      )}
    >
      {roles.map((each) => (
        <option key={each} value={each}>
          {role(each)}
        </option>
      ))}
    </select>
  );
}
