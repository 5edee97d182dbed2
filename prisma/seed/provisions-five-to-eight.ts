// Our reading of commitments five to eight.
import { actors, andUrgingInTheNorthEast, coalition, iraq, provision, reasons, words } from "./provision-words";

const fifth = [
  provision({
    title: words(
      "دعم الاستقرار في المناطق المحررة",
      "Support stabilisation in liberated areas",
      "Soutenir la stabilisation des zones libérées",
    ),
    speechAct: "AFFIRM",
    quotes: [
      "نؤكد على أهمية دعم الاستقرار في المناطق المحررة من داعش في العراق، وتلك الموجودة في سوريا التي لا تزال خارجة عن سيطرة النظام السوري والتي لا يتم تجاهل حقوق السكان المحليين أو انتهاكها فيها",
    ],
  }),
  provision({
    title: words(
      "توفير مساعدة إنسانية قوية لكافة المحتاجين",
      "Provide robust humanitarian aid to all in need",
      "Fournir une aide humanitaire solide à tous ceux qui en ont besoin",
    ),
    speechAct: "CALL",
    addressee: words("كافة الأعضاء", "All members", "Tous les membres"),
    quotes: ["وندعو كافة الأعضاء إلى التأكيد على توفير مساعدة إنسانية قوية لكافة المحتاجين"],
  }),
  provision({
    title: words(
      "الامتناع عن تغيير التركيبة السكانية",
      "Refrain from demographic change",
      "S’abstenir de tout changement démographique",
    ),
    speechAct: "URGE",
    addressee: actors,
    quotes: [
      `${andUrgingInTheNorthEast} الامتناع عن أي عمل من شأنه أن يؤدي إلى تغيير في التركيبة السكانية في هذه المنطقة`,
    ],
  }),
  provision({
    title: words(
      "عودة آمنة وطوعية وكريمة للاجئين والمهجرين",
      "Safe, voluntary and dignified return of the displaced",
      "Retour sûr, volontaire et digne des personnes déplacées",
    ),
    speechAct: "URGE",
    addressee: actors,
    quotes: [
      andUrgingInTheNorthEast,
      "والالتزام بضمان أن تكون عودة اللاجئين والمهجرين داخليا منذ بداية النزاع في سوريا بطريقة آمنة وطوعية وكريمة حصراً ووفقا للمعايير التي تلتزم بها مفوضية اللاجئين",
    ],
  }),
  provision({
    title: words(
      "ضمان حرية الحركة للعائدين",
      "Ensure freedom of movement for those who return",
      "Garantir la liberté de circulation de ceux qui reviennent",
    ),
    speechAct: "URGE",
    addressee: actors,
    quotes: [andUrgingInTheNorthEast, "وضمان تمتعهم بحرية الحركة"],
  }),
  provision({
    title: words(
      "وصول إنساني كامل وآمن دون عوائق يمكن التحقق منه",
      "Full, safe, unhindered and verifiable humanitarian access",
      "Accès humanitaire complet, sûr, sans entrave et vérifiable",
    ),
    speechAct: "URGE",
    addressee: actors,
    quotes: [
      andUrgingInTheNorthEast,
      "وضمان الوصول الإنساني الكامل والآمن دون عوائق إلى كافة أنحاء المنطقة بريقة يمكن التحقق منها",
    ],
  }),
];

