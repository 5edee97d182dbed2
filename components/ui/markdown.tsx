// Markdown that people wrote, rendered without foreign images or unsafe links; HTML in it is shown as the letters it is.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { classNames } from "./class-names";
import { isolateRuns } from "./isolated-runs";

const safeAddress = /^(https?:\/\/|mailto:|#)/i;

/** Everything else, `javascript:` among it, loses its address. */
function keepSafe(address: string): string {
  return safeAddress.test(address.trim()) ? address : "";
}

function Anchor({ href, children }: { href?: string; children?: ReactNode }) {
  if (!href) return <span>{children}</span>;
  return (
    <a href={href} rel="noopener noreferrer nofollow" className="link wrap-anywhere">
      {children}
    </a>
  );
}

/** A picture would tell its server who reads; the reader decides by following the link. */
function ImageLink({ src, alt }: { src?: unknown; alt?: string }) {
  const t = useTranslations("common");
  const words = alt ? t("image", { description: alt }) : t("imageWithoutDescription");
  return <Anchor href={typeof src === "string" ? src : undefined}>{words}</Anchor>;
}

type Sided = "ul" | "ol" | "blockquote" | "table";

/** A block with a start side, which its own first letter decides. */
function directed(Element: Sided) {
  return function Directed({ node: _node, children }: { node?: unknown; children?: ReactNode }) {
    return <Element dir="auto">{children}</Element>;
  };
}

const components: Components = {
  a: ({ href, children }) => <Anchor href={href}>{children}</Anchor>,
  img: ({ src, alt }) => <ImageLink src={src} alt={alt} />,
  ul: directed("ul"),
  ol: directed("ol"),
  blockquote: directed("blockquote"),
  table: directed("table"),
  // The page's own headings come first.
  h1: "h3",
  h2: "h4",
  h3: "h5",
  h4: "h6",
  h5: "h6",
  h6: "h6",
};

export function Markdown({ children, className }: { children: string; className?: string }) {
  return (
    <div className={classNames("markdown", className)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[isolateRuns]}
        urlTransform={keepSafe}
        components={components}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}
