// The addresses of the codebook: a version of it, two of them compared, and the form for the next.

/** Without a number, the version in force. */
export const codebookHref = (version?: number) => `/codebook${version ? `?version=${version}` : ""}`;

export const comparisonHref = (one: number, other: number) => `/codebook/compare?one=${one}&other=${other}`;

/** For one commitment, its criteria alone. */
export const criteriaFormHref = ({ documentSlug, commitment }: { documentSlug: string; commitment: number }) =>
  `/codebook/edit?document=${documentSlug}&commitment=${commitment}`;
