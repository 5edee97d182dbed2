// A sentence in place of a page that cannot be shown, inside the frame.
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "./page";

export interface ExplanationProps {
  title: string;
  text: string;
  action: string;
}

export function Explanation({ title, text, action }: ExplanationProps) {
  return (
    <Page gazette width="reading" title={title} lead={text}>
      <div>
        <LinkButton href="/" variant="primary">
          {action}
        </LinkButton>
      </div>
    </Page>
  );
}
