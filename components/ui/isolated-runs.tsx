// Dates, phone numbers and addresses in what people wrote, kept from turning round inside Arabic.
import { Fragment, type ReactNode } from "react";
import { leftToRightRuns } from "@/i18n/ltr-runs";
import { classNames } from "./class-names";

/** Plain text with its left-to-right runs isolated. */
export function IsolatedRuns({ children }: { children: string }): ReactNode {
  let at = 0;
  return leftToRightRuns(children).map(({ text, isRun }) => {
    const key = at;
    at += text.length;
    return isRun ? (
      <bdi key={key} dir="ltr" className={classNames(isShort(text) && "whitespace-nowrap")}>
        {text}
      </bdi>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    );
  });
}

type Tree = { type: string; tagName?: string; value?: string; children?: Tree[] };

/** The same for rendered Markdown: a rehype plugin. Code is set from left to right already. */
export function isolateRuns() {
  return function walk(tree: Tree): void {
    if (!tree.children || tree.tagName === "code") return;
    tree.children = tree.children.flatMap((child) => {
      if (child.type === "text") return leftToRightRuns(child.value ?? "").map(nodeOf);
      walk(child);
      return [child];
    });
  };
}

function nodeOf({ text, isRun }: { text: string; isRun: boolean }): Tree {
  const value = { type: "text", value: text };
  if (!isRun) return value;
  const className = isShort(text) ? ["whitespace-nowrap"] : undefined;
  return { type: "element", tagName: "bdi", properties: { dir: "ltr", className }, children: [value] } as Tree;
}

/** A date or a number is not broken at its hyphens; a long address may be. */
function isShort(text: string): boolean {
  return text.length <= 20;
}
