// The addresses by which other programs know annotations, paragraphs and commitments; the same in every workspace but for the host.

/** A paragraph's text in one language and revision: what it holds never changes. */
export type PassageName = { slug: string; ordinal: number; language: string; revision: number };

export type Addresses = ReturnType<typeof addressesAt>;

/** The IRIs of an installation at this origin. */
export function addressesAt(origin: string) {
  const api = `${origin}/api/v1`;
  return {
    container: `${api}/annotations/`,
    annotation: (id: string) => `${api}/annotations/${id}`,
    passage: ({ slug, ...name }: PassageName) => `${api}/documents/${slug}/passages/${passageKey(name)}`,
    annotationsOf: (slug: string) => `${api}/documents/${slug}/annotations`,
    commitment: (slug: string, number: number) => `${api}/documents/${slug}/commitments/${number}`,
  };
}

function passageKey({ ordinal, language, revision }: Omit<PassageName, "slug">): string {
  return `${ordinal}.${language}.${revision}`;
}

/** Reads the last part of a passage's address; null for one that is none. */
export function readPassageKey(key: string): Omit<PassageName, "slug"> | null {
  const [, ordinal, language, revision] =
    /^(\d{1,6})\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\.(\d{1,6})$/.exec(key) ?? [];
  return language ? { ordinal: Number(ordinal), language, revision: Number(revision) } : null;
}

/** Whose passage an IRI names, at whatever installation: documents that have the same short name are the same text. */
export function readPassageIri(iri: string): PassageName | null {
  const [, slug, key] = /\/api\/v1\/documents\/([a-z0-9-]+)\/passages\/([^/?#]+)$/.exec(iri) ?? [];
  const name = key ? readPassageKey(key) : null;
  return slug && name ? { slug, ...name } : null;
}

/** As readPassageIri, of a commitment. */
export function readCommitmentIri(iri: string): { slug: string; number: number } | null {
  const [, slug, number] = /\/api\/v1\/documents\/([a-z0-9-]+)\/commitments\/(\d{1,6})$/.exec(iri) ?? [];
  return slug ? { slug, number: Number(number) } : null;
}
