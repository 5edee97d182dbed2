// The worked example: the eighth commitment with what was published about it, to be loaded and removed by command.
import type { WorkedExample } from "@/domain/example";
import { communique } from "./communique";

/** In front of the titles, which stand wherever the document is named. */
const marks: Record<string, string> = { ar: "مثال تطبيقي: ", en: "Worked example: ", fr: "Exemple\u00a0: " };
const doneOn = "2021-06-28";

const sources: WorkedExample["sources"] = [
  {
    address:
      "https://www.canada.ca/en/global-affairs/news/2021/06/ministerial-meetingof-the-global-coalition-to-defeatdaeshisis.html",
    title: "Ministerial Meeting of the Global Coalition to Defeat Daesh/ISIS",
    publisher: "Global Affairs Canada",
    publishedOn: doneOn,
    language: "en",
    kind: "OFFICIAL_STATEMENT",
    reliability: "A",
    credibility: "1",
    stance: "SUPPORTS",
    quotedPassage: "met today in Rome at the invitation of Italian Minister of Foreign Affairs",
    isBehind: true,
  },
  {
    address: "https://agenparl.eu/the-global-coalition-to-defeat-isis/",
    title: "The Global Coalition to Defeat ISIS",
    publisher: "U.S. Department of State (Agenparl)",
    publishedOn: doneOn,
    language: "en",
    kind: "OFFICIAL_STATEMENT",
    reliability: "B",
    credibility: "1",
    stance: "SUPPORTS",
    quotedPassage: "It will be the first in-person Ministerial of the Global Coalition since February 6, 2019.",
    isBehind: true,
  },
  {
    address:
      "https://theglobalcoalition.org/en/joint-communique-by-ministers-of-the-global-coalition-to-defeat-isis-small-group/",
    title: "Joint Communique by Ministers of the Global Coalition to Defeat Daesh/ISIS Small Group",
    publisher: "Global Coalition",
    publishedOn: "2020-06-04",
    language: "en",
    kind: "OFFICIAL_STATEMENT",
    reliability: "A",
    credibility: "1",
    stance: "CONTEXT",
    quotedPassage: "met virtually on Thursday 4 June",
    isBehind: true,
  },
  {
    address: "https://www.wilsoncenter.org/article/after-the-caliphate-us-strategy-isis",
    title: "After the Caliphate: U.S. Strategy on ISIS",
    publisher: "Wilson Center",
    language: "en",
    kind: "REPORT",
    reliability: "B",
    credibility: "2",
    stance: "CONTEXT",
    isBehind: false,
  },
];

export function workedExample(): WorkedExample {
  const { paragraphs, versions, ...document } = communique();
  return {
    document: {
      ...document,
      slug: `example-${document.slug}`,
      isExample: true,
      versions: versions.map((version) => ({ ...version, title: `${marks[version.language]}${version.title}` })),
      paragraphs: paragraphs.filter(({ commitment }) => commitment?.number === 8),
    },
    sources,
    notes: [
      {
        datedOn: "2020-06-04",
        body: "اجتماع افتراضي لوزراء خارجية المجموعة المصغرة بدعوة من إيطاليا والولايات المتحدة. ليس هو الاجتماع الوزاري لكافة دول التحالف الذي يذكره النص.",
      },
      {
        datedOn: doneOn,
        body: "انعقد الاجتماع الوزاري في روما. الموعد الذي يذكره النص عام 2020، فيُسجَّل تاريخ الإنجاز ويظهر أنه **بعد موعده**.",
      },
    ],
    assessment: {
      completion: "COMPLETE",
      confidence: "HIGH",
      asOf: doneOn,
      rationale:
        "انعقد الاجتماع الوزاري لكافة دول التحالف في روما في 28 يونيو/حزيران 2021 بدعوة من وزير الخارجية الإيطالي ووزير الخارجية الأمريكي، فتحقّق ما رحّب به البيان. غير أن النص حدّد له عام 2020، ولم نجد في ذلك العام إلا اجتماعاً افتراضياً للمجموعة المصغرة في 4 يونيو/حزيران. فالتنفيذ مكتمل، لكنه جاء بعد موعده.",
    },
    doneOn,
  };
}
