// The frame of pages that need no account: signing in, invitations, errors.
import type { ReactNode } from "react";
import { SkipLink } from "./skip-link";
import { TopBar } from "./top-bar";

export interface PublicFrameProps {
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}

export function PublicFrame({ title, lead, children }: PublicFrameProps) {
  return (
    <>
      <SkipLink />
      <TopBar />
      <main id="content" tabIndex={-1} className="px-4 py-10 outline-none sm:py-16">
        <div className="mx-auto grid max-w-form gap-6 border border-rule bg-paper px-5 py-8 sm:px-10 sm:py-10">
          <header className="masthead-rule grid gap-2 pb-5">
            <h1 className="font-naskh text-2xl font-bold">{title}</h1>
            {lead && <p className="text-muted">{lead}</p>}
          </header>
          {children}
        </div>
      </main>
    </>
  );
}
