// What stands at the tags of a summary's sentences: pieces that keep their own direction.
import type { ReactNode } from "react";
import type { ReportDate } from "@/server/export-formats/report-words";

export const textTag = (text: ReactNode) => (): ReactNode => <bdi>{text}</bdi>;

export const dateTag =
  ({ iso, text }: ReportDate) =>
  (): ReactNode => (
    <time dateTime={iso}>
      <bdi>{text}</bdi>
    </time>
  );
