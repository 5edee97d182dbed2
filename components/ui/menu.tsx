"use client";
// A menu that opens from a button.
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import { classNames } from "./class-names";

const itemClass =
  "flex min-h-9 w-full cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 text-start text-base outline-none data-highlighted:bg-accent-soft data-highlighted:text-accent-strong pointer-coarse:min-h-11 [&_svg]:size-[1.1em] [&_svg]:shrink-0";

export interface MenuProps {
  /** The button that opens it: a Button or an IconButton. */
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "end";
}

export function Menu({ trigger, children, align = "end" }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-50">
          <Base.Popup className="popup min-w-52 max-w-80 p-1.5 outline-none">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  icon?: ReactNode;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
}

export function MenuItem({ children, icon, onSelect, danger = false, disabled }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classNames(itemClass, danger && "text-danger", disabled && "opacity-55")}
    >
      {icon}
      {children}
    </Base.Item>
  );
}

export function MenuLink({ children, icon, href }: { children: ReactNode; icon?: ReactNode; href: string }) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={itemClass}>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

export interface MenuRadioProps<Value extends string> {
  label: string;
  value: Value;
  options: ReadonlyArray<{ value: Value; label: ReactNode; icon?: ReactNode; lang?: string }>;
  onValueChange: (value: Value) => void;
}

export function MenuRadio<Value extends string>({ label, value, options, onValueChange }: MenuRadioProps<Value>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onValueChange(next as Value)}>
      <Base.Group>
        <MenuLabel>{label}</MenuLabel>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick lang={option.lang} className={itemClass}>
            {option.icon}
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden="true" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  );
}

/** Must stand inside a group; MenuRadio brings its own. */
function MenuLabel({ children }: { children: ReactNode }) {
  return <Base.GroupLabel className="px-2.5 py-1 text-faint text-xs">{children}</Base.GroupLabel>;
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1.5 my-1.5 border-rule border-t" />;
}
