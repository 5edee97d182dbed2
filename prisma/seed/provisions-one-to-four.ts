// Our reading of commitments one to four.
import { actors, provision, reasons, urgingInTheNorthEast, words } from "./provision-words";

const first = [
  provision({
    title: words(
      "مواصلة التنبه للتهديدات الإرهابية",
      "Stay vigilant against terrorist threats",
      "Rester vigilant face aux menaces terroristes",
    ),
    speechAct: "URGE",
    addressee: actors,
    quotes: [`${urgingInTheNorthEast} مواصلة التنبه للتهديدات الإرهابية على مختلف أشكالها ومظاهرها`],
  }),
  provision({
    title: words(
      "الحفاظ على ما أحرزه التحالف من تقدم",
      "Preserve the gains of the Coalition",
      "Préserver les acquis de la Coalition",
    ),
    speechAct: "URGE",
    addressee: actors,
    quotes: [urgingInTheNorthEast, "والحفاظ على التقدم الذي أحرزه التحالف الدولي لهزيمة داعش"],
  }),
  provision({
    title: words(
      "العمل معاً على مواجهة ما يهدد ذلك",
      "Act together against threats to these gains",
      "Agir ensemble contre ce qui menace ces acquis",
    ),
    speechAct: "URGE",
    addressee: actors,
    quotes: [urgingInTheNorthEast, "والعمل معا لمواجهة أية تهديدات لهذه النتيجة"],
  }),
  provision({
    title: words(
      "تجنب أي فراغ أمني يستغله داعش",
      "Avoid a security vacuum that Daesh could exploit",
      "Éviter tout vide sécuritaire que Daech pourrait exploiter",
    ),
    speechAct: "URGE",
    addressee: actors,
    quotes: [urgingInTheNorthEast, "وتجنب أي فراغ أمني في المنطقة قد يستغله داعش"],
  }),
  provision({
    title: words(
      "استمرار احتجاز المرتبطين بداعش بالغ الأهمية",
      "Continued detention of those linked to Daesh is paramount",
      "Le maintien en détention des personnes liées à Daech est primordial",
    ),
    speechAct: "STATE",
    bearer: null,
    verifiability: "NOT_VERIFIABLE",
    verifiabilityReason: reasons.statement,
    quotes: [
      "ما يزال استمرار احتجاز الأفراد المرتبطين بداعش في شمال شرق سوريا، بمن فيهم المقاتلون الإرهابيون الأجانب، موضوعا بالغ الأهمية",
    ],
  }),
  provision({
    title: words(
      "الالتزام بالقانون الدولي في جميع الظروف",
      "Uphold international law in all circumstances",
      "Respecter le droit international en toutes circonstances",
    ),
    speechAct: "OBLIGE",
    bearer: null,
    quotes: [
      "وينبغي الالتزام بالقانون الدولي في جميع الظروف، بما في ذلك القانون الإنساني الدولي وحماية المدنيين والقانون الدولي لحقوق الإنسان",
    ],
  }),
];

const second = [
  provision({
    title: words(
      "الالتزام الكامل بالهزيمة المستمرة لداعش",
      "Full commitment to the enduring defeat of Daesh",
      "Plein engagement pour la défaite durable de Daech",
    ),
    speechAct: "REAFFIRM",
    quotes: ["نعيد التأكيد على التزامنا الكامل بضمان الهزيمة المستمرة لداعش"],
  }),
  provision({
    title: words(
      "تأمين الموارد البشرية والعسكرية والمدنية الكافية",
      "Secure adequate human, military and civilian resources",
      "Garantir des moyens humains, militaires et civils suffisants",
    ),
    speechAct: "REAFFIRM",
    quotes: [
      "ونعيد التأكيد على أهمية تأمين وتخصيص الموارد البشرية والعسكرية والمدنية الكافية للحفاظ على زخم التحالف ونجاحه ضد داعش في العراق وسوريا ولضمان حماية مصالحنا الأمنية الجماعية على أفضل وجه، لمتابعة الحملة العسكرية المستمرة",
    ],
  }),
  provision({
    title: words(
      "مواصلة تدريب القوى الشريكة الشرعية ودعمها",
      "Keep training, advising and supporting legitimate partner forces",
      "Continuer à former, conseiller et appuyer les forces partenaires légitimes",
    ),
    speechAct: "CONTINUE",
    addressee: words(
      "القوى الشريكة الشرعية في المنطقة",
      "Legitimate partner forces in the region",
      "Forces partenaires légitimes de la région",
    ),
    quotes: [
      "ويشمل ذلك أيضا الاستمرار في تقديم التدريب والمشورة والدعم للقوى الشريكة الشرعية في المنطقة، المشاركة في القتال ضد الخلايا والشبكات المتبقية لداعش في كل من سوريا والعراق، مع الالتزام بالقانون الدولي",
    ],
  }),
];

