// A section of a page: a heading that can be linked to, actions at its end, content under a hairline.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface SectionProps {
  /** The anchor; also ties the heading to the section. */
  id: string;
  title: string;
  /** A number or a word after the title. */
  count?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}

export function Section({ id, title, count, actions, level = 2, className, children }: SectionProps) {
  const t = useTranslations("common");
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={classNames("scroll-mt-20", className)}>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b pb-1.5">
        <Heading id={`${id}-title`} className={classNames("font-semibold", level === 2 ? "text-lg" : "text-base")}>
          {title}
          {count !== undefined && <span className="ms-2 font-normal text-faint">{count}</span>}
        </Heading>
        <a
          href={`#${id}`}
          aria-label={t("sectionLink", { title })}
          className="-ms-2 inline-grid size-6 place-items-center text-faint opacity-0 hover:text-accent focus-visible:opacity-100 in-[section:hover]:opacity-100 pointer-coarse:opacity-100 print:hidden"
        >
          #
        </a>
        {actions && <div className="ms-auto flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
