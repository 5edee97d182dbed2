// The head and measure of a page inside the frame.
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export interface PageProps {
  title: ReactNode;
  /** A line above the title, such as breadcrumbs. */
  above?: ReactNode;
  /** A line under the title: issuer and date, what the page is for. */
  lead?: ReactNode;
  /** At the end side of the title: exports, buttons. */
  actions?: ReactNode;
  /** The document's own title is set in Naskh over a double rule, a tool's page in the sans. */
  gazette?: boolean;
  width?: "reading" | "form" | "page";
  children: ReactNode;
}

const widths = { reading: "max-w-reading", form: "max-w-form", page: "max-w-page" };

export function Page({ title, above, lead, actions, gazette = false, width = "page", children }: PageProps) {
  return (
    <div className={classNames("mx-auto grid gap-8", widths[width])}>
      <header className={classNames("grid gap-1", gazette && "masthead-rule pb-4")}>
        {above}
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
          <div className="min-w-0 max-w-4xl flex-1 basis-80">
            <h1 className={gazette ? "font-bold font-naskh text-masthead max-lg:text-2xl" : "font-semibold text-2xl"}>
              {title}
            </h1>
            {lead && <div className="mt-1 text-pretty text-muted">{lead}</div>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}