const third = [
  provision({
    title: words(
      "مساءلة كافة إرهابيي داعش",
      "Hold all Daesh terrorists to account",
      "Faire répondre de leurs actes tous les terroristes de Daech",
    ),
    speechAct: "REAFFIRM",
    quotes: ["نعيد التأكيد على أهمية ضمان تقديم كافة إرهابيي داعش للمساءلة"],
  }),
  provision({
    title: words(
      "اعتقالهم بشكل آمن وإنساني ومقاضاتهم",
      "Detain them securely and humanely, and prosecute them",
      "Les détenir de façon sûre et humaine, et les poursuivre",
    ),
    speechAct: "COMMIT",
    quotes: ["ونلتزم بتعزيز اعتقالهم بشكل آمن وإنساني ومقاضاتهم في نهاية المطاف"],
  }),
  provision({
    title: words(
      "منع عودتهم إلى القتال أو انتقالهم إلى مكان آخر",
      "Prevent their return to the battlefield or relocation",
      "Empêcher leur retour au combat ou leur départ ailleurs",
    ),
    speechAct: "CONTINUE",
    quotes: [
      "سنواصل جهودنا لمحاسبة إرهابيي داعش، ويتضمن ذلك منع المعتقلين أو المختبئين أو الموجودين خارج نطاق سيطرة التحالف من العودة إلى ميدان المعركة في العراق وسوريا أو الانتقال إلى مكان آخر والتخطيط لشن هجمات ضد بلدان أخرى",
    ],
  }),
  provision({
    title: words(
      "تبادل المعلومات عبر قنوات مثل الإنتربول",
      "Share information through channels such as INTERPOL",
      "Échanger des informations par des voies telles qu’INTERPOL",
    ),
    speechAct: "CONTINUE",
    quotes: [
      "وسيستمر تبادل المعلومات عبر قنوات إنفاذ القانون الثنائية و/أو متعددة الأطراف مثل الإنتربول كمكون رئيسي ضمن هذا المسعى",
    ],
  }),
  provision({
    title: words(
      "معاملة المتهمين معاملة مناسبة ومحاكمتهم محاكمة عادلة",
      "Treat the accused properly and try them fairly",
      "Traiter dûment les accusés et les juger équitablement",
    ),
    speechAct: "AFFIRM",
    quotes: [
      "ونؤكد التزامنا بتعزيز الجهود الرامية إلى ضمان معاملة الإرهابيين المتهمين، بما في ذلك الإرهابيون الأجانب، معاملة مناسبة ومحاكمتهم بما يتماشى مع القانون الدولي وقواعد المحاكمة العادلة",
    ],
  }),
  provision({
    title: words(
      "معاملة المحتجزين معاملة إنسانية",
      "Treat detainees humanely at all times",
      "Traiter les détenus avec humanité en tout temps",
    ),
    speechAct: "URGE",
    addressee: words(
      "القائمون على حراسة المحتجزين من مقاتلي داعش",
      "Those who guard detained Daesh fighters",
      "Ceux qui gardent les combattants de Daech détenus",
    ),
    quotes: [
      "نحث القائمين على حراسة مقاتلي داعش المحتجزين على معاملتهم معاملة إنسانية في جميع الأوقات وفقا للقانون الدولي",
    ],
  }),
];

const fourth = [
  provision({
    title: words(
      "إنشاء آليات مساءلة أو دعمها مع البلدان الأصلية",
      "Create or support accountability mechanisms with countries of origin",
      "Créer ou appuyer des mécanismes de responsabilité avec les pays d’origine",
    ),
    speechAct: "COMMIT",
    quotes: [
      "وإننا ملتزمون بإنشاء آليات مساءلة فعالة أو دعم آليات المساءلة الحالية بالتنسيق الوثيق مع البلدان الأصلية للمقاتلين الإرهابيين الأجانب",
    ],
  }),
];

export const oneToFour = [first, second, third, fourth];
