// Who is called by name in a comment: an @ before the name, as the list of members spells it.

type Named = { memberId: string; name: string };
/** A piece of a comment; `memberId` where the piece calls a member. */
export type MentionPiece = { text: string; memberId?: string };

const partOfWord = /[\p{L}\p{N}\p{M}_]/u;
/** Before the @ of a mail address; Arabic letters may stand there, as in "و@". */
const partOfAddress = /[\p{Script=Latin}\p{N}_+-]/u;

/** The comment cut where members are called; longer names first, and none inside an address or at a part of a word. */
export function mentionPieces(body: string, members: readonly Named[]): MentionPiece[] {
  const byLength = [...members].sort((one, other) => other.name.length - one.name.length);
  const pieces: MentionPiece[] = [];
  let done = 0;
  for (let at = body.indexOf("@"); at !== -1; at = body.indexOf("@", at + 1)) {
    if (at < done || partOfAddress.test(lastLetter(body.slice(0, at)))) continue;
    const called = byLength.find(({ name }) => body.startsWith(name, at + 1) && endsThere(body, at + 1 + name.length));
    if (!called) continue;
    const end = at + 1 + called.name.length;
    if (at > done) pieces.push({ text: body.slice(done, at) });
    pieces.push({ text: body.slice(at, end), memberId: called.memberId });
    done = end;
  }
  if (done < body.length) pieces.push({ text: body.slice(done) });
  return pieces;
}

/** The members that a comment calls, each once; of two with the same name both. */
export function mentionedIn(body: string, members: readonly Named[]): string[] {
  const called = new Set(mentionPieces(body, members).flatMap(({ text, memberId }) => (memberId ? text.slice(1) : [])));
  return members.filter(({ name }) => called.has(name)).map(({ memberId }) => memberId);
}

const lastLetter = (text: string) => [...text.slice(-2)].at(-1) ?? "";
const endsThere = (body: string, end: number) => !partOfWord.test([...body.slice(end, end + 2)][0] ?? "");