const sixth = [
  provision({
    title: words(
      "الثناء على مكافحة العراق لداعش",
      "Commend Iraq’s fight against Daesh",
      "Saluer la lutte de l’Irak contre Daech",
    ),
    speechAct: "COMMEND",
    addressee: iraq,
    verifiability: "NOT_VERIFIABLE",
    verifiabilityReason: reasons.praise,
    quotes: ["نثني على التزام حكومة العراق المستمر بمكافحة داعش"],
  }),
  provision({
    title: words("مساعدة العراق بناء على طلبه", "Assist Iraq at its request", "Aider l’Irak à sa demande"),
    speechAct: "REAFFIRM",
    addressee: iraq,
    quotes: [
      "ونعيد تأكيد التزامنا بتقديم المساعدة، بناء على طلبهم، لجهودهم المستمرة الرامية لضمان الهزيمة الدائمة للمنظمة الإرهابية",
    ],
  }),
  provision({
    title: words(
      "دعم إعادة الاستقرار وأكثر من 1,5 مليون نازح",
      "Support stabilisation and over 1.5 million displaced people",
      "Soutenir la stabilisation et plus de 1,5 million de déplacés",
    ),
    speechAct: "CONTINUE",
    addressee: words(
      "حكومة العراق والأمم المتحدة",
      "The Government of Iraq and the United Nations",
      "Le Gouvernement irakien et les Nations Unies",
    ),
    quotes: [
      "سنواصل دعم حكومة العراق وجهود الأمم المتحدة لإعادة الاستقرار والجهود الإنسانية، ومن ذلك تقديم الدعم لأكثر من 1,5 مليون نازح",
    ],
  }),
];

const seventh = [
  provision({
    title: words(
      "فروع داعش باقية على ولائها له",
      "The branches of Daesh remain loyal to it",
      "Les branches de Daech lui restent fidèles",
    ),
    speechAct: "STATE",
    bearer: null,
    verifiability: "NOT_VERIFIABLE",
    verifiabilityReason: reasons.statement,
    quotes: ["لم يتخل أي من فروع التنظيم عن ولائه للتنظيم"],
  }),
  provision({
    title: words(
      "التصدي للفروع والشبكات بموافقة الدولة المعنية",
      "Counter branches and networks with the consent of the State",
      "Contrer les branches et réseaux avec le consentement de l’État",
    ),
    speechAct: "OBLIGE",
    bearer: coalition,
    quotes: [
      "يجب أن يظل التحالف الدولي متنبهاً ويتصدى لتهديد فروع داعش وشبكاته في مختلف أنحاء العالم بناء على طلب أو موافقة مسبقة من الدولة التي يوجد فيها فرع أو شبكة لداعش، مع احترام القانون الدولي احتراماً كاملاً",
    ],
  }),
  provision({
    title: words(
      "مكافحة إيديولوجية داعش لمنع ظهوره من جديد",
      "Counter the ideology of Daesh so that it does not re-emerge",
      "Combattre l’idéologie de Daech pour empêcher sa résurgence",
    ),
    speechAct: "REAFFIRM",
    quotes: [
      "ومن خلال إعادة تأكيد التزامنا بمكافحة إيديولوجية داعش لمنع التنظيم من الظهور من جديد والقيام بالتجنيد والتوسع",
    ],
  }),
  provision({
    title: words(
      "دعم الأصوات المحلية ذات الرؤية البديلة",
      "Support local voices that offer an alternative",
      "Soutenir les voix locales qui proposent une autre vision",
    ),
    speechAct: "CONTINUE",
    addressee: words("الأصوات المحلية", "Local voices", "Les voix locales"),
    quotes: ["سنواصل دعم الأصوات المحلية التي تقدم رؤية بديلة لدعاية داعش"],
  }),
  provision({
    title: words(
      "حرمان داعش من وسائل التواصل والإنترنت",
      "Deny Daesh space on social media and the internet",
      "Priver Daech d’espace sur les réseaux sociaux et Internet",
    ),
    speechAct: "COMMIT",
    quotes: ["وسنزيد من مضاعفة جهودنا لمنع داعش من الحصول على مساحة لاستغلال وسائل التواصل الاجتماعي والإنترنت"],
  }),
];

const eighth = [
  provision({
    title: words(
      "الترحيب باستضافة إيطاليا الاجتماع الوزاري في 2020",
      "Welcome Italy’s offer to host the ministerial meeting in 2020",
      "Saluer l’offre de l’Italie d’accueillir la réunion ministérielle en 2020",
    ),
    speechAct: "WELCOME",
    addressee: words("إيطاليا", "Italy", "L’Italie"),
    // The only provision that names a time.
    due: { on: "2020-12-31", precision: "YEAR" },
    quotes: ["نرحب بعرض إيطاليا استضافة الاجتماع الوزاري القادم لكافة دول التحالف الدولي في عام 2020"],
  }),
];

export const fiveToEight = [fifth, sixth, seventh, eighth];
