// The communiqué of 14 November 2019: its text as published, and the little that we say about it ourselves.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CreateDocumentInput, Localized } from "@/domain/document";

export const communiqueSlug = "global-coalition-2019-11-14";

/** The web page as published, boilerplate included. */
export function publishedPage(): string {
  return readFileSync(join(process.cwd(), "prisma/seed/communique-2019-11-14.ar.txt"), "utf8");
}

/** Editorial: the text has no headings of its own. */
const titles: Record<number, Localized> = {
  1: {
    ar: "شمال شرق سوريا: اليقظة وتجنّب الفراغ الأمني",
    en: "North-east Syria: vigilance and no security vacuum",
    fr: "Nord-est de la Syrie : vigilance et refus du vide sécuritaire",
  },
  2: {
    ar: "الهزيمة المستمرة لداعش وتأمين الموارد لها",
    en: "Enduring defeat of Daesh and the resources for it",
    fr: "Défaite durable de Daech et moyens d’y parvenir",
  },
  3: {
    ar: "احتجاز إرهابيي داعش ومحاسبتهم",
    en: "Detention and prosecution of Daesh terrorists",
    fr: "Détention et poursuite des terroristes de Daech",
  },
  4: {
    ar: "آليات مساءلة المقاتلين الإرهابيين الأجانب",
    en: "Accountability mechanisms for foreign terrorist fighters",
    fr: "Mécanismes de responsabilité pour les combattants terroristes étrangers",
  },
  5: {
    ar: "الاستقرار والمساعدة الإنسانية والعودة الكريمة",
    en: "Stabilisation, humanitarian aid and dignified return",
    fr: "Stabilisation, aide humanitaire et retour dans la dignité",
  },
  6: {
    ar: "دعم العراق أمنياً وإنسانياً",
    en: "Security and humanitarian support for Iraq",
    fr: "Soutien sécuritaire et humanitaire à l’Irak",
  },
  7: {
    ar: "التصدي لفروع داعش وإيديولوجيته ودعايته",
    en: "Countering the branches, ideology and propaganda of Daesh",
    fr: "Lutte contre les branches, l’idéologie et la propagande de Daech",
  },
  8: {
    ar: "الاجتماع الوزاري القادم في إيطاليا",
    en: "The next ministerial meeting, in Italy",
    fr: "La prochaine réunion ministérielle, en Italie",
  },
};

const misprint = {
  exact: "بريقة",
  body: {
    ar: "هكذا وردت الكلمة في النص المنشور، ولعل الصواب «بطريقة». أُبقي النص كما نُشر.",
    en: "So printed in the published text; very likely a misprint of «بطريقة» (“in a way”). The text is kept as published.",
    fr: "Ainsi imprimé dans le texte publié ; très probablement une coquille pour « بطريقة » (« d’une manière »). Le texte est conservé tel que publié.",
  },
};

/** The document as the use case takes it, read from the page as published. */
export function communique(): CreateDocumentInput {
  const lines = publishedPage()
    .split("\n")
    .filter((line) => line.trim() !== "");
  // The no-break space counts as blank above; what follows the eighth commitment is the web page's own.
  const end = lines.findIndex((line) => line.startsWith("8- ")) + 1;
  const [title = "", typeLine = "", ...paragraphs] = lines.slice(0, end);
  const firstCommitment = paragraphs.findIndex((line) => line.startsWith("1- "));
  return {
    slug: communiqueSlug,
    kind: "COMMUNIQUE",
    issuer: {
      ar: "وزراء خارجية المجموعة المصغرة للتحالف الدولي لهزيمة داعش",
      en: "Foreign ministers of the Small Group of the Global Coalition to Defeat Daesh/ISIS",
      fr: "Ministres des affaires étrangères du groupe restreint de la Coalition mondiale contre Daech",
    },
    place: { ar: "واشنطن", en: "Washington", fr: "Washington" },
    adoptedOn: "2019-11-14",
    versions: [
      { language: "ar", title, typeLine, provenance: "UNOFFICIAL", sourceAddress: null },
      {
        language: "en",
        title: "Joint Communique by Ministers of the Global Coalition to Defeat ISIS",
        typeLine: null,
        provenance: "OFFICIAL",
        sourceAddress: "https://www.wilsoncenter.org/article/after-the-caliphate-us-strategy-isis",
      },
      {
        language: "fr",
        title: "Communiqué commun des ministres de la Coalition mondiale contre Daech",
        typeLine: null,
        provenance: "OFFICIAL",
        sourceAddress:
          "https://ca.usembassy.gov/fr/communique-commun-des-ministres-de-la-coalition-mondiale-contre-daech/",
      },
    ],
    language: "ar",
    paragraphs: paragraphs.map((line, index) => paragraphOf(line, index < firstCommitment)),
  };
}

function paragraphOf(line: string, beforeCommitments: boolean): CreateDocumentInput["paragraphs"][number] {
  const [, printedNumber, digits, numberedText] = /^((\d+)-) (.*)$/s.exec(line) ?? [];
  const number = digits ? Number(digits) : null;
  if (number === null || !numberedText || !printedNumber) {
    return { kind: beforeCommitments ? "PREAMBLE" : "OTHER", printedNumber: null, text: line, commitment: null };
  }
  const title = titles[number];
  if (!title) throw new Error(`the text has a commitment ${number} that has no short title`);
  return {
    kind: "COMMITMENT",
    printedNumber,
    text: numberedText,
    editorialNotes: numberedText.includes(misprint.exact) ? [misprint] : [],
    // The eighth names a year: the meeting was to be held in 2020.
    commitment: { number, title, due: number === 8 ? { on: "2020-12-31", precision: "YEAR" } : null },
  };
}
