"use client";
// Who is signed in, and the way out.
import { LogOut, UserRound } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { initialOf } from "@/components/ui/initial";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";

export interface Person {
  name: string;
  email: string;
  role: string;
}

export interface PersonMenuProps {
  person: Person;
  labels: { account: string; profile: string; signOut: string };
  signOut: () => void | Promise<void>;
}

export function PersonMenu({ person, labels, signOut }: PersonMenuProps) {
  return (
    <Menu
      trigger={
        <IconButton label={labels.account}>
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-full bg-accent font-semibold text-on-accent text-sm leading-none"
          >
            {initialOf(person.name)}
          </span>
        </IconButton>
      }
    >
      <div className="px-2.5 pt-1 pb-1.5">
        <p className="font-semibold">
          <bdi>{person.name}</bdi>
        </p>
        <p className="text-muted text-sm">
          <bdi dir="ltr" className="wrap-anywhere">
            {person.email}
          </bdi>
        </p>
        <p className="text-faint text-sm">{person.role}</p>
      </div>
      <MenuSeparator />
      <MenuLink href="/settings" icon={<UserRound aria-hidden="true" />}>
        {labels.profile}
      </MenuLink>
      <MenuItem icon={<LogOut aria-hidden="true" className="flip-rtl" />} onSelect={() => void signOut()}>
        {labels.signOut}
      </MenuItem>
    </Menu>
  );
}
